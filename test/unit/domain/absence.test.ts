import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  absenceOf,
  addDays,
  checkInDueAt,
  confidenceFell,
  daysOfWeek,
  isLeaveWeek,
  weekSpan,
} from '#shared/domain/index.ts';

const weekdays = ['09:00-17:00', '09:00-17:00', '09:00-17:00', '09:00-17:00', '09:00-17:00', null, null];
const zones = ['UTC', 'Asia/Karachi', 'America/Toronto', 'Asia/Kathmandu', 'Pacific/Auckland', 'Pacific/Kiritimati'];
const zone = fc.constantFrom(...zones);
/** Weeks in which clocks change somewhere among them. */
const week = fc.constantFrom('2026-W13', '2026-W14', '2026-W20', '2026-W40', '2026-W44', '2026-W53');

test('before the first working hour the week has not started, until it is due it is not due, and then it is open', () => {
  fc.assert(
    fc.property(zone, week, fc.double({ min: 0, max: 1, noNaN: true }), (timeZone, of, share) => {
      const schedule = { hours: weekdays, timeZone };
      const { start, end } = weekSpan(of, timeZone);
      const now = start + Math.floor((end - start - 1) * share);
      const { reason, dueAt } = absenceOf(of, schedule, now);
      const due = checkInDueAt(of, schedule);
      expect(dueAt).toBe(due);
      expect(reason).toBe(now >= due ? 'open' : now < start + 9 * 3_600_000 ? 'not-started' : 'not-due');
    }),
  );
});

test('whoever is away is away until their last day off in a row, whatever the hour', () => {
  fc.assert(
    fc.property(
      zone,
      week,
      fc.integer({ min: 0, max: 6 }),
      fc.integer({ min: 0, max: 9 }),
      (timeZone, of, first, more) => {
        const { start } = daysOfWeek(of);
        const from = addDays(start, first);
        const daysOff = new Set(Array.from({ length: more + 1 }, (_, nth) => addDays(from, nth)));
        const noon = weekSpan(of, timeZone).start + (first * 24 + 13) * 3_600_000;
        const absence = absenceOf(of, { hours: weekdays, timeZone, daysOff }, noon);
        expect(absence).toEqual({ reason: 'leave', until: addDays(from, more), dueAt: null });
      },
    ),
  );
});

test('a week that was all leave is leave afterwards too, and a past week without one is open', () => {
  const { start } = daysOfWeek('2026-W20');
  const daysOff = new Set([0, 1, 2, 3, 4].map((nth) => addDays(start, nth)));
  const later = Date.UTC(2026, 6, 1);
  expect(absenceOf('2026-W20', { hours: weekdays, timeZone: 'UTC', daysOff }, later).reason).toBe('leave');
  expect(absenceOf('2026-W20', { hours: weekdays, timeZone: 'UTC' }, later).reason).toBe('open');
});

test('a week that was worked and whose last days are leave is open, not leave', () => {
  const daysOff = new Set(['2026-05-16', '2026-05-17', '2026-05-18']);
  const schedule = { hours: weekdays, timeZone: 'UTC', daysOff };
  expect(absenceOf('2026-W20', schedule, Date.UTC(2026, 6, 1)).reason).toBe('open');
  expect(absenceOf('2026-W20', schedule, Date.UTC(2026, 4, 18, 9)).reason).toBe('open');
  expect(absenceOf('2026-W21', schedule, Date.UTC(2026, 4, 18, 9)).reason).toBe('leave');
});

test('confidence falls from better to worse only, and never from or to what nobody said', () => {
  expect(confidenceFell('on-track', 'at-risk')).toBe(true);
  expect(confidenceFell('at-risk', 'off-track')).toBe(true);
  const said = [null, 'on-track', 'at-risk', 'off-track'] as const;
  for (const one of said) {
    expect(confidenceFell(one, one)).toBe(false);
    expect(confidenceFell(one, null)).toBe(false);
    expect(confidenceFell(null, one)).toBe(false);
    expect(confidenceFell('off-track', one)).toBe(false);
  }
});

test('a week is all leave only when every stated working day of it is off', () => {
  fc.assert(
    fc.property(zone, week, fc.subarray([0, 1, 2, 3, 4, 5, 6]), (timeZone, of, off) => {
      const monday = daysOfWeek(of).start;
      const daysOff = new Set(off.map((nth) => addDays(monday, nth)));
      expect(isLeaveWeek(of, { hours: weekdays, timeZone, daysOff })).toBe(
        [0, 1, 2, 3, 4].every((nth) => off.includes(nth)),
      );
    }),
  );
});
