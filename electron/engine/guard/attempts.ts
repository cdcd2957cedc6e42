import type { Clock } from '#shared/std/index.ts';

/** Wrong passphrases before anybody has to wait. */
const free = 3;
const longestMs = 60_000;

/**
 * Makes guessing at the keyboard slow: after three wrong passphrases the next one is taken only after 1, 2, 4 … 60
 * seconds. Kept in memory: somebody who can copy the disk is stopped by the cost of each guess, not by this.
 */
export const createAttempts = (clock: Clock) => {
  let wrong = 0;
  let until = 0;
  return {
    /** When the next passphrase is taken, in milliseconds since the epoch; null: now. */
    waitUntil: (): number | null => {
      const now = clock.now();
      // A clock set back must not lock anybody out for longer than the longest delay.
      if (until - now > longestMs) until = now + longestMs;
      return until > now ? until : null;
    },
    failed: (): void => {
      wrong += 1;
      if (wrong >= free) until = clock.now() + Math.min(longestMs, 1000 * 2 ** (wrong - free));
    },
    succeeded: (): void => {
      wrong = 0;
      until = 0;
    },
  };
};

export type Attempts = ReturnType<typeof createAttempts>;
