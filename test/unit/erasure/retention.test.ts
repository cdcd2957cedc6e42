import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { erasedAt, monthsLater, retentionGraceMs, retentionGroupOf, seeRetention } from '#shared/domain/index.ts';
import type { KnownSince, Retention } from '#shared/domain/index.ts';

const groups = ['checkIns', 'feedback', 'comments'] as const;
const time = fc.integer({ min: Date.UTC(2020, 0, 1), max: Date.UTC(2040, 0, 1) });
const months = fc.integer({ min: 0, max: 120 });
const settings: fc.Arbitrary<Retention> = fc.record({ checkIns: months, feedback: months, comments: months });

describe('retention', () => {
  test('a month that is too short ends on its last day', () => {
    expect(monthsLater(Date.UTC(2026, 0, 31, 9), 1)).toBe(Date.UTC(2026, 1, 28, 9));
    expect(monthsLater(Date.UTC(2024, 1, 29), 12)).toBe(Date.UTC(2025, 1, 28));
    expect(monthsLater(Date.UTC(2026, 10, 30), 3)).toBe(Date.UTC(2027, 1, 28));
  });

  test('never goes before the months are over, nor before two weeks after the device first saw the setting', () => {
    fc.assert(
      fc.property(settings, time, time, fc.constantFrom(...groups), (set, created, seen, group) => {
        const at = erasedAt(group, created, seeRetention({}, set, seen));
        if (set[group] === 0) {
          expect(at).toBeNull();
          return;
        }
        expect(at).toBeGreaterThanOrEqual(monthsLater(created, set[group]));
        expect(at).toBeGreaterThanOrEqual(seen + retentionGraceMs);
      }),
    );
  });

  test('whatever settings come one after the other, the last shortening has been told for two weeks', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(settings, time), { minLength: 1, maxLength: 8 }), time, (story, created) => {
        const inOrder = [...story].sort(([, a], [, b]) => a - b);
        let known: KnownSince = {};
        let [shortened, before] = [0, 0];
        for (const [set, at] of inOrder) {
          if (set.feedback > 0 && (before === 0 || set.feedback < before)) shortened = at;
          before = set.feedback;
          known = seeRetention(known, set, at);
        }
        const at = erasedAt('feedback', created, known);
        if (before === 0) expect(at).toBeNull();
        else expect(at).toBe(Math.max(monthsLater(created, before), shortened + retentionGraceMs));
      }),
    );
  });

  test('goals, kudos, pages and settings are of no group: nothing but their people ends them', () => {
    for (const kind of ['objective', 'cycle', 'kudos', 'person', 'team-settings', 'space-info', 'erasure', 'nonsense'])
      expect(retentionGroupOf(kind)).toBeUndefined();
    expect(retentionGroupOf('pulse')).toBe('checkIns');
  });
});
