import { addDays, dayOf, weekday } from '../time/day.ts';
import { reminderSpans, nextMorning, startOfDay } from './habits.ts';
import type { Habits } from './habits.ts';

export type SnoozeChoice = 'later' | 'tomorrow' | 'monday';

/** How much of one's own time "later today" puts off, in milliseconds. */
const laterMs = 2 * 3_600_000;

/**
 * Until when a reminder can be put off, in one's own hours: later today (two hours of them on; not offered when fewer
 * are left today), the next morning of work, and the first morning of next week's. Choices that mean the same are
 * offered once.
 */
export const snoozeChoices = (
  now: number,
  habits: Habits,
): readonly { readonly choice: SnoozeChoice; readonly until: number }[] => {
  const today = dayOf(now, habits.schedule.timeZone);
  const offers: { choice: SnoozeChoice; until: number }[] = [];
  let left = laterMs;
  for (const span of reminderSpans(habits, now, startOfDay(addDays(today, 1), habits))) {
    if (left < span.end - span.start) {
      offers.push({ choice: 'later', until: span.start + left });
      break;
    }
    left -= span.end - span.start;
  }
  const mornings = [
    ['tomorrow', addDays(today, 1)],
    ['monday', addDays(today, 7 - weekday(today))],
  ] as const;
  for (const [choice, day] of mornings) {
    const until = nextMorning(day, habits);
    if (until !== null && offers.every((offer) => offer.until !== until)) offers.push({ choice, until });
  }
  return offers;
};
