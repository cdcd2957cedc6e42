import { addDays, daysBetween } from '../time/day.ts';
import type { Day } from '../time/day.ts';

/** Where a cycle is: before it, first half, past its middle, at its end, or over. */
export type CyclePhase = 'ahead' | 'open' | 'mid-cycle' | 'closing' | 'closed';

/** A cycle is brought to its end in its last two weeks, of a short one in its last sixth. */
const closingDays = 14;

/** The first day past the middle, and the first on which a cycle is brought to its end. */
export const phaseDays = (cycle: {
  readonly start: Day;
  readonly end: Day;
}): { readonly middle: Day; readonly closing: Day } => {
  const days = Math.max(1, daysBetween(cycle.start, cycle.end) + 1);
  return {
    middle: addDays(cycle.start, Math.floor(days / 2)),
    closing: addDays(cycle.end, 1 - Math.max(1, Math.min(closingDays, Math.floor(days / 6)))),
  };
};

/** The phase of a cycle on a day. Until somebody closes it, a cycle whose days are over waits for its scores. */
export const cyclePhase = (
  cycle: { readonly start: Day; readonly end: Day; readonly state: 'open' | 'closed' },
  today: Day,
): CyclePhase => {
  if (cycle.state === 'closed') return 'closed';
  if (today < cycle.start) return 'ahead';
  const { middle, closing } = phaseDays(cycle);
  if (today >= closing) return 'closing';
  return today >= middle ? 'mid-cycle' : 'open';
};

/** The score that progress suggests, one decimal; null where progress is not computed. The owner has the last word. */
export const suggestedScore = (progress: number | null): number | null =>
  progress === null ? null : Math.round(Math.min(1, Math.max(0, progress)) * 10) / 10;
