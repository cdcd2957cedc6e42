import { useText } from '#renderer/i18n/index.ts';
import { usePersonName } from '#renderer/state/index.ts';
import { Avatar } from '#renderer/ui/index.ts';
import classes from './detail.module.css';

/** An owner by picture and name, or that there is none. */
export const PersonFact = (props: { readonly id: string | null }) => {
  const { t } = useText();
  const nameOf = usePersonName();
  if (props.id === null) return <span className={classes['quiet']}>{t('goals.nobody')}</span>;
  const name = nameOf(props.id);
  return (
    <span className={classes['person']}>
      <Avatar person={{ id: props.id, name }} size="sm" />
      {name}
    </span>
  );
};
