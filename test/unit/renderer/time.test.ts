import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createText } from '#renderer/i18n/create-text.ts';
import {
  ago,
  ahead,
  calendarDay,
  clock,
  dateRange,
  dayAndWeek,
  daysBetween,
  duration,
  isZone,
  isoWeekNumber,
  shortDate,
  shortWhen,
  when,
} from '#renderer/ui/time/format.ts';
import type { TimeReader } from '#renderer/ui/time/format.ts';
import { dayOf, heatLevel, holds, nightSpans, statedNow, statedSpans } from '#renderer/ui/time/hours.ts';
import { readTime } from '#renderer/ui/time/time-text.tsx';

const now = Date.parse('2026-05-13T04:12:00Z');
const reader: TimeReader = { t: createText('en').t, language: 'en', zone: 'Asia/Karachi', now };
const hour = 3_600_000;
const week = (hours: string | null) => [hours, hours, hours, hours, hours, null, null];

describe('times', () => {
  it('are shown in the zone of the reader, on a 24-hour clock', () => {
    expect(clock(reader, now)).toBe('09:12');
    expect(clock(reader, now, 'Europe/Lisbon')).toBe('05:12');
    expect(dayAndWeek(reader)).toBe('Wednesday 13 May, week 20');
  });
  it('say a range of days and a short day as the language does', () => {
    const german = { ...reader, language: 'de' };
    expect(dateRange(german, '2026-05-11', '2026-05-17')).toBe('11.–17. Mai');
    expect(dateRange(german, '2026-09-28', '2026-10-04')).toBe('28. September\u2009–\u20094. Oktober');
    expect(shortDate(german, '2026-10-01')).toBe('1. Okt.');
    expect(shortDate(reader, '2026-10-01')).toBe('1 Oct');
  });
  it('name the day only as far as it is needed', () => {
    expect(when(reader, now - hour)).toBe('today 08:12');
    expect(when(reader, now - 10 * hour)).toBe('yesterday 23:12');
    expect(when(reader, now - 72 * hour)).toBe('Sunday 09:12');
    expect(when(reader, Date.parse('2026-04-28T06:00:00Z'))).toBe('28 April 11:00');
    expect(shortWhen(reader, now - 72 * hour)).toBe('Sun');
  });
  it('say how long ago in whole units', () => {
    expect(ago(reader, now - 5000)).toBe('just now');
    expect(ago(reader, now - 22 * 60_000)).toBe('22 min ago');
    expect(ago(reader, now - 2 * hour)).toBe('2 h ago');
    expect(ago(reader, now - 24 * hour)).toBe('yesterday');
    expect(ago(reader, now - 72 * hour)).toBe('3 days ago');
  });
  it('say of what is ahead how long it is, or its day where that is hard to reckon with', () => {
    expect(ahead(reader, now + 2.5 * hour)).toEqual({ duration: '2 h 30 m' });
    expect(ahead(reader, now + 30 * hour)).toEqual({ day: 'tomorrow 15:12' });
    expect(ahead(reader, now + 76 * hour)).toEqual({ day: 'Saturday 13:12' });
  });
  it('never say zero minutes while time is left', () => {
    expect(duration(reader, 1)).toBe('1 m');
    expect(duration(reader, 118 * 60_000)).toBe('1 h 58 m');
    expect(duration(reader, 5 * hour)).toBe('5 h');
  });
  it('fall back to UTC for a zone this machine does not know', () => {
    expect(isZone('Mars/Olympus')).toBe(false);
    expect(clock(reader, now, 'Mars/Olympus')).toBe('04:12');
  });
  it('count ISO weeks across the turn of the year', () => {
    expect(isoWeekNumber(Date.parse('2027-01-01T12:00:00Z'), 'UTC')).toBe(53);
    expect(isoWeekNumber(Date.parse('2026-01-01T12:00:00Z'), 'UTC')).toBe(1);
  });
  it('count calendar days, not hours', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4e12 }), fc.integer({ min: 0, max: 60 }), (at, days) => {
        const later = Date.parse(`${calendarDay(at, 'UTC')}T12:00:00Z`) + days * 24 * hour;
        expect(daysBetween(at, later, 'UTC')).toBe(days);
      }),
    );
  });
});

