import { lookMs, type Clock, type Timers } from '#shared/std/index.ts';

export interface IdleDeps {
  readonly clock: Clock;
  readonly timers: Timers;
  readonly onIdle: () => void;
}

/**
 * Calls `onIdle` once nobody has done anything for the set time. A machine that slept counts the time it slept, although
 * its timers stood still: the clock is looked at every few seconds, and before anybody counts as being there. A clock
 * set back takes nothing away from the time that has passed.
 */
export const createIdle = ({ clock, timers, onIdle }: IdleDeps) => {
  let limitMs: number | null = null;
  let idleMs = 0;
  let seen = clock.now();
  let cancel: (() => void) | undefined;

  /** Whether the time is over. */
  const isOver = (): boolean => {
    const now = clock.now();
    idleMs += Math.max(0, now - seen);
    seen = now;
    return limitMs !== null && idleMs >= limitMs;
  };

  const plan = (): void => {
    cancel?.();
    cancel = undefined;
    if (limitMs === null) return;
    cancel = timers.after(Math.max(0, Math.min(lookMs, limitMs - idleMs)), () => {
      cancel = undefined;
      if (isOver()) onIdle();
      else plan();
    });
  };

  return {
    /** Null switches it off. */
    setLimit: (ms: number | null): void => {
      limitMs = ms;
      idleMs = 0;
      seen = clock.now();
      plan();
    },
    /** Somebody is there; false where they come too late and `onIdle` was called. */
    active: (): boolean => {
      if (isOver()) {
        onIdle();
        return false;
      }
      idleMs = 0;
      return true;
    },
    stop: (): void => {
      limitMs = null;
      cancel?.();
    },
  };
};
