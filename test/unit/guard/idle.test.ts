import { describe, expect, it } from 'vitest';
import { createIdle } from '#engine/guard/idle.ts';

const minute = 60_000;

/** A clock on the wall, and timers that know nothing of it: asleep only the clock goes on, and it can be set. */
const setUp = () => {
  let wall = Date.UTC(2026, 4, 11, 9);
  let awake = 0;
  let idled = 0;
  const planned = new Set<{ readonly at: number; readonly task: () => void }>();
  const idle = createIdle({
    clock: { now: () => wall },
    timers: {
      after: (ms, task) => {
        const one = { at: awake + ms, task };
        planned.add(one);
        return () => void planned.delete(one);
      },
    },
    onIdle: () => (idled += 1),
  });
  return {
    idle,
    idled: () => idled,
    pass: (ms: number): void => {
      const end = awake + ms;
      for (;;) {
        const due = [...planned].filter((one) => one.at <= end).sort((a, b) => a.at - b.at)[0];
        if (due === undefined) break;
        planned.delete(due);
        wall += due.at - awake;
        awake = due.at;
        due.task();
      }
      wall += end - awake;
      awake = end;
    },
    /** The lid is shut for so long. */
    sleep: (ms: number): void => {
      wall += ms;
    },
    setClock: (ms: number): void => {
      wall += ms;
    },
  };
};

describe('an idle profile', () => {
  it('is noticed once the time is over, and not before', () => {
    const { idle, idled, pass } = setUp();
    idle.setLimit(5 * minute);
    pass(5 * minute - 1);
    expect(idled()).toBe(0);
    pass(1);
    expect(idled()).toBe(1);
  });

  it('is not idle while somebody works', () => {
    const { idle, idled, pass } = setUp();
    idle.setLimit(5 * minute);
    for (let step = 0; step < 20; step += 1) {
      pass(4 * minute);
      expect(idle.active()).toBe(true);
    }
    expect(idled()).toBe(0);
    pass(5 * minute);
    expect(idled()).toBe(1);
  });

  it('has slept as long as the machine has: seconds after it woke up that is noticed', () => {
    const { idle, idled, pass, sleep } = setUp();
    idle.setLimit(15 * minute);
    pass(minute);
    sleep(8 * 60 * minute);
    pass(5_000);
    expect(idled()).toBe(1);
  });

  it('is not woken by whoever opens the lid: they come too late', () => {
    const { idle, idled, pass, sleep } = setUp();
    idle.setLimit(15 * minute);
    pass(minute);
    sleep(8 * 60 * minute);
    expect(idle.active()).toBe(false);
    expect(idled()).toBe(1);
  });

  it('loses none of its time to a clock that is set back', () => {
    const { idle, idled, pass, setClock } = setUp();
    idle.setLimit(15 * minute);
    pass(14 * minute);
    setClock(-3 * 60 * minute);
    expect(idled()).toBe(0);
    pass(minute + 5_000);
    expect(idled()).toBe(1);
  });

  it('counts anew for each limit that is set', () => {
    const { idle, idled, pass } = setUp();
    idle.setLimit(5 * minute);
    pass(4 * minute);
    idle.setLimit(5 * minute);
    pass(4 * minute);
    expect(idled()).toBe(0);
    pass(minute);
    expect(idled()).toBe(1);
  });

  it('stays unlocked where it is switched off', () => {
    const { idle, idled, pass, sleep } = setUp();
    idle.setLimit(minute);
    idle.setLimit(null);
    pass(100 * minute);
    sleep(100 * minute);
    expect(idle.active()).toBe(true);
    idle.setLimit(minute);
    idle.stop();
    pass(100 * minute);
    expect(idled()).toBe(0);
  });
});
