import type { Clock } from '#shared/std/index.ts';

/** A token bucket: `perSecond` tokens flow in, at most `burst` are kept. */
export interface Bucket {
  /** Takes tokens; answers for how many milliseconds the taker is now in debt, 0 when it is not. */
  readonly take: (tokens: number) => number;
}

export const createBucket = (clock: Clock, perSecond: number, burst: number): Bucket => {
  let tokens = burst;
  let last = clock.now();
  return {
    take: (count) => {
      const now = clock.now();
      // A clock that went back gives nothing and takes nothing.
      tokens = Math.min(burst, tokens + (Math.max(0, now - last) * perSecond) / 1000);
      last = now;
      tokens -= count;
      return tokens >= 0 ? 0 : (-tokens * 1000) / perSecond;
    },
  };
};
