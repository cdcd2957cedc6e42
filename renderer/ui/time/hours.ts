import { dayFromNumber, daysWithin, instantOf, localAt, workingSpans } from '#shared/domain/index.ts';
import type { Schedule } from '#shared/domain/index.ts';
import type { PersonView, WorkingHours } from '#shared/protocol/index.ts';

/** A stretch of time, from and to in milliseconds since the epoch. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

type DayOff = PersonView['daysOff'][number];

/** Whose stated hours are meant: never what somebody does, only what they said, and on which days it does not hold. */
export interface Stated {
  readonly timeZone: string;
  readonly workingHours: WorkingHours;
  /** Leave and holidays, both days included, on which the stated hours do not count. */
  readonly daysOff?: readonly { readonly start: string; readonly end: string }[];
}

const minuteMs = 60_000;
const dayMs = 86_400_000;

const scheduleOf = ({ timeZone, workingHours, daysOff = [] }: Stated): Schedule => ({
  timeZone,
  hours: workingHours,
  daysOff: daysWithin(daysOff),
});

/** Start of the reader's calendar day that holds `at`, and its end: 23, 24 or 25 hours later. */
export const dayOf = (at: number, zone: string): Span => {
  const { dayNumber } = localAt(at, zone);
  return { from: instantOf(dayNumber, 0, zone), to: instantOf(dayNumber + 1, 0, zone) };
};

/** The instant at which a zone's clocks show this many minutes after midnight of the day that begins at `dayStart`. */
export const minuteOfDay = (dayStart: number, minutes: number, zone: string): number =>
  instantOf(localAt(dayStart + minuteMs, zone).dayNumber, minutes, zone);

/** Stated working hours of a person that fall into a window; none on leave and public holidays. */
export const statedSpans = (person: Stated, window: Span): readonly Span[] =>
  workingSpans(scheduleOf(person), window.from, window.to).map(({ start, end }) => ({ from: start, to: end }));

/** Night, 22:00 to 06:00 on a zone's own clocks, within a window: the thin band of the overlap clock. */
export const nightSpans = (zone: string, window: Span): readonly Span[] =>
  statedSpans({ timeZone: zone, workingHours: new Array<string>(7).fill('22:00-06:00') }, window);

/** How dark a count of a whole is shown, 0 to 5: one step for each of a few, everyone always darkest. */
export const heatLevel = (count: number, whole: number): number => {
  if (count <= 0) return 0;
  if (count >= whole) return 5;
  return Math.min(4, whole <= 6 ? count : Math.ceil((count / whole) * 6));
};

export const holds = (spans: readonly Span[], at: number): boolean =>
  spans.some((span) => span.from <= at && at < span.to);

/** How far ahead the next stated hours are looked for: longer than a leave lasts. */
const aheadDays = 420;

/** What a person's stated hours say about a moment: at work until, or starting in. Null when none come. */
export const statedNow = (person: Stated, now: number): { readonly atWork: boolean; readonly at: number } | null => {
  const schedule = scheduleOf(person);
  const current = workingSpans(schedule, now - dayMs, now + dayMs).find(({ start, end }) => start <= now && now < end);
  if (current !== undefined) return { atWork: true, at: current.end };
  for (let from = now; from < now + aheadDays * dayMs; from += 14 * dayMs) {
    const next = workingSpans(schedule, from, from + 14 * dayMs)[0];
    if (next !== undefined) return { atWork: false, at: next.start };
  }
  return null;
};

/** The day off that a person has today by their own calendar; null on a day like others. */
export const dayOffNow = (person: Pick<PersonView, 'timeZone' | 'daysOff'>, now: number): DayOff | null => {
  const today = dayFromNumber(localAt(now, person.timeZone).dayNumber);
  return person.daysOff.find(({ start, end }) => start <= today && today <= end) ?? null;
};
