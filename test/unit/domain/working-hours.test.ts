import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  addDays,
  addWorkingMs,
  dayNumber,
  dayOf,
  deadlineClock,
  instantOf,
  isTimeZone,
  localAt,
  normClock,
  overlapOf,
  workingMsBetween,
  workingSpans,
} from '#shared/domain/index.ts';
import type { Schedule } from '#shared/domain/index.ts';

const at = (iso: string): number => Date.parse(iso);
const hour = 3_600_000;
const office = ['09:00-17:00', '09:00-17:00', '09:00-17:00', '09:00-17:00', '09:00-17:00', null, null];
const toronto: Schedule = { hours: office, timeZone: 'America/Toronto' };
const karachi: Schedule = { hours: office, timeZone: 'Asia/Karachi' };

const zones = [
  'UTC',
  'America/Toronto',
  'Asia/Karachi',
  'Europe/Lisbon',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Auckland',
  'Pacific/Apia',
  'America/Sao_Paulo',
];
const minute = fc
  .integer({ min: 0, max: 1439 })
  .map((m) => `${String(Math.floor(m / 60)).padStart(2, '0')}:${String(m % 60).padStart(2, '0')}`);
const stated = fc.option(
  fc
    .tuple(minute, minute)
    .filter(([a, b]) => a !== b)
    .map(([a, b]) => `${a}-${b}`),
);
const schedule: fc.Arbitrary<Schedule> = fc.record({
  hours: fc.array(stated, { minLength: 7, maxLength: 7 }),
  timeZone: fc.constantFrom(...zones),
});
const instant = fc.integer({ min: at('2009-01-01T00:00:00Z'), max: at('2030-01-01T00:00:00Z') });

test('a wall clock and its instant find each other, in every zone and on every day', () => {
  fc.assert(
    fc.property(instant, fc.constantFrom(...zones), (now, zone) => {
      const wall = localAt(now, zone);
      const again = instantOf(wall.dayNumber, wall.minutes, zone);
      expect(localAt(again, zone)).toEqual(wall);
      // An hour that occurs twice comes back as its first time.
      const late = Math.floor(now / 60_000) * 60_000 - again;
      expect(late).toBeGreaterThanOrEqual(0);
      expect(late).toBeLessThanOrEqual(hour);
    }),
    { numRuns: 1000 },
  );
});

test('a time that a clock change skips comes after the change', () => {
  const { dayNumber } = localAt(at('2026-03-08T12:00:00Z'), 'America/Toronto');
  expect(instantOf(dayNumber, 150, 'America/Toronto')).toBe(at('2026-03-08T03:30:00-04:00'));
  expect(instantOf(dayNumber, 60, 'America/Toronto')).toBe(at('2026-03-08T01:00:00-05:00'));
});

test('of a time that occurs twice the first is meant', () => {
  const { dayNumber } = localAt(at('2026-11-01T12:00:00Z'), 'America/Toronto');
  expect(instantOf(dayNumber, 90, 'America/Toronto')).toBe(at('2026-11-01T01:30:00-04:00'));
});

test('half-hour and quarter-hour zones count to the minute', () => {
  const { dayNumber } = localAt(at('2026-05-13T12:00:00Z'), 'Asia/Kathmandu');
  expect(instantOf(dayNumber, 540, 'Asia/Kathmandu')).toBe(at('2026-05-13T09:00:00+05:45'));
});

test('a zone that no clock knows counts as UTC and is known as unknown', () => {
  expect(isTimeZone('Mars/Olympus')).toBe(false);
  expect(isTimeZone('Asia/Karachi')).toBe(true);
  expect(instantOf(0, 0, 'Mars/Olympus')).toBe(0);
});

test('a request on Friday afternoon is due by working time, not over the weekend', () => {
  const due = addWorkingMs(toronto, at('2026-05-15T15:00:00-04:00'), 4 * hour);
  expect(due).toBe(at('2026-05-18T11:00:00-04:00'));
});

test('a request at night starts to count in the morning', () => {
  expect(addWorkingMs(karachi, at('2026-05-12T23:00:00+05:00'), hour)).toBe(at('2026-05-13T10:00:00+05:00'));
});

test('a norm that ends with the working day is due then, not the next morning', () => {
  expect(addWorkingMs(karachi, at('2026-05-13T09:00:00+05:00'), 8 * hour)).toBe(at('2026-05-13T17:00:00+05:00'));
});

test('leave and holidays do not count', () => {
  const away = { ...karachi, daysOff: new Set(['2026-05-14', '2026-05-15']) };
  expect(addWorkingMs(away, at('2026-05-13T16:00:00+05:00'), 2 * hour)).toBe(at('2026-05-18T10:00:00+05:00'));
});

test('night shifts reach into the next day', () => {
  const night: Schedule = { hours: ['22:00-06:00', null, null, null, null, null, null], timeZone: 'UTC' };
  const tuesday = at('2026-05-12T00:00:00Z');
  expect(workingMsBetween(night, tuesday, tuesday + 24 * hour)).toBe(6 * hour);
});

