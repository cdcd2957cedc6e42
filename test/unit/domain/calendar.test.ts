import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  addDays,
  addWeeks,
  checkInDueAt,
  checkInWeek,
  dayOf,
  daysBetween,
  daysOfWeek,
  isWeek,
  quarterOf,
  weekOf,
  weekOfDay,
  weekSpan,
  weekday,
} from '#shared/domain/index.ts';

const at = (iso: string): number => Date.parse(iso);
const day = fc.integer({ min: -10_000, max: 40_000 }).map((n) => addDays('1970-01-01', n));
const office = ['09:00-17:00', '09:00-17:00', '09:00-17:00', '09:00-17:00', '09:00-16:00', null, null];

test('ISO weeks at the turns of years', () => {
  const known = [
    ['2020-12-31', '2020-W53'],
    ['2021-01-03', '2020-W53'],
    ['2021-01-04', '2021-W01'],
    ['2024-12-30', '2025-W01'],
    ['2026-01-01', '2026-W01'],
    ['2026-05-13', '2026-W20'],
    ['2027-01-01', '2026-W53'],
  ];
  expect(known.map(([of = '']) => weekOfDay(of))).toEqual(known.map(([, week]) => week));
});

test('every day lies in its week, which begins on Monday and has seven days', () => {
  fc.assert(
    fc.property(day, (of) => {
      const week = weekOfDay(of);
      const { start, end } = daysOfWeek(week);
      expect(isWeek(week)).toBe(true);
      expect(weekday(start)).toBe(0);
      expect(daysBetween(start, end)).toBe(6);
      expect(of >= start && of <= end).toBe(true);
      expect(weekOfDay(addDays(end, 1))).toBe(addWeeks(week, 1));
      expect(addWeeks(addWeeks(week, 60), -60)).toBe(week);
    }),
  );
});

test('a week that the calendar does not have is none', () => {
  expect(isWeek('2025-W53')).toBe(false);
  expect(isWeek('2026-W53')).toBe(true);
  expect(isWeek('2026-W00')).toBe(false);
  expect(isWeek('next week')).toBe(false);
});

test('a day and a week depend on where the clock hangs', () => {
  const sundayNight = at('2026-05-17T22:00:00Z');
  expect(dayOf(sundayNight, 'America/Toronto')).toBe('2026-05-17');
  expect(dayOf(sundayNight, 'Asia/Karachi')).toBe('2026-05-18');
  expect(weekOf(sundayNight, 'America/Toronto')).toBe('2026-W20');
  expect(weekOf(sundayNight, 'Asia/Karachi')).toBe('2026-W21');
  expect(weekOf(sundayNight, 'Asia/Kathmandu')).toBe('2026-W21');
});

test('a quarter holds its day, and quarters leave no day between them', () => {
  expect(quarterOf('2026-11-22')).toEqual({ title: 'Q4 2026', start: '2026-10-01', end: '2026-12-31' });
  fc.assert(
    fc.property(day, (of) => {
      const { start, end } = quarterOf(of);
      expect(of >= start && of <= end).toBe(true);
      expect(quarterOf(addDays(end, 1)).start).toBe(addDays(end, 1));
    }),
  );
});

test('a check-in is due when the last working hours of the week end, by the person’s own clock', () => {
  const karachi = { hours: office, timeZone: 'Asia/Karachi' };
  expect(checkInDueAt('2026-W20', karachi)).toBe(at('2026-05-15T16:00:00+05:00'));
  expect(checkInWeek(at('2026-05-13T09:00:00Z'), karachi)).toEqual({
    week: '2026-W20',
    dueAt: at('2026-05-15T16:00:00+05:00'),
  });
  const onLeave = { ...karachi, daysOff: new Set(['2026-05-15', '2026-05-14']) };
  expect(checkInDueAt('2026-W20', onLeave)).toBe(at('2026-05-13T17:00:00+05:00'));
});

test('without stated hours a check-in is due when the week ends', () => {
  const nowhere = { hours: [], timeZone: 'America/Toronto' };
  expect(checkInDueAt('2026-W20', nowhere)).toBe(at('2026-05-18T00:00:00-04:00'));
});

test('a week with a clock change is an hour shorter or longer', () => {
  const hoursOf = (week: string) => {
    const { start, end } = weekSpan(week, 'Europe/Lisbon');
    return (end - start) / 3_600_000;
  };
  expect([hoursOf('2026-W12'), hoursOf('2026-W13'), hoursOf('2026-W43')]).toEqual([168, 167, 169]);
});
