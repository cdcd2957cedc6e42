import type { Random } from '#shared/std/index.ts';

export interface Backoff {
  /** Milliseconds until the next try; longer after each failure. */
  readonly next: () => number;
  /** A connection worked: the next failure starts from the beginning. */
  readonly reset: () => void;
}

const firstMs = 500;
const longestMs = 60_000;

/** Exponential backoff with jitter between half and all of the delay, so that a relay that restarts is not stormed. */
export const createBackoff = (random: Random): Backoff => {
  let failures = 0;
  return {
    next: () => {
      const delay = Math.min(longestMs, firstMs * 2 ** Math.min(failures, 20));
      failures += 1;
      const [high = 0, low = 0] = random.bytes(2);
      return Math.round(delay * (0.5 + (high * 256 + low) / 131_072));
    },
    reset: () => {
      failures = 0;
    },
  };
};
