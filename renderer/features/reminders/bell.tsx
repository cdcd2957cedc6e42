import { useText } from '#renderer/i18n/index.ts';
import { PlaceLink, useQuery } from '#renderer/state/index.ts';
import { BellIcon } from '#renderer/ui/index.ts';
import classes from './reminders.module.css';

/** The way to the reminders; a dot, never a number, says that some stand. */
export const ReminderBell = () => {
  const { t } = useText();
  const count = useQuery('reminders', {}).data?.standing.length ?? 0;
  return (
    <PlaceLink
      place="reminders"
      className={classes['bell']}
      aria-label={count === 0 ? t('reminders.bell') : t('reminders.bellCount', { count })}
    >
      <BellIcon size={18} stroke={1.75} aria-hidden />
      {count > 0 && <span className={classes['dot']} />}
    </PlaceLink>
  );
};
