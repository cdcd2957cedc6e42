import { dayNumber, dayOf } from '../time/day.ts';
import type { Day } from '../time/day.ts';
import { subtractSpans } from '../time/spans.ts';
import type { Span } from '../time/spans.ts';
import { workingSpans } from '../time/working-hours.ts';
import type { Schedule } from '../time/working-hours.ts';
import { instantOf } from '../time/zone.ts';

/** When somebody may be reminded: in their stated hours, outside leave, and outside the hours they want quiet. */
export interface Habits {
  readonly schedule: Schedule;
  /** "12:00-13:00" by the person's own clock, every day; "22:00-06:00" ends the next day. Null = no quiet hours. */
  readonly quiet: string | null;
}

const msPerDay = 86_400_000;
const everyDay = (hours: string): readonly string[] => Array.from({ length: 7 }, () => hours);

/** Whoever states no working hours at all is reminded by day. */
const daytime = everyDay('08:00-20:00');
/** Leave longer than this is not searched through: nobody is reminded of anything that far away. */
const longestDays = 420;

const heard = ({ schedule }: Habits): Schedule =>
  schedule.hours.some((hours) => hours !== null) ? schedule : { ...schedule, hours: daytime };

/** The time between two instants (milliseconds since the epoch) in which reminders may come, as merged spans. */
export const reminderSpans = (habits: Habits, from: number, to: number): readonly Span[] => {
  const spans = workingSpans(heard(habits), from, to);
  if (habits.quiet === null) return spans;
  const { timeZone } = habits.schedule;
  return subtractSpans(spans, workingSpans({ hours: everyDay(habits.quiet), timeZone }, from, to));
};

/** Whether a reminder may come at an instant. */
export const mayRemind = (habits: Habits, at: number): boolean => reminderSpans(habits, at, at + 1).length > 0;

/** The first instant from `at` on at which a reminder may come; null where there is none within a year. */
export const nextReminderTime = (habits: Habits, at: number): number | null => {
  for (let days = 0; days < longestDays; days += 7) {
    const first = reminderSpans(habits, at + days * msPerDay, at + (days + 7) * msPerDay)[0];
    if (first !== undefined) return first.start;
  }
  return null;
};

/**
 * The instant from which so much reminder time (milliseconds) is left until `due`: early enough to act on, however the
 * quiet hours, the night or the weekend lie before it. Null where the month before has none.
 */
export const reminderTimeBefore = (habits: Habits, due: number, leadMs: number): number | null => {
  let left = leadMs;
  let earliest: number | null = null;
  for (let days = 0; days < 28; days += 7) {
    const end = due - days * msPerDay;
    for (const span of reminderSpans(habits, end - 7 * msPerDay, end).toReversed()) {
      if (left <= span.end - span.start) return span.end - left;
      left -= span.end - span.start;
      earliest = span.start;
    }
  }
  return earliest;
};

/** First instant of a calendar day by the person's own clock. */
export const startOfDay = (day: Day, habits: Habits): number => instantOf(dayNumber(day), 0, habits.schedule.timeZone);

/**
 * The morning of a local day: the first reminder time in working hours that begin on that day; null on a day off, or
 * where quiet hours leave nothing of it. A night shift's morning is in the evening.
 */
export const morningOf = (day: Day, habits: Habits): number | null => {
  const from = startOfDay(day, habits);
  // Hours that begin on a day end on the next at the latest; a day of a clock change has up to 25 hours.
  const shift = workingSpans(heard(habits), from, from + 2 * msPerDay).filter(
    (span) =>
      dayOf(span.start, habits.schedule.timeZone) === day &&
      // What is left of yesterday's night shift at midnight began yesterday.
      (span.start > from || workingSpans(heard(habits), from - 1, from).length === 0),
  );
  for (const span of shift) {
    const first = reminderSpans(habits, span.start, span.end)[0];
    if (first !== undefined) return first.start;
  }
  return null;
};

/** The first morning on or after a local day; null where there is none within a year. */
export const nextMorning = (day: Day, habits: Habits): number | null => {
  const at = nextReminderTime(habits, startOfDay(day, habits));
  if (at === null) return null;
  for (let number = dayNumber(day); number <= dayNumber(dayOf(at, habits.schedule.timeZone)) + 1; number++) {
    const morning = morningOf(new Date(number * msPerDay).toISOString().slice(0, 10), habits);
    if (morning !== null) return morning;
  }
  return at;
};
