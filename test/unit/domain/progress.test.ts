import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  estimate,
  metText,
  progressOf,
  rollUp,
  scoreBand,
  isStale,
  sayShare,
  sayValue,
  updatesOf,
  worstConfidence,
  worse,
} from '#shared/domain/index.ts';
import type { Measure, Part } from '#shared/domain/index.ts';
import { expectOk } from '#shared/std/index.ts';
import { kinds } from '#shared/schema/index.ts';
import { itemId } from './team.ts';

const number = fc.double({ noNaN: true, noDefaultInfinity: true });
const moderate = fc.integer({ min: -1_000_000, max: 1_000_000 });
const paced = fc.constantFrom('number', 'percent', 'currency', 'milestone');
const direction = fc.constantFrom('at-least', 'at-most');
const type = fc.constantFrom('number', 'percent', 'currency', 'milestone', 'boolean', 'threshold');
const measure = (more: Partial<Measure> = {}): Measure => ({
  type: 'number',
  start: 0,
  target: 100,
  direction: 'at-least',
  ...more,
});

test('progress is the share of the way, up or down', () => {
  expect(progressOf(measure(), 25).progress).toBe(0.25);
  expect(progressOf(measure({ start: 900, target: 300 }), 600).progress).toBe(0.5);
  expect(progressOf(measure({ start: -10, target: -20 }), -15).progress).toBe(0.5);
  expect(progressOf(measure(), null).progress).toBe(0);
});

test('progress lies between 0 and 1 whatever is measured, or says why there is none', () => {
  const any = fc.record({ type, start: number, target: number, direction });
  fc.assert(
    fc.property(any, fc.option(number), (of, value) => {
      const { progress, notComputed } = progressOf(of, value);
      expect((progress === null) === (notComputed !== null)).toBe(true);
      if (progress !== null) {
        expect(progress).toBeGreaterThanOrEqual(0);
        expect(progress).toBeLessThanOrEqual(1);
      }
    }),
  );
});

test('progress is 0 at the start, 1 at the target, and never falls on the way', () => {
  fc.assert(
    fc.property(
      paced,
      moderate,
      moderate,
      fc.double({ min: 0, max: 1 }),
      fc.double({ min: 0, max: 1 }),
      (t, a, b, x, y) => {
        fc.pre(a !== b);
        const of = measure({ type: t, start: a, target: b });
        const at = (share: number) => progressOf(of, a + share * (b - a)).progress ?? NaN;
        expect(at(0)).toBe(0);
        expect(at(1)).toBe(1);
        expect(at(Math.min(x, y))).toBeLessThanOrEqual(at(Math.max(x, y)));
      },
    ),
  );
});

test('start = target is not computed, with a sentence, but for thresholds', () => {
  fc.assert(
    fc.property(paced, moderate, fc.option(moderate), (t, at, value) => {
      const { progress, notComputed } = progressOf(measure({ type: t, start: at, target: at }), value);
      expect(progress).toBeNull();
      expect(notComputed).toMatch(/Start and target are the same/);
    }),
  );
  expect(progressOf(measure({ type: 'threshold', start: 5, target: 5 }), 6).progress).toBe(1);
});

test('a threshold is met or not met, at least or at most', () => {
  fc.assert(
    fc.property(moderate, moderate, direction, (target, value, way) => {
      const met = way === 'at-least' ? value >= target : value <= target;
      expect(progressOf(measure({ type: 'threshold', target, direction: way }), value).progress).toBe(met ? 1 : 0);
    }),
  );
  const unheard = progressOf(measure({ type: 'threshold' }), null);
  expect(unheard).toEqual({ progress: null, notComputed: 'Nothing has been reported yet.' });
});

test('a boolean is done or not done, nothing between', () => {
  const done = measure({ type: 'boolean', start: 0, target: 1 });
  expect([0, 0.5, 0.99, 1, 2].map((value) => progressOf(done, value).progress)).toEqual([0, 0, 0, 1, 1]);
});

