import { addDays, dayNumber } from './day.ts';
import type { Day } from './day.ts';
import type { NormClock } from './norm.ts';
import { workingMsBetween, workingSpans } from './working-hours.ts';
import type { Schedule } from './working-hours.ts';
import { instantOf } from './zone.ts';

/** A deadline is told in working time from so many days before it. */
const spanDays = 7;

/**
 * The clock of something due on a day: it runs out at the end of the last working hours that begin on or before that
 * day, by the person's own clock (leave moves it forward to before the leave); at midnight for somebody who states none.
 */
export const deadlineClock = ({
  due,
  schedule,
  now,
}: {
  readonly due: Day;
  readonly schedule: Schedule;
  readonly now: number;
}): NormClock => {
  const midnight = instantOf(dayNumber(addDays(due, 1)), 0, schedule.timeZone);
  const start = instantOf(dayNumber(addDays(due, 1 - spanDays)), 0, schedule.timeZone);
  // Night hours that begin on the day end on the next; those that begin on the next one do not count.
  const dueAt =
    workingSpans(schedule, start, midnight + 86_400_000)
      .filter((span) => span.start < midnight)
      .at(-1)?.end ?? midnight;
  return {
    dueAt,
    leftMs: workingMsBetween(schedule, now, dueAt),
    totalMs: Math.max(1, workingMsBetween(schedule, start, dueAt)),
  };
};
