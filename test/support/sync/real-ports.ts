import type { Clock, Log, Timers } from '#shared/std/index.ts';

export const realClock: Clock = { now: () => Date.now() };

export const realTimers: Timers = {
  after: (ms, task) => {
    const timer = setTimeout(task, ms);
    return () => clearTimeout(timer);
  },
};

export const quietLog: Log = { info: () => undefined, warn: () => undefined };

/** Waits until something holds, however long that takes on this machine; the test's own timeout is the bound. */
export const until = async (holds: () => boolean): Promise<void> => {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 5));
};