test('what is met or not says so with its value', () => {
  const uptime = { ...measure({ type: 'threshold', target: 99.9 }), unit: '%' };
  expect(metText(uptime, 99.94)).toBe('Met, 99.94%');
  expect(metText(uptime, 98)).toBe('Not met, 98%');
  expect(metText(uptime, null)).toBe('Not reported');
  expect(metText({ ...measure({ type: 'boolean', target: 1 }), unit: '' }, 1)).toBe('Met');
  expect(metText({ ...measure(), unit: '' }, 1)).toBeNull();
});

const part: fc.Arbitrary<Part> = fc.record({
  progress: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
  weight: fc.double({ min: 0, max: 1000, noNaN: true }),
});
const sum = (input: Partial<Parameters<typeof rollUp>[0]>) =>
  rollUp({ mode: 'key-results', keyResults: [], children: [], manual: null, ...input });

test('a roll-up is the weighted mean: between the least and the most of its parts', () => {
  fc.assert(
    fc.property(fc.array(part, { minLength: 1 }), (keyResults) => {
      const { progress, notComputed } = sum({ keyResults });
      const weighed = keyResults.filter((each) => each.progress !== null && each.weight > 0);
      expect((progress === null) === (notComputed !== null)).toBe(true);
      if (progress === null) {
        expect(weighed).toEqual([]);
        return;
      }
      const values = weighed.map((each) => each.progress ?? NaN);
      expect(progress).toBeGreaterThanOrEqual(Math.min(...values) - 1e-9);
      expect(progress).toBeLessThanOrEqual(Math.max(...values) + 1e-9);
    }),
  );
});

test('the order of the parts and a common factor of the weights change nothing', () => {
  fc.assert(
    fc.property(fc.array(part, { minLength: 1 }), (keyResults) => {
      const scaled = keyResults.map((each) => ({ ...each, weight: each.weight * 2 })).reverse();
      const [one, other] = [sum({ keyResults }), sum({ keyResults: scaled })];
      expect(other.notComputed).toBe(one.notComputed);
      if (one.progress !== null) expect(other.progress).toBeCloseTo(one.progress, 9);
    }),
  );
});

test('the smallest and the largest weights there are weigh as any others do', () => {
  const parts = (weight: number): Part[] => [
    { progress: 1e-9, weight },
    { progress: 0.5, weight },
  ];
  for (const weight of [Number.MIN_VALUE, 1, Number.MAX_VALUE])
    expect(sum({ keyResults: parts(weight) }).progress).toBeCloseTo(0.25, 8);
});

test('a total weight of 0 is not computed and says so', () => {
  expect(sum({ keyResults: [{ progress: 1, weight: 0 }] })).toEqual({
    progress: null,
    notComputed: 'All weights are 0. Give at least one part a weight.',
  });
});

test('a roll-up takes what its mode names', () => {
  const keyResults = [{ progress: 1, weight: 3 }];
  const children = [{ progress: 0, weight: 1 }];
  expect(sum({ mode: 'key-results', keyResults, children }).progress).toBe(1);
  expect(sum({ mode: 'children', keyResults, children }).progress).toBe(0);
  expect(sum({ mode: 'both', keyResults, children }).progress).toBe(0.75);
  expect(sum({ mode: 'manual', keyResults, children, manual: 0.4 }).progress).toBe(0.4);
  expect(sum({ mode: 'manual', keyResults }).notComputed).toMatch(/by hand/);
  for (const mode of ['key-results', 'children', 'both'] as const) expect(sum({ mode }).notComputed).toMatch(/no /);
});

test('what cannot be computed is left out of the roll-up, not counted as nothing', () => {
  const keyResults = [
    { progress: null, weight: 5 },
    { progress: 0.5, weight: 1 },
  ];
  expect(sum({ keyResults }).progress).toBe(0.5);
});

