import { useMemo } from 'react';
import type { TaskView } from '#shared/protocol/index.ts';
import { useText } from '#renderer/i18n/index.ts';
import { Rows, towards, useCardDrag, useKeys, type RowSelection } from '#renderer/ui/index.ts';
import { TaskLine } from './task-line.tsx';
import type { TaskActs } from './use-tasks.ts';
import classes from './work.module.css';

const columns = ['open', 'done', 'carried', 'dropped'] as const;

const idOf = (task: TaskView): string => task.id;

export type Column = (typeof columns)[number];

/** The column of a task in the week that is looked at. */
export const columnOf = (task: Pick<TaskView, 'outcome' | 'state'>): Column => task.outcome ?? task.state;

/** Rows in the order in which the board shows them, column by column. */
export const boardOrder = (tasks: readonly TaskView[]): readonly TaskView[] =>
  columns.flatMap((column) => tasks.filter((task) => columnOf(task) === column));

/** Only what is open is carried on: the rest is opened again first. */
const reaches = (from: Column, to: Column): boolean => from !== to && (to !== 'carried' || from === 'open');

/** What moving a task's card into a column does. */
export const moveTask = (task: TaskView, to: Column, acts: TaskActs): void => {
  const from = columnOf(task);
  if (!reaches(from, to)) return;
  if (to === 'done') acts.toggle(task);
  if (to === 'dropped') acts.drop(task);
  if (to === 'carried') acts.carry(task);
  if (to === 'open') (from === 'carried' ? acts.plan : acts.reopen)(task);
};

/** The week as columns of what became of it; a card is moved by dragging it, or with shift and an arrow. */
export const Board = (props: {
  readonly tasks: readonly TaskView[];
  readonly selection: RowSelection;
  readonly acts: TaskActs;
}) => {
  const { t } = useText();
  const { tasks: all, acts, selection } = props;
  const move = (id: string | null, to: string | undefined): void => {
    const task = all.find((each) => each.id === id);
    const column = columns.find((each) => each === to);
    if (task !== undefined && column !== undefined) moveTask(task, column, acts);
  };
  const byColumn = useMemo(() => Map.groupBy(all, columnOf), [all]);
  const drag = useCardDrag(move);
  const shift = (step: number) => (): void => {
    const task = all.find((each) => each.id === selection.currentId);
    if (task === undefined) return;
    const from = columnOf(task);
    const ahead = step * towards() > 0 ? columns : columns.toReversed();
    move(
      task.id,
      ahead.slice(ahead.indexOf(from) + 1).find((to) => reaches(from, to)),
    );
  };
  useKeys([
    { keys: 'shift+right', label: t('work.keys.moveOn'), run: shift(1) },
    { keys: 'shift+left', label: t('work.keys.moveBack'), run: shift(-1) },
  ]);
  return (
    <div className={classes['board']}>
      {columns.map((column) => {
        const tasks = byColumn.get(column) ?? [];
        return (
          <section
            key={column}
            className={classes['column']}
            aria-label={t(`work.board.${column}`)}
            {...drag.column(column)}
          >
            <h2>
              {t(`work.board.${column}`)} <span className={classes['quiet']}>{tasks.length}</span>
            </h2>
            {tasks.length === 0 ? (
              <p className={classes['none']}>{t('work.board.empty')}</p>
            ) : (
              <div className={classes['cards']}>
                <Rows
                  label={t(`work.board.${column}`)}
                  items={tasks}
                  idOf={idOf}
                  rowSize={72}
                  apart
                  selection={props.selection}
                  rowProps={drag.card}
                >
                  {(task) => <TaskLine task={task} onToggle={() => props.acts.toggle(task)} />}
                </Rows>
              </div>
            )}
          </section>
        );
      })}
    </div>
  );
};