describe('stated hours', () => {
  const karachi = { timeZone: 'Asia/Karachi', workingHours: week('09:00-18:00') };
  it('fall on the day of the reader', () => {
    const day = dayOf(now, 'Asia/Karachi');
    expect(statedSpans(karachi, day)).toEqual([{ from: day.from + 9 * hour, to: day.from + 18 * hour }]);
    const toronto = { timeZone: 'America/Toronto', workingHours: week('09:00-17:00') };
    expect(statedSpans(toronto, day).map((span) => (span.from - day.from) / hour)).toEqual([0, 18]);
  });
  it('may pass midnight', () => {
    const night = { timeZone: 'UTC', workingHours: week('22:00-06:00') };
    const day = dayOf(Date.parse('2026-05-13T12:00:00Z'), 'UTC');
    expect(statedSpans(night, day).map((span) => [(span.from - day.from) / hour, (span.to - day.from) / hour])).toEqual(
      [
        [0, 6],
        [22, 24],
      ],
    );
  });
  it('say until when, or when they start, over the weekend too', () => {
    expect(statedNow(karachi, now)).toEqual({ atWork: true, at: Date.parse('2026-05-13T13:00:00Z') });
    const saturday = Date.parse('2026-05-16T10:00:00Z');
    expect(statedNow(karachi, saturday)).toEqual({ atWork: false, at: Date.parse('2026-05-18T04:00:00Z') });
    expect(statedNow({ timeZone: 'UTC', workingHours: week(null) }, now)).toBeNull();
    const away = { ...karachi, daysOff: [{ start: '2026-05-13', end: '2026-05-14' }] };
    expect(statedNow(away, now)).toEqual({ atWork: false, at: Date.parse('2026-05-15T04:00:00Z') });
    expect(statedSpans(away, { from: now, to: now + 24 * hour })).toEqual([]);
  });
  it('keep wall-clock times on the day the clocks change', () => {
    const lisbon = { timeZone: 'Europe/Lisbon', workingHours: Array.from({ length: 7 }, () => '09:00-18:00') };
    const day = dayOf(Date.parse('2026-03-29T12:00:00Z'), 'Europe/Lisbon');
    expect(day.to - day.from).toBe(23 * hour);
    expect(statedSpans(lisbon, day)).toEqual([
      { from: Date.parse('2026-03-29T08:00:00Z'), to: Date.parse('2026-03-29T17:00:00Z') },
    ]);
  });
  it('never leave the window they were asked for', () => {
    const zone = fc.constantFrom('UTC', 'Asia/Karachi', 'America/Toronto', 'Pacific/Auckland', 'Asia/Kathmandu');
    fc.assert(
      fc.property(zone, zone, fc.integer({ min: 1.5e12, max: 2e12 }), (theirs, mine, at) => {
        const day = dayOf(at, mine);
        expect(day.from <= at && at < day.to).toBe(true);
        const spans = [
          ...statedSpans({ timeZone: theirs, workingHours: week('20:30-05:00') }, day),
          ...nightSpans(theirs, day),
        ];
        for (const span of spans) {
          expect(span.from).toBeGreaterThanOrEqual(day.from);
          expect(span.to).toBeLessThanOrEqual(day.to);
          expect(holds([span], span.from)).toBe(true);
        }
      }),
    );
  });
  it('are darkest when everybody is there', () => {
    expect([0, 1, 2].map((count) => heatLevel(count, 2))).toEqual([0, 1, 5]);
    expect([1, 2, 3, 4, 7].map((count) => heatLevel(count, 7))).toEqual([1, 2, 3, 4, 5]);
  });
});

describe('a typed time of day', () => {
  it.each([
    ['9', '09:00'],
    ['9:30', '09:30'],
    ['0930', '09:30'],
    ['17.05', '17:05'],
    ['5 pm', '17:00'],
    ['12am', '00:00'],
    ['25:00', undefined],
    ['9:61', undefined],
    ['soon', undefined],
  ])('%s is %s', (typed, expected) => {
    expect(readTime(typed)).toBe(expected);
  });
});
