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
 * When the next backup is due; null when none is. A clock that was set back does not hold backups up for longer than
 * one period: times in the future count as now.
 */
export const nextBackupAt = ({ every, since, lastAt, failedAt }: Scheduled, now: number): number | null => {
  if (every === 'off') return null;
  const period = every === 'daily' ? dayMs : 7 * dayMs;
  const due = lastAt === null ? Math.min(since, now) : Math.min(lastAt, now) + period;
  return failedAt === null ? due : Math.max(due, Math.min(failedAt, now) + retryMs);
};

export const isDue = (scheduled: Scheduled, now: number): boolean => {
  const next = nextBackupAt(scheduled, now);
  return next !== null && next <= now;
};
