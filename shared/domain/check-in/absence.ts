import type { Confidence } from '../../schema/index.ts';
import { worse } from '../progress/roll-up.ts';
import { addDays, dayOf } from '../time/day.ts';
import type { Day } from '../time/day.ts';
import { checkInDueAt, weekSpan } from '../time/cadence.ts';
import type { Week } from '../time/week.ts';
import { workingSpans } from '../time/working-hours.ts';
import type { Schedule } from '../time/working-hours.ts';

/**
 * Why a check-in is not there, as far as stated hours and leave explain it:
 * `leave` = the person is away, or was for the whole week; `not-started` = their first working hours of the week have
 * not begun; `not-due` = their week still runs; `open` = the week's working hours are over.
 */
export type AbsenceReason = 'leave' | 'not-started' | 'not-due' | 'open';

export interface Absence {
  readonly reason: AbsenceReason;
  /** The last day off in a row, for `leave`. */
  readonly until: Day | null;
  /** When the check-in is due by the person's own clock; null for `leave`. */
  readonly dueAt: number | null;
}

/** True for a week in which every stated working hour lies on a day off: it asks for no check-in. */
export const isLeaveWeek = (week: Week, schedule: Schedule): boolean => {
  const { start, end } = weekSpan(week, schedule.timeZone);
  const stated = workingSpans({ ...schedule, daysOff: new Set<Day>() }, start, end);
  return stated.length > 0 && workingSpans(schedule, start, end).length === 0;
};

/** The last of the days off that follow on each other from a day on; null for a day that is none. */
const lastDayOff = (daysOff: ReadonlySet<Day>, from: Day): Day | null => {
  if (!daysOff.has(from)) return null;
  let last = from;
  while (daysOff.has(addDays(last, 1))) last = addDays(last, 1);
  return last;
};

/** Explains a missing check-in of a week at an instant (milliseconds since the epoch). It explains, it does not judge. */
export const absenceOf = (week: Week, schedule: Schedule, now: number): Absence => {
  const { start, end } = weekSpan(week, schedule.timeZone);
  const daysOff = schedule.daysOff ?? new Set<Day>();
  // A week that is over is leave where all of it was: whoever worked it and left on Saturday owes its check-in.
  const today = now < end ? lastDayOff(daysOff, dayOf(Math.max(now, start), schedule.timeZone)) : null;
  if (today !== null) return { reason: 'leave', until: today, dueAt: null };
  const spans = workingSpans(schedule, start, end);
  const stated = workingSpans({ ...schedule, daysOff: new Set<Day>() }, start, end);
  if (spans.length === 0 && stated.length > 0) return { reason: 'leave', until: null, dueAt: null };
  const dueAt = checkInDueAt(week, schedule);
  const begins = spans[0]?.start ?? start;
  return { reason: now < begins ? 'not-started' : now < dueAt ? 'not-due' : 'open', until: null, dueAt };
};

/** Whether somebody says less of a goal than they said before (PRODUCT, triage: confidence drops). */
export const confidenceFell = (from: Confidence | null, to: Confidence | null): boolean =>
  from !== null && to !== null && from !== to && worse(from, to) === to;
