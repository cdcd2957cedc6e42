import { addWorkingMs, workingMsBetween } from './working-hours.ts';
import type { Schedule } from './working-hours.ts';

/** How much of a response norm is left. */
export interface NormClock {
  /** When the norm runs out, in milliseconds since the epoch. */
  readonly dueAt: number;
  /** Working milliseconds left; negative once it has run out. */
  readonly leftMs: number;
  /** Working milliseconds that the norm gives. */
  readonly totalMs: number;
}

const msPerHour = 3_600_000;

/**
 * The response norm of a request (PRODUCT, response norm): so many hours of the recipient's own working time since it
 * reached them. Null for somebody who states no working hours.
 */
export const normClock = ({
  since,
  hours,
  schedule,
  now,
}: {
  readonly since: number;
  readonly hours: number;
  readonly schedule: Schedule;
  readonly now: number;
}): NormClock | null => {
  const totalMs = hours * msPerHour;
  const dueAt = addWorkingMs(schedule, since, totalMs);
  return dueAt === null ? null : { dueAt, leftMs: workingMsBetween(schedule, now, dueAt), totalMs };
};
