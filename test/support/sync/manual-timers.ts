import type { Clock, Timers } from '#shared/std/index.ts';

export interface ManualTime {
  readonly clock: Clock;
  readonly timers: Timers;
  /** Moves the clock and runs what is due, in order. */
  readonly advance: (ms: number) => void;
  /** Moves the clock only, as somebody who sets it does. */
  readonly jump: (ms: number) => void;
  /** Milliseconds until each waiting task. */
  readonly waiting: () => readonly number[];
}

/** A clock that moves when the test says so. */
export const createManualTime = (start = 1_800_000_000_000): ManualTime => {
  let now = start;
  let elapsed = 0;
  const tasks = new Set<{ readonly at: number; readonly task: () => void }>();
  return {
    clock: { now: () => now },
    timers: {
      after: (ms, task) => {
        const entry = { at: elapsed + ms, task };
        tasks.add(entry);
        return () => tasks.delete(entry);
      },
    },
    advance: (ms) => {
      const end = elapsed + ms;
      for (;;) {
        const next = [...tasks].filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
        if (!next) break;
        now += next.at - elapsed;
        elapsed = next.at;
        tasks.delete(next);
        next.task();
      }
      now += end - elapsed;
      elapsed = end;
    },
    jump: (ms) => {
      now += ms;
    },
    waiting: () => [...tasks].map(({ at }) => at - elapsed).sort((a, b) => a - b),
  };
};
