import { useCallback } from 'react';
import { addWeeks } from '#shared/domain/index.ts';
import type { CommandParams, TaskView } from '#shared/protocol/index.ts';
import { useText } from '#renderer/i18n/index.ts';
import { useCommand } from '#renderer/state/index.ts';

/** "48" of 2026-W48. */
export const weekNumber = (week: string): number => Number(week.slice(6));

type Change = Omit<CommandParams<'task.update'>, 'id' | 'base'>;

/** What a person does with a task in a list. Each says so once it is durable, and can be taken back. */
export const useTaskActs = (week: string) => {
  const { t } = useText();
  const update = useCommand('task.update');
  const accept = useCommand('task.accept');
  const run = update.run;
  const runAccept = accept.run;

  const change = useCallback(
    (task: Pick<TaskView, 'id' | 'heads' | 'mayEdit'>, to: Change, done: string): void => {
      if (task.mayEdit) void run({ id: task.id, base: [...task.heads], ...to }, { done });
    },
    [run],
  );
  return {
    toggle: (task: TaskView): void =>
      task.state === 'done'
        ? change(task, { state: 'open' }, t('work.said.open'))
        : change(task, { state: 'done' }, t('work.said.done')),
    /** Back into work, whether it was done or dropped. */
    reopen: (task: TaskView): void => {
      if (task.state !== 'open') change(task, { state: 'open' }, t('work.said.open'));
    },
    /** Out of work, or back into it. */
    drop: (task: TaskView): void => {
      const state = task.state === 'dropped' ? 'open' : 'dropped';
      change(task, { state }, t(`work.said.${state}`));
    },
    carry: (task: TaskView): void => {
      const next = addWeeks(task.week ?? week, 1);
      if (task.state === 'open') change(task, { week: next }, t('work.said.carried', { week: weekNumber(next) }));
    },
    plan: (task: TaskView): void => {
      if (task.state === 'open' && task.week !== week)
        change(task, { week }, t('work.said.planned', { week: weekNumber(week) }));
    },
    accept: (task: TaskView): void => {
      if (task.mayAccept) void runAccept({ id: task.id, base: [...task.heads] }, { done: t('work.said.accepted') });
    },
  };
};

export type TaskActs = ReturnType<typeof useTaskActs>;
