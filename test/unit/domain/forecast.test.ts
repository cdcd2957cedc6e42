import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, cycleDay, expectedValue, forecast, paceProgress, projectedProgress } from '#shared/domain/index.ts';
import type { ForecastInput } from '#shared/domain/index.ts';

const input = (more: Partial<ForecastInput> = {}): ForecastInput => ({
  type: 'number',
  unit: 'ms',
  start: 900,
  target: 300,
  direction: 'at-least',
  value: 600,
  projection: null,
  expected: 0.5,
  ...more,
});

test('the expected share counts days, both ends of the cycle included', () => {
  const quarter = { start: '2026-04-01', end: '2026-06-30' };
  expect(cycleDay(quarter, '2026-05-12')).toEqual({ dayOfCycle: 42, days: 91, expected: 42 / 91 });
  expect(cycleDay(quarter, '2026-03-31').expected).toBe(0);
  expect(cycleDay(quarter, '2026-04-01').dayOfCycle).toBe(1);
  expect(cycleDay(quarter, '2026-06-30').expected).toBe(1);
  expect(cycleDay(quarter, '2027-01-01').expected).toBe(1);
});

test('the expected share never falls from one day to the next', () => {
  const day = fc.integer({ min: -40, max: 400 });
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 366 }), day, (length, at) => {
      const cycle = { start: '2026-01-01', end: addDays('2026-01-01', length) };
      const today = cycleDay(cycle, addDays(cycle.start, at)).expected;
      const tomorrow = cycleDay(cycle, addDays(cycle.start, at + 1)).expected;
      expect(today).toBeGreaterThanOrEqual(0);
      expect(tomorrow).toBeLessThanOrEqual(1);
      expect(tomorrow).toBeGreaterThanOrEqual(today);
    }),
  );
});

test('the expected value lies on the line from start to target; what is met or not has none', () => {
  expect(expectedValue(input(), 0)).toBe(900);
  expect(expectedValue(input(), 0.5)).toBe(600);
  expect(expectedValue(input(), 1)).toBe(300);
  expect(expectedValue(input({ type: 'threshold' }), 0.5)).toBeNull();
  expect(expectedValue(input({ type: 'boolean', start: 0, target: 1 }), 0.5)).toBeNull();
});

test('on pace and projected to arrive, there is no alarm', () => {
  expect(forecast(input({ projection: 300 }))).toEqual({
    level: 'none',
    sentence:
      'The projection is 300 ms, 100% of the way to 300 ms. At the present pace it ends at 300 ms, 100% of the way.',
  });
});

test('a projected miss or a slow pace is amber, both are red, with the numbers', () => {
  expect(forecast(input({ projection: 600 })).level).toBe('amber');
  expect(forecast(input({ value: 800, projection: 300 })).level).toBe('amber');
  const red = forecast(input({ value: 780, projection: 600 }));
  expect(red.level).toBe('red');
  expect(red.sentence).toBe(
    'The projection is 600 ms, 50% of the way to 300 ms. At the present pace it ends at 660 ms, 40% of the way.',
  );
});

test('the alarm begins below 0.7 of the way', () => {
  const at = (projection: number) => forecast(input({ start: 0, target: 10, value: 10, projection })).level;
  expect(at(7)).toBe('none');
  expect(at(6.999)).toBe('amber');
});

test('a pace says nothing in the first tenth of a cycle, and for what is met or not', () => {
  expect(paceProgress(input({ expected: 0.09 }))).toBeNull();
  expect(paceProgress(input({ expected: 0.1 }))).not.toBeNull();
  expect(paceProgress(input({ type: 'threshold' }))).toBeNull();
  const quiet = forecast(input({ expected: 0, value: null }));
  expect(quiet).toEqual({ level: 'none', sentence: expect.stringMatching(/no projection yet/) });
});

test('a threshold that is projected to be missed is amber, never red', () => {
  const uptime = input({ type: 'threshold', unit: '%', target: 99.9, value: 99, projection: 99.5 });
  expect(forecast(uptime)).toEqual({ level: 'amber', sentence: 'The projection is 99.5%, the target 99.9%.' });
  expect(forecast({ ...uptime, projection: 99.95 }).level).toBe('none');
});

test('the level follows from the two signals alone, and there is always a sentence', () => {
  const value = fc.integer({ min: -1000, max: 1000 });
  const any = fc.record({
    type: fc.constantFrom('number', 'percent', 'currency', 'milestone', 'boolean', 'threshold'),
    unit: fc.constant(''),
    start: value,
    target: value,
    direction: fc.constantFrom('at-least', 'at-most'),
    value: fc.option(value),
    projection: fc.option(value),
    expected: fc.double({ min: 0, max: 1, noNaN: true }),
  });
  fc.assert(
    fc.property(any, (of) => {
      const signals = [projectedProgress(of, of.projection), paceProgress(of)];
      const misses = signals.filter((share) => share !== null && share < 0.7).length;
      const { level, sentence } = forecast(of);
      expect(level).toBe(['none', 'amber', 'red'][misses]);
      expect(sentence).toMatch(/\.$/);
    }),
  );
});
