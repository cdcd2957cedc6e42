import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  addWorkingMs,
  dayNumber,
  dayFromNumber,
  instantOf,
  localAt,
  mergeSpans,
  workingMsBetween,
  workingSpans,
} from '#shared/domain/index.ts';
import type { Schedule } from '#shared/domain/index.ts';

const at = (iso: string): number => Date.parse(iso);
const hour = 3_600_000;
const day = 24 * hour;
const office = ['09:00-17:00', '09:00-17:00', '09:00-17:00', '09:00-17:00', '09:00-17:00', null, null];

/** Whole hours, half hours, 45 minutes with and without summer time, and both sides of the date line. */
const zones = [
  'Europe/Lisbon',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Pacific/Chatham',
  'Pacific/Apia',
  'Pacific/Pago_Pago',
  'Pacific/Kiritimati',
];
const hours = fc.constantFrom(null, '09:00-17:00', '22:00-06:00', '00:00-08:00', '16:30-00:30');
const schedule = fc.record({
  hours: fc.array(hours, { minLength: 7, maxLength: 7 }),
  timeZone: fc.constantFrom(...zones),
});
const instant = fc.integer({ min: at('2010-01-01T00:00:00Z'), max: at('2030-01-01T00:00:00Z') });
const offsets = fc.uniqueArray(fc.integer({ min: 0, max: 20 }), { maxLength: 12 });

const around = (from: number, zone: string, which: (nth: number) => boolean): ReadonlySet<string> => {
  const first = localAt(from, zone).dayNumber - 2;
  return new Set(
    Array.from({ length: 25 }, (_, nth) => nth).flatMap((nth) => (which(nth) ? dayFromNumber(first + nth) : [])),
  );
};

test('a day off takes away exactly the hours that begin on it, in every zone and over midnight', () => {
  fc.assert(
    fc.property(schedule, instant, offsets, (stated, from, off) => {
      const to = from + 14 * day;
      const whole = workingSpans(stated, from, to);
      const kept = workingSpans(
        { ...stated, daysOff: around(from, stated.timeZone, (nth) => off.includes(nth)) },
        from,
        to,
      );
      const taken = workingSpans(
        { ...stated, daysOff: around(from, stated.timeZone, (nth) => !off.includes(nth)) },
        from,
        to,
      );
      expect(mergeSpans([...kept, ...taken])).toEqual(whole);
    }),
  );
});

test('a norm runs on after leave and holidays as if they had not been, and never into them', () => {
  fc.assert(
    fc.property(schedule, instant, offsets, fc.integer({ min: 1, max: 40 }), (stated, from, off, wanted) => {
      const away: Schedule = { ...stated, daysOff: around(from, stated.timeZone, (nth) => off.includes(nth)) };
      const due = addWorkingMs(away, from, wanted * hour);
      const without = addWorkingMs(stated, from, wanted * hour);
      if (due === null || without === null) {
        expect(due).toBe(without);
        return;
      }
      expect(due).toBeGreaterThanOrEqual(without);
      expect(workingMsBetween(away, from, due)).toBe(wanted * hour);
    }),
  );
});

test('a night shift that begins before a day off is worked to its end, and none begins on it', () => {
  const nights: Schedule = {
    hours: new Array<string>(7).fill('22:00-06:00'),
    timeZone: 'Asia/Kathmandu',
    daysOff: new Set(['2026-05-14']),
  };
  const start = at('2026-05-13T22:00:00+05:45');
  expect(workingSpans(nights, start, start + 3 * day)).toEqual([
    { start, end: start + 8 * hour },
    { start: start + 2 * day, end: start + 2 * day + 8 * hour },
  ]);
});

test('nobody works on a day that the date line swallowed', () => {
  const apia: Schedule = { hours: [...office.slice(0, 5), '09:00-17:00', null], timeZone: 'Pacific/Apia' };
  const thursday = at('2011-12-29T09:00:00-10:00');
  const spans = workingSpans(apia, thursday, thursday + 3 * day);
  expect(spans.map(({ start, end }) => (end - start) / hour)).toEqual([8, 8]);
  expect(spans.map(({ start }) => dayFromNumber(localAt(start, apia.timeZone).dayNumber))).toEqual([
    '2011-12-29',
    '2011-12-31',
  ]);
});

test('Chatham’s clocks, 45 minutes off, give a day of changed clocks its true length', () => {
  const always: Schedule = { hours: new Array<string>(7).fill('00:00-00:00'), timeZone: 'Pacific/Chatham' };
  const length = (on: string): number => {
    const start = instantOf(dayNumber(on), 0, always.timeZone);
    return workingMsBetween(always, start, instantOf(dayNumber(on) + 1, 0, always.timeZone)) / hour;
  };
  expect([length('2026-09-26'), length('2026-09-27'), length('2026-04-05')]).toEqual([24, 23, 25]);
});
