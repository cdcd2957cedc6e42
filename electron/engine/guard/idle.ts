import type { Clock, Timers } from '#shared/std/index.ts';

export interface IdleDeps {
  readonly clock: Clock;
  readonly timers: Timers;
  readonly onIdle: () => void;
}

/** Calls `onIdle` once nobody has done anything for the set time. A machine that slept counts the time it slept. */
export const createIdle = ({ clock, timers, onIdle }: IdleDeps) => {
  let limitMs: number | null = null;
  let last = clock.now();
  let cancel: (() => void) | undefined;

  const plan = (): void => {
    cancel?.();
    cancel = undefined;
    if (limitMs === null) return;
    const left = last + limitMs - clock.now();
    // A clock set back must not keep a profile open for longer than was asked for.
    cancel = timers.after(Math.max(0, Math.min(left, limitMs)), () => {
      cancel = undefined;
      if (limitMs !== null && clock.now() - last >= limitMs) onIdle();
      else plan();
    });
  };

  return {
    /** Null switches it off. */
    setLimit: (ms: number | null): void => {
      limitMs = ms;
      last = clock.now();
      plan();
    },
    active: (): void => {
      last = clock.now();
    },
    stop: (): void => {
      limitMs = null;
      cancel?.();
    },
  };
};
