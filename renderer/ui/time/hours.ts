import type { WorkingHours } from '#shared/protocol/index.ts';
import { calendarDay } from './format.ts';

/** A stretch of time, from and to in milliseconds since the epoch. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Whose stated hours are meant: never what somebody does, only what they said. */
export interface Stated {
  readonly timeZone: string;
  readonly workingHours: WorkingHours;
  /** Leave and holidays, both days included, on which the stated hours do not count. */
  readonly daysOff?: readonly { readonly start: string; readonly end: string }[];
}

const minuteMs = 60_000;
const dayMs = 86_400_000;

const offsets = new Map<string, Intl.DateTimeFormat>();

/** Wall clock of an instant in a zone, written as if it were UTC. */
const wall = (at: number, zone: string): number => {
  let format = offsets.get(zone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    offsets.set(zone, format);
  }
  const parts = new Map(format.formatToParts(at).map((part) => [part.type, Number(part.value)]));
  const get = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0;
  return Date.UTC(get('year'), get('month') - 1, get('day'), get('hour'), get('minute'), get('second'));
};

/** The instant at which a zone's clocks show this wall time; a time skipped by summer time moves forward. */
const instantOf = (wallTime: number, zone: string): number => {
  const first = wallTime - (wall(wallTime, zone) - wallTime);
  return first + (wallTime - wall(first, zone));
};

/** Start of the reader's calendar day that holds `at`, and its end: 23, 24 or 25 hours later. */
export const dayOf = (at: number, zone: string): Span => {
  const start = Date.parse(`${calendarDay(at, zone)}T00:00:00Z`);
  return { from: instantOf(start, zone), to: instantOf(start + dayMs, zone) };
};

/** The instant at which a zone's clocks show this many minutes after midnight of the day that begins at `dayStart`. */
export const minuteOfDay = (dayStart: number, minutes: number, zone: string): number =>
  instantOf(Date.parse(`${calendarDay(dayStart, zone)}T00:00:00Z`) + minutes * minuteMs, zone);

/** A wall-clock stretch of every day (minutes after midnight; the end may lie past 24 h) within a window. */
const daily = (
  window: Span,
  zone: string,
  ofDay: (weekday: number, day: string) => readonly [number, number] | null,
): readonly Span[] => {
  const spans: Span[] = [];
  const firstDay = Date.parse(`${calendarDay(window.from, zone)}T00:00:00Z`) - dayMs;
  for (let day = firstDay; day <= firstDay + 4 * dayMs; day += dayMs) {
    const date = new Date(day);
    const minutes = ofDay((date.getUTCDay() + 6) % 7, date.toISOString().slice(0, 10));
    if (minutes === null) continue;
    const from = Math.max(window.from, instantOf(day + minutes[0] * minuteMs, zone));
    const to = Math.min(window.to, instantOf(day + minutes[1] * minuteMs, zone));
    if (from < to) spans.push({ from, to });
  }
  return spans;
};

const parseHours = (text: string): readonly [number, number] | null => {
  const match = /^(\d{2}):(\d{2})-(\d{2}):(\d{2})$/.exec(text);
  if (match === null) return null;
  const [h1 = 0, m1 = 0, h2 = 0, m2 = 0] = match.slice(1).map(Number);
  const from = h1 * 60 + m1;
  const to = h2 * 60 + m2;
  // 22:00-06:00 ends on the next day.
  return [from, to > from ? to : to + 24 * 60];
};

/** Stated working hours of a person that fall into a window; none on leave. */
export const statedSpans = (person: Stated, window: Span): readonly Span[] =>
  daily(window, person.timeZone, (weekday, day) => {
    if (person.daysOff?.some(({ start, end }) => start <= day && day <= end) === true) return null;
    const hours = person.workingHours[weekday];
    return hours === null || hours === undefined ? null : parseHours(hours);
  });

/** Night, 22:00 to 06:00 on a zone's own clocks, within a window: the thin band of the overlap clock. */
export const nightSpans = (zone: string, window: Span): readonly Span[] =>
  daily(window, zone, () => [22 * 60, 30 * 60]);

/** How dark a count of a whole is shown, 0 to 5: one step for each of a few, everyone always darkest. */
export const heatLevel = (count: number, whole: number): number => {
  if (count <= 0) return 0;
  if (count >= whole) return 5;
  return Math.min(4, whole <= 6 ? count : Math.ceil((count / whole) * 6));
};

export const holds = (spans: readonly Span[], at: number): boolean =>
  spans.some((span) => span.from <= at && at < span.to);

/** What a person's stated hours say about a moment: at work until, or starting in. Null when nothing is stated for days. */
export const statedNow = (person: Stated, now: number): { readonly atWork: boolean; readonly at: number } | null => {
  const spans = statedSpans(person, { from: now - dayMs, to: now + 3 * dayMs }).toSorted((a, b) => a.from - b.from);
  const current = spans.find((span) => span.from <= now && now < span.to);
  if (current !== undefined) return { atWork: true, at: current.to };
  const next = spans.find((span) => span.from > now);
  return next === undefined ? null : { atWork: false, at: next.from };
};
