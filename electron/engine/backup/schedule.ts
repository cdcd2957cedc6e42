/** How often a backup is written by itself. */
export type Pace = 'off' | 'daily' | 'weekly';

const dayMs = 86_400_000;
/** After a failure (a full disk, a stick that is not there) it is tried again this often. */
const retryMs = 3_600_000;

export interface Scheduled {
  readonly every: Pace;
  /** When it was switched on. */
  readonly since: number;
  readonly lastAt: number | null;
  readonly failedAt: number | null;
}

/**
 * When the next backup is due; null when none is. A time in the future is of a clock that was ahead and says nothing: the
 * next backup is due at once then, as if there were none, and not only once that time has come.
 */
export const nextBackupAt = ({ every, since, lastAt, failedAt }: Scheduled, now: number): number | null => {
  if (every === 'off') return null;
  const period = every === 'daily' ? dayMs : 7 * dayMs;
  const due = lastAt === null || lastAt > now ? Math.min(since, now) : lastAt + period;
  return failedAt === null || failedAt > now ? due : Math.max(due, failedAt + retryMs);
};

export const isDue = (scheduled: Scheduled, now: number): boolean => {
  const next = nextBackupAt(scheduled, now);
  return next !== null && next <= now;
};
