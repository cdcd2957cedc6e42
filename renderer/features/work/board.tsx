import type { TaskView } from '#shared/protocol/index.ts';
import { useText } from '#renderer/i18n/index.ts';
import { Rows, type RowSelection } from '#renderer/ui/index.ts';
import { TaskLine } from './task-line.tsx';
import type { TaskActs } from './use-tasks.ts';
import classes from './work.module.css';

const columns = ['open', 'done', 'carried', 'dropped'] as const;

export type Column = (typeof columns)[number];

/** The column of a task in the week that is looked at. */
export const columnOf = (task: Pick<TaskView, 'outcome' | 'state'>): Column => task.outcome ?? task.state;

/** Rows in the order in which the board shows them, column by column. */
export const boardOrder = (tasks: readonly TaskView[]): readonly TaskView[] =>
  columns.flatMap((column) => tasks.filter((task) => columnOf(task) === column));

/** The week as columns of what became of it. */
export const Board = (props: {
  readonly tasks: readonly TaskView[];
  readonly selection: RowSelection;
  readonly acts: TaskActs;
}) => {
  const { t } = useText();
  return (
    <div className={classes['board']}>
      {columns.map((column) => {
        const tasks = props.tasks.filter((task) => columnOf(task) === column);
        return (
          <section key={column} className={classes['column']} aria-label={t(`work.board.${column}`)}>
            <h2>
              {t(`work.board.${column}`)} <span className={classes['quiet']}>{tasks.length}</span>
            </h2>
            {tasks.length === 0 ? (
              <p className={classes['none']}>{t('work.board.empty')}</p>
            ) : (
              <Rows
                label={t(`work.board.${column}`)}
                items={tasks}
                idOf={(task) => task.id}
                selection={props.selection}
              >
                {(task) => <TaskLine task={task} onToggle={() => props.acts.toggle(task)} />}
              </Rows>
            )}
          </section>
        );
      })}
    </div>
  );
};
