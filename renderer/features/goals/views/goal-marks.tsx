import type { GoalRow } from '#shared/protocol/index.ts';
import { useText } from '#renderer/i18n/index.ts';
import { Chip, ClockIcon, EditIcon, SyncIcon, useTime } from '#renderer/ui/index.ts';
import classes from './views.module.css';

/** What else is to be known of a goal: a draft, set by hand, without news, or waiting for a choice. */
export const GoalMarks = (props: { readonly row: GoalRow }) => {
  const { t } = useText();
  const { ago } = useTime();
  const { row } = props;
  return (
    <>
      {row.state === 'draft' && row.kind === 'objective' && <Chip>{t('goals.state.draft')}</Chip>}
      {row.manual && (
        <EditIcon size={14} stroke={1.75} className={classes['quietMark']} role="img" aria-label={t('goals.manual')} />
      )}
      {row.stale && row.kind === 'key-result' && (
        <ClockIcon
          size={14}
          stroke={1.75}
          className={classes['quietMark']}
          role="img"
          aria-label={
            row.lastUpdateAt === null ? t('goals.stale.never') : t('goals.stale.since', { when: ago(row.lastUpdateAt) })
          }
        />
      )}
      {row.conflicts > 0 && (
        <SyncIcon
          size={14}
          stroke={1.9}
          className={classes['conflictMark']}
          role="img"
          aria-label={t('goals.conflicts', { count: row.conflicts })}
        />
      )}
    </>
  );
};
