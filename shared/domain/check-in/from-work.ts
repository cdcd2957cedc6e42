import type { TaskState } from '../../schema/index.ts';
import type { Week } from '../time/week.ts';
import type { Plan } from './carry-over.ts';

/** An open task of one's own, as far as a check-in asks about it. */
export interface OpenTask {
  readonly id: string;
  readonly title: string;
  /** The week it is planned for; null for some day. */
  readonly week: Week | null;
  readonly carried: number;
  readonly keyResultId: string | null;
}

const same = (plan: Pick<Plan, 'text'>, task: OpenTask): boolean =>
  plan.text.trim().toLocaleLowerCase('en') === task.title.trim().toLocaleLowerCase('en');

const asPlan = ({ id, title, carried, keyResultId }: OpenTask): Plan => ({
  id,
  text: title,
  outcome: 'open',
  carried,
  keyResultId,
});

export type SettledState = Exclude<TaskState, 'open'>;

/** Last week's plans with what became of those that are tasks and were done or dropped in Work since. */
export const asSettledInWork = (
  lastPlans: readonly Plan[],
  settled: ReadonlyMap<string, SettledState>,
): readonly Plan[] => lastPlans.map((plan) => ({ ...plan, outcome: settled.get(plan.id) ?? plan.outcome }));

/**
 * What a week's check-in asks about and begins with, last week's plans and open tasks of Work together. A plan that is
 * a task as well stands once, by the task's id, so that what is said of it is said in both places. Tasks that are
 * planned for later, or for some day, are not asked about. What is settled already is no open task of the same name.
 */
export const withOpenTasks = (
  week: Week,
  lastPlans: readonly Plan[],
  tasks: readonly OpenTask[],
): { readonly lastPlans: readonly Plan[]; readonly fresh: readonly Plan[] } => {
  const taken = new Set<string>();
  const linked = lastPlans.map((plan) => {
    if (plan.outcome !== 'open') return plan;
    const task = tasks.find((each) => !taken.has(each.id) && (each.id === plan.id || same(plan, each)));
    if (task === undefined) return plan;
    taken.add(task.id);
    return { ...plan, id: task.id, keyResultId: plan.keyResultId ?? task.keyResultId };
  });
  const rest = tasks.filter((task) => !taken.has(task.id) && task.week !== null);
  return {
    lastPlans: [...linked, ...rest.filter((task) => task.week !== null && task.week < week).map(asPlan)],
    fresh: rest.filter((task) => task.week === week).map(asPlan),
  };
};
