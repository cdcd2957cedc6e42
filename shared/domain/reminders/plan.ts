import { dayOf } from '../time/day.ts';
import type { Day } from '../time/day.ts';
import { mayRemind, morningOf } from './habits.ts';
import type { Habits } from './habits.ts';
import type { ReminderKind, Wish } from './wishes.ts';

/** What a device knows of reminders it gave. Keys are those of wishes. */
export interface Told {
  /** Said already, on this device. */
  readonly told: ReadonlySet<string>;
  /** Put off, until when. */
  readonly snoozed: ReadonlyMap<string, number>;
  /** Never to be said again. */
  readonly dismissed: ReadonlySet<string>;
  /** The local day of the last digest; one that is still to come is of a clock that was ahead. */
  readonly digestDay: Day | null;
}

export interface ReminderChoices {
  readonly off: ReadonlySet<ReminderKind>;
  readonly digest: boolean;
}

export interface ReminderPlan<W extends Wish> {
  /** What stands now, newest first. */
  readonly standing: readonly W[];
  /** What has to be said now and is not part of the digest. */
  readonly tell: readonly W[];
  /** The day whose digest has to be said now; it says all that `inDigest` holds in one. */
  readonly digest: Day | null;
  readonly inDigest: readonly W[];
  /** Put off and not yet due, soonest first. */
  readonly later: readonly (W & { readonly until: number })[];
  /** Whether reminders may come at this moment. */
  readonly mayRemind: boolean;
}

/** What cannot wait for the digest to be read. */
const pressing: ReadonlySet<ReminderKind> = new Set(['blocker', 'urgent']);

/** Newest first. */
const byTime = (a: Wish, b: Wish): number => b.at - a.at || (a.key < b.key ? -1 : 1);

/** Of several wishes about one thing the latest stands. Takes and gives them newest first. */
const latestOfEach = <W extends Wish>(wishes: readonly W[]): readonly W[] => [
  ...new Map(wishes.toReversed().map((wish) => [wish.subject, wish])).values(),
];

/** Who puts something off puts off all that would be said of it meanwhile. */
const putOff = <W extends Wish>(wishes: readonly W[], snoozed: ReadonlyMap<string, number>): readonly W[] => {
  const until = new Map<string, number>();
  for (const { key, subject } of wishes) {
    const at = snoozed.get(key);
    if (at !== undefined) until.set(subject, Math.max(at, until.get(subject) ?? at));
  }
  return wishes.map((wish) => ({ ...wish, at: Math.max(wish.at, until.get(wish.subject) ?? wish.at) }));
};

/**
 * What a device says at an instant: what has come and was not said, put off or dismissed, and only while it may
 * speak. A moment that passed while the machine slept or its owner was away is said at the next one at which it may be,
 * and on the first one of a day all of them in one digest.
 */
export const planReminders = <W extends Wish>({
  wishes,
  habits,
  choices,
  known,
  now,
}: {
  readonly wishes: readonly W[];
  readonly habits: Habits;
  readonly choices: ReminderChoices;
  readonly known: Told;
  readonly now: number;
}): ReminderPlan<W> => {
  const all = wishes.filter((wish) => !choices.off.has(wish.kind) && !known.dismissed.has(wish.key)).toSorted(byTime);
  const wanted = putOff(all, known.snoozed);
  const standing = latestOfEach(wanted.filter((wish) => wish.at <= now)).toSorted(byTime);
  const later = wanted
    .filter((wish) => wish.at > now && known.snoozed.has(wish.key))
    .map((wish) => ({ ...wish, until: wish.at }))
    .toSorted((a, b) => a.until - b.until || (a.key < b.key ? -1 : 1));
  const may = mayRemind(habits, now);
  const untold = may ? standing.filter((wish) => !known.told.has(wish.key)) : [];
  const today = dayOf(now, habits.schedule.timeZone);
  const morning = morningOf(today, habits);
  const digest =
    choices.digest && may && morning !== null && morning <= now && known.digestDay !== today ? today : null;
  return {
    standing,
    tell: digest === null ? untold : untold.filter((wish) => pressing.has(wish.kind)),
    digest,
    inDigest: digest === null ? [] : untold.filter((wish) => !pressing.has(wish.kind)),
    later,
    mayRemind: may,
  };
};
