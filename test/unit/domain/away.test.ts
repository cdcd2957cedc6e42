import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { groupAway, shareLines, type Arrived, type AwayBy } from '#shared/domain/index.ts';

const arrived: fc.Arbitrary<Arrived> = fc.record({
  kind: fc.constantFrom('progress', 'comment', 'kudos'),
  byId: fc.constantFrom('ana', 'bilal', null),
  goal: fc.constantFrom({ id: 'api', title: 'API' }, { id: 'site', title: 'Site' }, null),
});
const way: fc.Arbitrary<AwayBy> = fc.constantFrom('goal', 'person', 'kind');

describe('What arrived, in groups', () => {
  test('every arrival is told once, in its own group, the newest first, and what belongs nowhere comes last', () => {
    fc.assert(
      fc.property(fc.array(arrived, { maxLength: 500 }), way, (items, by) => {
        const groups = groupAway(items, by);
        expect(groups.flatMap((group) => group.items).length).toBe(items.length);
        expect(new Set(groups.map((group) => group.id)).size).toBe(groups.length);
        for (const group of groups) {
          const places = group.items.map((item) => items.indexOf(item));
          expect(places).toEqual(places.toSorted((a, b) => a - b));
        }
        const known = groups.filter((group) => group.id !== null);
        expect(groups.slice(0, known.length)).toEqual(known);
        const firsts = known.map((group) => items.findIndex((item) => item === group.items[0]));
        expect(firsts).toEqual(firsts.toSorted((a, b) => a - b));
      }),
      { numRuns: 60 },
    );
  });

  test('a minute holds so many lines: each group gets one before any gets a second', () => {
    expect(shareLines([9, 1, 4], 6)).toEqual([3, 1, 2]);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 400 }), { maxLength: 40 }), fc.nat(20), (sizes, lines) => {
        const shown = shareLines(sizes, lines);
        const total = shown.reduce((sum, each) => sum + each, 0);
        expect(total).toBe(
          Math.min(
            lines,
            sizes.reduce((sum, size) => sum + size, 0),
          ),
        );
        for (const [nth, size] of sizes.entries()) expect(shown[nth]).toBeLessThanOrEqual(size);
        if (total > sizes.length) expect(Math.min(...shown)).toBeGreaterThan(0);
      }),
    );
  });
});
