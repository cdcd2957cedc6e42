import type { Week } from '../time/week.ts';
import type { Planned } from './planned.ts';

/** What became of the work that was planned for a week. */
export interface Completion {
  readonly week: Week;
  readonly planned: number;
  readonly done: number;
  readonly carried: number;
  readonly dropped: number;
  readonly open: number;
  /** Done of what was planned and not dropped, 0 to 1; null for a week without such work. */
  readonly rate: number | null;
}

/**
 * Completion of each of the given weeks (PRODUCT, done / carried / dropped). Dropped work counts neither for nor
 * against: deciding not to do something is not a failure to do it. Says something about work, never about a person.
 */
export const completionOf = (
  weeks: readonly Week[],
  plans: readonly Pick<Planned, 'week' | 'outcome'>[],
): readonly Completion[] => {
  const byWeek = Map.groupBy(plans, (plan) => plan.week);
  return weeks.map((week) => {
    const own = byWeek.get(week) ?? [];
    const count = (outcome: Planned['outcome']): number => own.filter((plan) => plan.outcome === outcome).length;
    const [done, carried, dropped, open] = [count('done'), count('carried'), count('dropped'), count('open')];
    const counted = own.length - dropped;
    return { week, planned: own.length, done, carried, dropped, open, rate: counted === 0 ? null : done / counted };
  });
};
