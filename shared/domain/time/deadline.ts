import { addDays, dayNumber, dayOf } from './day.ts';
import type { Day } from './day.ts';
import type { NormClock } from './norm.ts';
import { workingMsBetween, workingSpans, worksOn } from './working-hours.ts';
import type { Schedule } from './working-hours.ts';
import { instantOf } from './zone.ts';

/** A deadline is told in working time from so many days before it. */
const spanDays = 7;
/** Leave that is longer than this moves no deadline to before it. */
const longestLeaveDays = 100;

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
  const startFor = (day: Day, days: number): number =>
    instantOf(dayNumber(addDays(day, 1 - days)), 0, schedule.timeZone);
  // Night hours that begin on the day end on the next; those that begin on the next one do not count.
  const lastEnd = (days: number): number | undefined =>
    workingSpans(schedule, startFor(due, days), midnight + 86_400_000)
      .filter((span) => span.start < midnight)
      .at(-1)?.end;
  const usual = lastEnd(spanDays);
  const away = usual === undefined && (schedule.daysOff?.size ?? 0) > 0 ? lastEnd(longestLeaveDays) : undefined;
  const dueAt = usual ?? away ?? midnight;
  const start = startFor(away === undefined ? due : dayOf(away - 1, schedule.timeZone), spanDays);
  return {
    dueAt,
    leftMs: workingMsBetween(schedule, now, dueAt),
    totalMs: Math.max(1, workingMsBetween(schedule, start, dueAt)),
  };
};

/**
 * The last day such that whatever is due by it runs out on a day or before: days on which no work begins follow. What is
 * due on Sunday runs out on Friday for somebody who works until then.
 */
export const lastDueWith = (day: Day, schedule: Schedule): Day => {
  // Room for leave that began before the day: its deadlines lie before it too.
  for (let last = 1; last < longestLeaveDays - spanDays; last += 1) {
    if (worksOn(schedule, addDays(day, last))) return addDays(day, last - 1);
  }
  return schedule.hours.some((stated) => stated !== null) ? addDays(day, longestLeaveDays - spanDays) : day;
};
