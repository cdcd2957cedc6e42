import type { Day } from '../time/day.ts';
import { daysWithin } from '../time/day.ts';
import { normClock } from '../time/norm.ts';
import type { NormClock } from '../time/norm.ts';

/** What everybody knows of whoever is asked: enough to run the same clock on every device. */
export interface Recipient {
  readonly workingHours: readonly (string | null)[];
  readonly timeZone: string;
  readonly daysOff: readonly { readonly start: Day; readonly end: Day }[];
  /** The norms that hold for them, in working hours. */
  readonly standardHours: number;
  readonly urgentHours: number;
}

export interface RequestClock extends NormClock {
  readonly urgent: boolean;
}

/**
 * The clock of anything that is asked of a person: a question, a blocker, a request for feedback. It runs from the time
 * of asking that the request itself carries, never from its arrival, so that both sides see the same. A time from a
 * clock that is ahead counts as now. Null for a recipient who states no working hours.
 */
export const requestClock = ({
  since,
  urgent,
  recipient,
  now,
}: {
  readonly since: number;
  readonly urgent: boolean;
  readonly recipient: Recipient;
  readonly now: number;
}): RequestClock | null => {
  const clock = normClock({
    since: Math.min(since, now),
    hours: urgent ? recipient.urgentHours : recipient.standardHours,
    schedule: {
      hours: recipient.workingHours,
      timeZone: recipient.timeZone,
      daysOff: daysWithin(recipient.daysOff),
    },
    now,
  });
  return clock === null ? null : { ...clock, urgent };
};
