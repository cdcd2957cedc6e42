import type { Timers } from '#shared/std/index.ts';

/** Timers that stand still until a test moves them. */
export const manualTimers = (): Timers & { readonly advance: (ms: number) => void; readonly now: () => number } => {
  let now = 0;
  let next = 0;
  const tasks = new Map<number, { readonly at: number; readonly task: () => void }>();
  return {
    now: () => now,
    after: (ms, task) => {
      const id = next++;
      tasks.set(id, { at: now + ms, task });
      return () => {
        tasks.delete(id);
      };
    },
    advance: (ms) => {
      const end = now + ms;
      for (;;) {
        const due = [...tasks].filter(([, entry]) => entry.at <= end).toSorted((a, b) => a[1].at - b[1].at)[0];
        if (due === undefined) break;
        tasks.delete(due[0]);
        now = due[1].at;
        due[1].task();
      }
      now = end;
    },
  };
};
