import { daysBetween } from '../time/day.ts';
import type { Day } from '../time/day.ts';
import { clamp, isMetOrNot } from './measure.ts';
import type { Measure } from './measure.ts';

/** Where in a cycle a day lies. */
export interface CycleDay {
  /** 1 on the first day; 0 before it; never beyond `days`. */
  readonly dayOfCycle: number;
  readonly days: number;
  /** Elapsed days, the present one included, of all days, 0 to 1 (PRODUCT, expected). */
  readonly expected: number;
}

/** The expected share at a day (not an instant: a cycle is made of days). Both ends belong to the cycle. */
export const cycleDay = (cycle: { readonly start: Day; readonly end: Day }, today: Day): CycleDay => {
  const days = Math.max(1, daysBetween(cycle.start, cycle.end) + 1);
  const dayOfCycle = Math.min(days, Math.max(0, daysBetween(cycle.start, today) + 1));
  return { dayOfCycle, days, expected: dayOfCycle / days };
};

/** The value that the elapsed share asks for; null for what is met or not and has no pace. */
export const expectedValue = (measure: Measure, expected: number): number | null =>
  isMetOrNot(measure) ? null : measure.start * (1 - clamp(expected)) + measure.target * clamp(expected);
