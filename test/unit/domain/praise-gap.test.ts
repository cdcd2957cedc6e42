import fc from 'fast-check';
import { expect, test } from 'vitest';
import { praiseAheadDays, praiseGapDays, praiseGaps } from '#shared/domain/index.ts';
import type { PraisedReport } from '#shared/domain/index.ts';

const dayMs = 86_400_000;
const now = Date.parse('2026-05-13T09:00:00Z');
const ago = (days: number): number => now - days * dayMs;
const report = (personId: string, more: Partial<PraisedReport> = {}): PraisedReport => ({
  personId,
  lastAt: null,
  since: ago(400),
  away: false,
  ...more,
});

const reports = fc.uniqueArray(
  fc.record({
    personId: fc.string({ minLength: 1, maxLength: 4 }),
    lastAt: fc.option(fc.integer({ min: ago(500), max: now + 5 * dayMs }), { nil: null }),
    since: fc.integer({ min: ago(500), max: now + 5 * dayMs }),
    away: fc.boolean(),
  }),
  { selector: (one) => one.personId, maxLength: 8 },
);

test('the manager hears of it before sixty days have passed, and of nobody who was praised lately', () => {
  const days = praiseGapDays - praiseAheadDays;
  expect(days).toBeLessThan(60);
  const gaps = praiseGaps([report('a', { lastAt: ago(days) }), report('b', { lastAt: ago(days - 1) })], now);
  expect(gaps).toEqual([{ personId: 'a', lastAt: ago(days), days }]);
});

test('whoever joined lately, and whoever is away today, is nobody’s omission', () => {
  expect(praiseGaps([report('new', { since: ago(3) }), report('away', { away: true })], now)).toEqual([]);
  expect(praiseGaps([report('never')], now)).toMatchObject([{ personId: 'never', lastAt: null, days: 400 }]);
});

test('each stands there once and only with a gap long enough, the longest first', () => {
  fc.assert(
    fc.property(reports, (all) => {
      const gaps = praiseGaps(all, now);
      expect(new Set(gaps.map((gap) => gap.personId)).size).toBe(gaps.length);
      expect(gaps.map((gap) => gap.days)).toEqual(gaps.map((gap) => gap.days).sort((a, b) => b - a));
      for (const one of all) {
        const due = !one.away && now - Math.max(one.lastAt ?? one.since, one.since) >= 50 * dayMs;
        expect(gaps.some((gap) => gap.personId === one.personId)).toBe(due);
      }
    }),
  );
});

test('a kind word ends it at once', () => {
  fc.assert(
    fc.property(reports, (all) => {
      expect(
        praiseGaps(
          all.map((one) => ({ ...one, lastAt: now })),
          now,
        ),
      ).toEqual([]);
    }),
  );
});
