import { addDays } from '../time/day.ts';
import type { Day } from '../time/day.ts';
import { nextReminderTime, reminderTimeBefore, startOfDay } from './habits.ts';
import type { Habits } from './habits.ts';

/** What one can be reminded of; each can be switched off. The digest is one more, once a day. */
export const reminderKinds = [
  'check-in',
  'norm',
  'blocker',
  'urgent',
  'task',
  'stale-goal',
  'one-on-one',
  'cycle',
] as const;

export type ReminderKind = (typeof reminderKinds)[number];

/** Something that wants to be said at a moment. */
export interface Wish {
  /** The same for as long as it is about the same thing and moment. */
  readonly key: string;
  /** What it is about: of several wishes about one thing, the latest that has come stands. */
  readonly subject: string;
  readonly kind: ReminderKind;
  /** Within reminder time, milliseconds since the epoch. */
  readonly at: number;
}

const hourMs = 3_600_000;

/** How much of one's own time is left when a reminder of a deadline comes: half of what an urgent norm gives. */
export const leadMs = { standard: 2 * hourMs, urgent: hourMs } as const;

const wish = (subject: string, kind: ReminderKind, phase: string, at: number | null): readonly Wish[] =>
  at === null ? [] : [{ key: `${subject}/${phase}`, subject, kind, at }];

/** Said as soon as it may be: something arrived that cannot wait. What is asked anew has arrived anew. */
export const wishNow = (subject: string, kind: ReminderKind, since: number, habits: Habits): readonly Wish[] =>
  wish(subject, kind, `now/${String(since)}`, nextReminderTime(habits, since));

/**
 * Said while there is still time to act: so much reminder time before it runs out, and never before it was asked. What
 * was due at another moment is another wish: leave that moves a deadline moves its reminder, and what is asked anew has
 * another deadline.
 */
export const wishBefore = (
  subject: string,
  kind: ReminderKind,
  of: { readonly dueAt: number; readonly urgent: boolean; readonly since: number | null },
  habits: Habits,
): readonly Wish[] => {
  const before = reminderTimeBefore(habits, of.dueAt, of.urgent ? leadMs.urgent : leadMs.standard);
  const at = before === null ? nextReminderTime(habits, of.dueAt) : Math.max(before, of.since ?? before);
  return wish(subject, kind, `before/${String(of.dueAt)}`, at === null ? null : nextReminderTime(habits, at));
};

/** Said on the morning of a day, or on the first morning of work after it. */
export const wishOnDay = (subject: string, kind: ReminderKind, day: Day, habits: Habits): readonly Wish[] =>
  wish(subject, kind, day, nextReminderTime(habits, startOfDay(day, habits)));

/** The reminders of a cycle that ends: a week before and on its last day. */
export const cycleWishes = (cycle: { readonly id: string; readonly end: Day }, habits: Habits): readonly Wish[] =>
  [addDays(cycle.end, -7), cycle.end].flatMap((day) => wishOnDay(`cycle/${cycle.id}`, 'cycle', day, habits));
