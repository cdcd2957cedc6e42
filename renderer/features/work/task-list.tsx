import type { TaskView } from '#shared/protocol/index.ts';
import { useText } from '#renderer/i18n/index.ts';
import { Rows, SectionHead, type RowSelection } from '#renderer/ui/index.ts';
import { TaskLine } from './task-line.tsx';
import type { TaskActs } from './use-tasks.ts';
import classes from './work.module.css';

const idOf = (task: TaskView): string => task.id;

export interface TaskListProps {
  readonly planned: readonly TaskView[];
  readonly open: readonly TaskView[];
  readonly selection: RowSelection;
  readonly acts: TaskActs;
}

/** The week's work, and below it what is open and in no week. One selection goes through both. */
export const TaskList = ({ planned, open, selection, acts }: TaskListProps) => {
  const { t } = useText();
  const done = planned.filter((task) => task.outcome === 'done').length;
  const rows = (label: string, items: readonly TaskView[]) => (
    <Rows label={label} items={items} idOf={idOf} selection={selection}>
      {(task) => <TaskLine task={task} onToggle={() => acts.toggle(task)} />}
    </Rows>
  );
  return (
    <>
      <section aria-labelledby="work-planned">
        <SectionHead
          id="work-planned"
          title={t('work.list.planned')}
          note={planned.length === 0 ? undefined : t('work.list.plannedNote', { done, count: planned.length })}
        />
        {planned.length === 0 ? (
          <p className={classes['none']}>{t('work.list.none')}</p>
        ) : (
          rows(t('work.list.planned'), planned)
        )}
      </section>
      {open.length > 0 && (
        <section aria-labelledby="work-open">
          <SectionHead id="work-open" title={t('work.list.open')} note={t('work.list.openNote')} />
          {rows(t('work.list.open'), open)}
        </section>
      )}
    </>
  );
};
