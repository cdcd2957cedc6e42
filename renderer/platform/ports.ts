import type { Clock, Timers } from '#shared/std/index.ts';

/** The window's clock and timers as ports, so that components and state never reach for hidden ones. */
export const windowClock = (window: Window & typeof globalThis): Clock => ({ now: () => window.Date.now() });

export const windowTimers = (window: Window): Timers => ({
  after: (ms, task) => {
    const handle = window.setTimeout(task, ms);
    return () => {
      window.clearTimeout(handle);
    };
  },
});
