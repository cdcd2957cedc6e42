import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, dayNumber, dayOf, deadlineClock, instantOf, lastDueWith } from '#shared/domain/index.ts';
import type { Schedule } from '#shared/domain/index.ts';

const office = ['09:00-17:00', '09:00-17:00', '09:00-17:00', '09:00-17:00', '09:00-17:00', null, null];
const utc: Schedule = { hours: office, timeZone: 'UTC' };
const off = (first: string, days: number): ReadonlySet<string> =>
  new Set(Array.from({ length: days }, (_, nth) => addDays(first, nth)));

test('what is due on a weekend, or during leave, runs out with the last day of work before it', () => {
  expect(lastDueWith('2026-05-14', utc)).toBe('2026-05-14');
  expect(lastDueWith('2026-05-15', utc)).toBe('2026-05-17');
  expect(lastDueWith('2026-05-15', { ...utc, daysOff: off('2026-05-18', 5) })).toBe('2026-05-24');
  expect(lastDueWith('2026-05-15', { ...utc, hours: [null, null, null, null, null, null, null] })).toBe('2026-05-15');
});

test('leave of several weeks moves a deadline to before it, with a week of work to meet it in', () => {
  const away = { ...utc, daysOff: off('2026-05-18', 26) };
  const clock = deadlineClock({ due: '2026-06-10', schedule: away, now: Date.parse('2026-05-14T09:00:00Z') });
  expect(clock).toEqual({
    dueAt: Date.parse('2026-05-15T17:00:00Z'),
    leftMs: 16 * 3_600_000,
    totalMs: 40 * 3_600_000,
  });
});

test('whatever is due by that day runs out before work begins on the next, and what is due later does not', () => {
  const hours = fc.array(fc.constantFrom('09:00-17:00', null), { minLength: 7, maxLength: 7 });
  const days = fc.integer({ min: 0, max: 60 });
  fc.assert(
    fc.property(hours, days, days, fc.boolean(), (stated, from, length, leave) => {
      const day = '2026-05-13';
      const daysOff = leave ? off(addDays(day, from - 20), length) : new Set<string>();
      const schedule: Schedule = { hours: stated, timeZone: 'UTC', daysOff };
      const midnight = instantOf(dayNumber(addDays(day, 1)), 0, 'UTC');
      const dueAt = (due: string): number => deadlineClock({ due, schedule, now: midnight }).dueAt;
      const last = lastDueWith(day, schedule);
      fc.pre(stated.some((each) => each !== null));
      expect(last >= day).toBe(true);
      if (dayOf(dueAt(last), 'UTC') !== addDays(last, 1)) expect(dueAt(last)).toBeLessThanOrEqual(midnight);
      expect(dueAt(addDays(last, 1))).toBeGreaterThan(midnight);
    }),
    { numRuns: 100 },
  );
});
