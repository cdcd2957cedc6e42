import { Checkbox } from '@mantine/core';
import type { TaskView } from '#shared/protocol/index.ts';
import { useText } from '#renderer/i18n/index.ts';
import { usePersonName } from '#renderer/state/index.ts';
import { Avatar, FlagIcon, classNames, useTime } from '#renderer/ui/index.ts';
import classes from './work.module.css';

/** When it is due, in words that change once that day has passed. */
export const DueWords = (props: { readonly task: Pick<TaskView, 'due' | 'overdue'> }) => {
  const { t } = useText();
  const { calendarDate } = useTime();
  const { due, overdue } = props.task;
  if (due === null) return null;
  return (
    <span className={classNames(classes['quiet'], overdue && classes['late'])}>
      {t(overdue ? 'work.line.overdue' : 'work.line.due', { day: calendarDate(due) })}
    </span>
  );
};

/** One task in a list: whether it is done, what it is, until when, and whose. */
export const TaskLine = (props: { readonly task: TaskView; readonly onToggle: () => void }) => {
  const { t } = useText();
  const nameOf = usePersonName();
  const { task } = props;
  const closed = task.state !== 'open' || task.outcome === 'carried';
  return (
    <div className={classes['line']}>
      <Checkbox
        size="xs"
        tabIndex={-1}
        aria-label={t('work.line.mark', { title: task.title })}
        checked={task.state === 'done'}
        disabled={!task.mayEdit}
        onChange={props.onToggle}
      />
      <span className={classes['what']}>
        <span
          dir="auto"
          className={classNames(
            classes['title'],
            closed && classes['closed'],
            task.state === 'dropped' && classes['dropped'],
          )}
        >
          {task.milestone && <FlagIcon size={14} stroke={1.9} aria-label={t('work.line.milestone')} />}
          {task.title}
        </span>
        <span className={classes['facts']}>
          {task.outcome === 'carried' && <span>{t('work.line.outcomes.carried')}</span>}
          {task.state === 'dropped' && <span>{t('work.line.outcomes.dropped')}</span>}
          {task.state === 'open' && task.carried > 0 && <span>{t('work.line.carried', { count: task.carried })}</span>}
          {task.state === 'done' && task.acceptedById !== null && (
            <span>{t(task.acceptedAt === null ? 'work.line.toAccept' : 'work.line.accepted')}</span>
          )}
          {task.keyResult !== null && <span className={classes['cut']}>{task.keyResult.title}</span>}
        </span>
      </span>
      <span>{task.state === 'open' && <DueWords task={task} />}</span>
      <span className={classes['owner']} title={task.ownerId === null ? t('work.line.nobody') : nameOf(task.ownerId)}>
        {task.ownerId === null ? (
          <span className={classes['quiet']}>{t('work.line.nobody')}</span>
        ) : (
          <>
            <Avatar person={{ id: task.ownerId, name: nameOf(task.ownerId) }} size="sm" />
            <span className={classes['unseen']}>{nameOf(task.ownerId)}</span>
          </>
        )}
      </span>
    </div>
  );
};
