import { dayFromNumber, dayNumber, weekday } from './day.ts';
import type { Day } from './day.ts';
import { intersectSpans, lengthOf, mergeSpans } from './spans.ts';
import type { Span } from './spans.ts';
import { instantOf, localAt } from './zone.ts';

/** A person's stated week. */
export interface Schedule {
  /** One entry a weekday, Monday first: "09:00-17:00", or null for a day off. "22:00-06:00" ends the next day. */
  readonly hours: readonly (string | null)[];
  /** IANA zone, such as "Asia/Kolkata". */
  readonly timeZone: string;
  /** Days of leave and holidays, on which the stated hours do not count. */
  readonly daysOff?: ReadonlySet<Day>;
}

const msPerDay = 86_400_000;
/** Nobody is owed an answer further away than this; it bounds the search through a schedule that is all leave. */
const longestDays = 3660;

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

/** The span of hours that begin on a local day; none for a day off or for hours that are not hours. */
const spanOf = ({ hours, timeZone, daysOff }: Schedule, nth: number): readonly Span[] => {
  const day = dayFromNumber(nth);
  const stated = hours[weekday(day)];
  if (stated === null || stated === undefined || daysOff?.has(day) === true) return [];
  const [from = '', to = ''] = stated.split('-');
  const first = minutesOf(from);
  const last = minutesOf(to);
  if (Number.isNaN(first) || Number.isNaN(last)) return [];
  const end = last <= first ? last + 1440 : last;
  const start = instantOf(nth, first, timeZone);
  // A zone that crosses the date line leaves out a whole day (Apia, 30 December 2011): nobody works on it.
  if (localAt(start, timeZone).dayNumber !== nth) return [];
  return [{ start, end: instantOf(nth, end, timeZone) }];
};

/** Whether any working hours begin on a day. */
export const worksOn = (schedule: Schedule, day: Day): boolean => spanOf(schedule, dayNumber(day)).length > 0;

/**
 * When somebody works between two instants (milliseconds since the epoch), as merged spans. Wall-clock hours become
 * instants day by day, so that a day of a clock change is as long as it is.
 */
export const workingSpans = (schedule: Schedule, from: number, to: number): readonly Span[] => {
  if (to <= from) return [];
  // A night shift that began yesterday reaches into today.
  const first = localAt(from, schedule.timeZone).dayNumber - 1;
  const last = localAt(to, schedule.timeZone).dayNumber;
  const spans: Span[] = [];
  for (let day = first; day <= last; day++) spans.push(...spanOf(schedule, day));
  return intersectSpans(mergeSpans(spans), [{ start: from, end: to }]);
};

/** Working milliseconds between two instants; negative when `to` lies before `from`. */
export const workingMsBetween = (schedule: Schedule, from: number, to: number): number =>
  to < from ? -lengthOf(workingSpans(schedule, to, from)) : lengthOf(workingSpans(schedule, from, to));

/**
 * The instant by which `ms` working milliseconds have passed since `from`: when a response is due (PRODUCT, response
 * norm). Null for a schedule without working time in the next ten years.
 */
export const addWorkingMs = (schedule: Schedule, from: number, ms: number): number | null => {
  if (ms <= 0) return from;
  let left = ms;
  for (let days = 0; days < longestDays; days += 7) {
    const start = from + days * msPerDay;
    for (const span of workingSpans(schedule, start, start + 7 * msPerDay)) {
      if (left <= span.end - span.start) return span.start + left;
      left -= span.end - span.start;
    }
  }
  return null;
};

/** When all of them work between two instants, as merged spans: where an overlap clock shows a meeting of days. */
export const overlapOf = (schedules: readonly Schedule[], from: number, to: number): readonly Span[] =>
  schedules.reduce<readonly Span[]>(
    (common, schedule) => intersectSpans(common, workingSpans(schedule, from, to)),
    to > from && schedules.length > 0 ? [{ start: from, end: to }] : [],
  );
