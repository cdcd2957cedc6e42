import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Timers } from '#shared/std/index.ts';
import { createAttempts } from '#engine/guard/attempts.ts';

/** Time that passes only when told to, running what is due on the way. */
const handTime = () => {
  let now = 1_000_000;
  const planned = new Set<{ readonly at: number; readonly task: () => void }>();
  const timers: Timers = {
    after: (ms, task) => {
      const one = { at: now + ms, task };
      planned.add(one);
      return () => void planned.delete(one);
    },
  };
  return {
    timers,
    clock: { now: () => now },
    jump: (to: number): void => {
      now = to;
    },
    pass: (ms: number): void => {
      const end = now + ms;
      for (;;) {
        const due = [...planned].filter((one) => one.at <= end).sort((a, b) => a.at - b.at)[0];
        if (due === undefined) break;
        planned.delete(due);
        now = Math.max(now, due.at);
        due.task();
      }
      now = end;
    },
  };
};

describe('wrong passphrases', () => {
  it('cost nothing twice, then 1, 2, 4 … 60 seconds, and nothing again after the right one', () => {
    const time = handTime();
    const attempts = createAttempts(time.clock);
    const waits: number[] = [];
    for (let count = 0; count < 12; count += 1) {
      attempts.failed();
      const until = attempts.waitUntil();
      waits.push(until === null ? 0 : (until - time.clock.now()) / 1000);
      if (until !== null) time.pass(until - time.clock.now());
      expect(attempts.waitUntil()).toBeNull();
    }
    expect(waits).toEqual([0, 0, 1, 2, 4, 8, 16, 32, 60, 60, 60, 60]);
    attempts.succeeded();
    attempts.failed();
    expect(attempts.waitUntil()).toBeNull();
  });

  it('never lock anybody out for longer than a minute, wherever the clock goes', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.boolean(), fc.integer({ min: 0, max: 4e12 })), { maxLength: 40 }), (steps) => {
        const time = handTime();
        const attempts = createAttempts(time.clock);
        for (const [wrong, at] of steps) {
          time.jump(at);
          if (wrong) attempts.failed();
          expect((attempts.waitUntil() ?? at) - at).toBeLessThanOrEqual(60_000);
        }
      }),
    );
  });
});