test('the worst child shows beside the mean, with how many share it', () => {
  expect(worstConfidence([])).toBeNull();
  expect(worstConfidence(['on-track', 'off-track', null, 'off-track'])).toEqual({ confidence: 'off-track', count: 2 });
  expect(worstConfidence([null, null])).toEqual({ confidence: null, count: 2 });
  expect(worse('on-track', 'at-risk')).toBe('at-risk');
  expect(worse(null, 'on-track')).toBe('on-track');
  const confidences = fc.array(fc.constantFrom('on-track', 'at-risk', 'off-track', null), { minLength: 1 });
  fc.assert(
    fc.property(confidences, (parts) => {
      const worst = worstConfidence(parts);
      expect(parts.filter((each) => each === worst?.confidence)).toHaveLength(worst?.count ?? -1);
      expect(worstConfidence([...parts].reverse())).toEqual(worst);
    }),
  );
});

test('scores fall into the bands of the field, read at one decimal', () => {
  const bands = [0, 0.3, 0.34, 0.35, 0.4, 0.6, 0.64, 0.65, 0.7, 1].map(scoreBand);
  expect(bands).toEqual(['red', 'red', 'red', 'yellow', 'yellow', 'yellow', 'yellow', 'green', 'green', 'green']);
});

test('stale begins after the team’s days, not on them', () => {
  const day = 86_400_000;
  expect(isStale({ since: 0, now: 14 * day, staleDays: 14 })).toBe(false);
  expect(isStale({ since: 0, now: 14 * day + 1, staleDays: 14 })).toBe(true);
});

test('the present value is the one reported last, whatever the order of arrival', () => {
  const report = (at: number, value: number) => ({ keyResultId: itemId(1), value, at });
  const valueOf = (updates: Record<string, unknown>) =>
    updatesOf(expectOk(kinds.objective.parse({ updates })), itemId(1)).at(-1)?.value;
  expect(valueOf({})).toBeUndefined();
  expect(valueOf({ [itemId(2)]: report(2, 500), [itemId(3)]: report(1, 700) })).toBe(500);
  expect(valueOf({ [itemId(3)]: report(1, 700), [itemId(2)]: report(2, 500) })).toBe(500);
  const both = expectOk(kinds.objective.parse({ updates: { [itemId(9)]: report(1, 1), [itemId(8)]: report(1, 2) } }));
  expect(updatesOf(both, itemId(1)).map((each) => each.value)).toEqual([2, 1]);
});

test('values and shares are said with their units, and 100 % only when it is reached', () => {
  expect(sayValue(372, { type: 'number', unit: 'ms' })).toBe('372 ms');
  expect(sayValue(0.1 + 0.2, { type: 'number', unit: '' })).toBe('0.3');
  expect(sayValue(99.94, { type: 'percent', unit: '' })).toBe('99.94%');
  expect(sayValue(1200, { type: 'currency', unit: 'EUR' })).toBe('EUR 1,200');
  expect(sayValue(23_782.5, { type: 'number', unit: 'ms' })).toBe('23,782.5 ms');
  expect(sayValue(2026, { type: 'number', unit: '' })).toBe('2026');
  expect(sayValue(1, { type: 'boolean', unit: '' })).toBe('done');
  expect([0, 0.462, 0.999, 1].map(sayShare)).toEqual(['0%', '46%', '99%', '100%']);
});

test('computed values are said as precisely as the distance they measure', () => {
  expect(estimate(60.9565, { start: 41, target: 75 })).toBe(61);
  expect(estimate(18.6667, { start: 34, target: 12 })).toBe(18.7);
  expect(estimate(351.2, { start: 480, target: 200 })).toBe(351);
  expect(estimate(99.81234, { start: 99.7, target: 99.9 })).toBe(99.812);
  expect(estimate(5, { start: 1, target: 1 })).toBe(5);
  expect(estimate(0.034_56, { start: 0, target: 0.1 })).toBe(0.035);
  expect(estimate(63.2, { start: 41, target: 75 }, 2)).toBe(63);
  fc.assert(
    fc.property(
      fc.double({ min: -1e6, max: 1e6, noNaN: true }),
      fc.double({ min: 0.001, max: 1e6, noNaN: true }),
      (at, span) => {
        const off = Math.abs(estimate(at, { start: 0, target: span }, 2) - at);
        expect(off).toBeLessThanOrEqual(Math.max(span * 0.1, 0.5));
      },
    ),
  );
});