test('a night shift over a clock change is as long as the night is', () => {
  const night: Schedule = { hours: [null, null, null, null, null, '22:00-06:00', null], timeZone: 'America/Toronto' };
  const between = (from: string) => workingMsBetween(night, at(from), at(from) + 48 * hour) / hour;
  expect(between('2026-03-07T12:00:00Z')).toBe(7);
  expect(between('2026-10-31T12:00:00Z')).toBe(9);
});

test('nobody without working hours is owed an answer at a time', () => {
  expect(addWorkingMs({ hours: [null, null, null, null, null, null, null], timeZone: 'UTC' }, 0, hour)).toBeNull();
});

test('what is added is what lies between', () => {
  const amount = fc.integer({ min: 1, max: 200 * hour });
  fc.assert(
    fc.property(schedule, instant, amount, (of, from, ms) => {
      const due = addWorkingMs(of, from, ms);
      if (due === null) {
        expect(workingMsBetween(of, from, from + 14 * 24 * hour)).toBe(0);
        return;
      }
      expect(workingMsBetween(of, from, due)).toBe(ms);
      expect(workingMsBetween(of, due, from)).toBe(-ms);
      expect(workingMsBetween(of, from, due - 1)).toBe(ms - 1);
    }),
    { numRuns: 60 },
  );
});

test('working time adds up: no instant is counted twice, none is lost', () => {
  const span = fc.integer({ min: 0, max: 20 * 24 * hour });
  fc.assert(
    fc.property(schedule, instant, span, span, (of, from, a, b) => {
      const whole = workingMsBetween(of, from, from + a + b);
      expect(workingMsBetween(of, from, from + a) + workingMsBetween(of, from + a, from + a + b)).toBe(whole);
      expect(whole).toBeLessThanOrEqual(a + b);
    }),
    { numRuns: 60 },
  );
});

test('spans are sorted, apart, and inside what was asked for', () => {
  fc.assert(
    fc.property(schedule, instant, fc.integer({ min: 0, max: 14 * 24 * hour }), (of, from, length) => {
      let last = from - 1;
      for (const { start, end } of workingSpans(of, from, from + length)) {
        expect(start).toBeGreaterThan(last);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(from + length);
        last = end;
      }
    }),
    { numRuns: 60 },
  );
});

test('Toronto and Karachi never work at the same time; Toronto and Lisbon do from two to five', () => {
  const from = at('2026-05-13T00:00:00Z');
  expect(overlapOf([toronto, karachi], from, from + 24 * hour)).toEqual([]);
  const lisbon = { hours: office, timeZone: 'Europe/Lisbon' };
  expect(overlapOf([toronto, lisbon], from, from + 24 * hour)).toEqual([
    { start: at('2026-05-13T13:00:00Z'), end: at('2026-05-13T16:00:00Z') },
  ]);
  expect(overlapOf([], from, from + hour)).toEqual([]);
});

test('an overlap lies in everybody’s hours and does not depend on who is asked first', () => {
  fc.assert(
    fc.property(fc.array(schedule, { minLength: 1, maxLength: 4 }), instant, (all, from) => {
      const to = from + 3 * 24 * hour;
      const common = overlapOf(all, from, to);
      expect(overlapOf([...all].reverse(), from, to)).toEqual(common);
      for (const { start, end } of common) {
        for (const each of all) expect(workingMsBetween(each, start, end)).toBe(end - start);
      }
    }),
    { numRuns: 40 },
  );
});

test('a norm tells what is left, and how far it is over', () => {
  const since = at('2026-05-13T09:00:00+05:00');
  const clock = (now: string) => normClock({ since, hours: 4, schedule: karachi, now: at(now) });
  expect(clock('2026-05-13T10:00:00+05:00')).toEqual({
    dueAt: at('2026-05-13T13:00:00+05:00'),
    leftMs: 3 * hour,
    totalMs: 4 * hour,
  });
  expect(clock('2026-05-13T15:00:00+05:00')?.leftMs).toBe(-2 * hour);
});

test('a deadline runs out with the last working hours that begin by its day, wherever the clocks change', () => {
  fc.assert(
    fc.property(schedule, instant, fc.integer({ min: -14 * 24, max: 14 * 24 }), (of, some, hours) => {
      const now = some + hours * hour;
      const due = dayOf(some, of.timeZone);
      const clock = deadlineClock({ due, schedule: of, now });
      const midnight = instantOf(dayNumber(addDays(due, 1)), 0, of.timeZone);
      const before = workingSpans(of, midnight - 7 * 24 * hour, midnight + 24 * hour).filter(
        (span) => span.start < midnight,
      );
      expect(clock.dueAt).toBe(before.at(-1)?.end ?? midnight);
      expect(clock.leftMs).toBe(workingMsBetween(of, now, clock.dueAt));
      expect(clock.totalMs).toBeGreaterThan(0);
    }),
    { numRuns: 100 },
  );
});

test('a deadline on a day of leave is met before the leave begins', () => {
  const away = { ...karachi, daysOff: new Set(['2026-05-13', '2026-05-14']) };
  const { dueAt } = deadlineClock({ due: '2026-05-14', schedule: away, now: at('2026-05-11T00:00:00Z') });
  expect(dueAt).toBe(at('2026-05-12T12:00:00Z'));
});
