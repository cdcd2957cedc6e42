import { describe, expect, test } from 'vitest';
import { lookMs, watchMinutes } from '#shared/std/index.ts';
import { manualTimers } from './manual-timers.ts';

const minute = 60_000;
const hour = 60 * minute;

/** A machine: its timers stand still while it sleeps, its clock does not. */
const machine = (start: number) => {
  const timers = manualTimers();
  let slept = 0;
  const seen: number[] = [];
  const now = (): number => start + timers.now() + slept;
  const minutes = watchMinutes({ clock: { now }, timers, onMinute: (at) => void seen.push(at) });
  return { minutes, seen, now, advance: timers.advance, sleep: (ms: number) => void (slept += ms) };
};

describe('The one clock', () => {
  test('tells every full minute once', () => {
    const { seen, advance } = machine(30_000);
    advance(3 * minute);
    expect(seen).toEqual([minute, 2 * minute, 3 * minute]);
  });

  test('notices within seconds that the machine slept, or that its clock was set back', () => {
    const { seen, now, advance, sleep } = machine(10 * hour);
    sleep(14 * hour);
    advance(lookMs);
    expect(seen).toEqual([now()]);
    sleep(-3 * hour);
    advance(lookMs);
    expect(seen.at(-1)).toBe(now());
  });

  test('looks at once when asked, and never again after it was stopped', () => {
    const { minutes, seen, now, advance, sleep } = machine(0);
    sleep(hour);
    minutes.look();
    expect(seen).toEqual([now()]);
    minutes.stop();
    sleep(hour);
    minutes.look();
    advance(hour);
    expect(seen.length).toBe(1);
  });
});
