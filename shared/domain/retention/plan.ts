import type { RecordKind } from '../../schema/index.ts';

/** What the team may keep for a limited time. A pulse goes with its check-in. */
export const retentionGroups = {
  checkIns: ['check-in', 'pulse'],
  feedback: ['feedback'],
  comments: ['comment'],
} as const satisfies Readonly<Record<string, readonly RecordKind[]>>;

export type RetentionGroup = keyof typeof retentionGroups;

/** Months that records are kept, by group; 0 keeps them for good. */
export type Retention = Readonly<Record<RetentionGroup, number>>;

/** Since when this device knows the present setting of a group, milliseconds since the epoch. */
export type KnownSince = Readonly<Partial<Record<RetentionGroup, { readonly months: number; readonly since: number }>>>;

/** Nothing is erased earlier than this after a device first saw a setting: people are told before. */
export const retentionGraceMs = 14 * 86_400_000;

const longestMonth = 31;

/** The same day and time so many months later (UTC); the last day of a month that is too short. */
export const monthsLater = (at: number, months: number): number => {
  const date = new Date(at);
  const moved = new Date(at);
  moved.setUTCDate(1);
  moved.setUTCMonth(moved.getUTCMonth() + months);
  const lastDay = new Date(Date.UTC(moved.getUTCFullYear(), moved.getUTCMonth() + 1, 0)).getUTCDate();
  moved.setUTCDate(Math.min(date.getUTCDate(), lastDay, longestMonth));
  return moved.getTime();
};

/**
 * What this device remembers after it saw the team's settings: a group whose months were shortened, or that was switched
 * on, starts its grace anew; one that was lengthened keeps it, because that takes nothing away.
 */
export const seeRetention = (known: KnownSince, now: Retention, at: number): KnownSince => {
  const groups = Object.keys(retentionGroups) as RetentionGroup[];
  return Object.fromEntries(
    groups
      .filter((group) => now[group] > 0)
      .map((group) => {
        const before = known[group];
        const since = before === undefined || now[group] < before.months ? at : before.since;
        return [group, { months: now[group], since }];
      }),
  );
};

/** When a record's own author's device erases it; null while nothing asks for that. */
export const erasedAt = (group: RetentionGroup, createdAt: number, known: KnownSince): number | null => {
  const setting = known[group];
  if (setting === undefined || setting.months === 0) return null;
  return Math.max(monthsLater(createdAt, setting.months), setting.since + retentionGraceMs);
};

/** The group that a kind belongs to; undefined for kinds that are always kept. */
export const retentionGroupOf = (kind: string): RetentionGroup | undefined =>
  (Object.keys(retentionGroups) as RetentionGroup[]).find((group) =>
    (retentionGroups[group] as readonly string[]).includes(kind),
  );
