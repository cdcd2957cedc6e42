import type { TaskView } from '#shared/protocol/index.ts';
import { useText } from '#renderer/i18n/index.ts';
import { Button, EmptyState, FlagIcon, PlusIcon, Rows, SectionHead, type RowSelection } from '#renderer/ui/index.ts';
import { TaskLine } from './task-line.tsx';
import type { TaskActs } from './use-tasks.ts';

const idOf = (task: TaskView): string => task.id;

const groups = ['late', 'coming', 'undated', 'finished'] as const;
type Group = (typeof groups)[number];

const groupOf = (task: TaskView): Group =>
  task.state !== 'open' ? 'finished' : task.overdue ? 'late' : task.due === null ? 'undated' : 'coming';

/** Milestones in the order in which they are shown: what is late first, what is finished last and newest first. */
export const milestoneOrder = (tasks: readonly TaskView[]): readonly TaskView[] =>
  groups.flatMap((group) => {
    const own = tasks.filter((task) => groupOf(task) === group);
    return group === 'finished' ? own.toSorted((a, b) => (b.doneAt ?? 0) - (a.doneAt ?? 0)) : own;
  });

/** All milestones by their dates. */
export const Milestones = (props: {
  readonly tasks: readonly TaskView[];
  readonly selection: RowSelection;
  readonly acts: TaskActs;
  readonly onAdd: () => void;
}) => {
  const { t } = useText();
  const ordered = milestoneOrder(props.tasks);
  if (ordered.length === 0)
    return (
      <EmptyState
        icon={FlagIcon}
        title={t('work.milestones.none')}
        sentence={t('work.milestones.noneSentence')}
        actions={
          <Button size="xs" icon={PlusIcon} onClick={props.onAdd}>
            {t('work.milestones.add')}
          </Button>
        }
      />
    );
  return (
    <>
      {groups.map((group) => {
        const own = ordered.filter((task) => groupOf(task) === group);
        if (own.length === 0) return null;
        return (
          <section key={group} aria-labelledby={`milestones-${group}`}>
            <SectionHead id={`milestones-${group}`} title={t(`work.milestones.${group}`)} note={String(own.length)} />
            <Rows label={t(`work.milestones.${group}`)} items={own} idOf={idOf} selection={props.selection}>
              {(task) => <TaskLine task={task} onToggle={() => props.acts.toggle(task)} />}
            </Rows>
          </section>
        );
      })}
    </>
  );
};
