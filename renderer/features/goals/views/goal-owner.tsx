import { useText } from '#renderer/i18n/index.ts';
import { usePersonName } from '#renderer/state/index.ts';
import { Avatar } from '#renderer/ui/index.ts';
import classes from './views.module.css';

/** Whose goal it is: a face with the name for screen readers, or an empty place where nobody owns it. */
export const GoalOwner = (props: { readonly ownerId: string | null; readonly named?: boolean }) => {
  const { t } = useText();
  const nameOf = usePersonName();
  const { ownerId, named = false } = props;
  if (ownerId === null) {
    return (
      <span className={classes['owner']}>
        <span className={classes['nobody']} role="img" aria-label={t('goals.nobody')} />
        {named && (
          <span aria-hidden className={classes['quiet']}>
            {t('goals.nobody')}
          </span>
        )}
      </span>
    );
  }
  return (
    <span className={classes['owner']}>
      <Avatar person={{ id: ownerId, name: nameOf(ownerId) }} size="sm" />
      <span className={named ? classes['cut'] : classes['unseen']}>{nameOf(ownerId)}</span>
    </span>
  );
};
