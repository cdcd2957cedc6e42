import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { KeyResultView } from '#shared/protocol/index.ts';
import { axisDays, chartData, placeIn } from '#renderer/features/goals/chart/chart-data.ts';
import { spread, thin } from '#renderer/features/goals/chart/place-labels.ts';
import { scaleFor } from '#renderer/features/goals/chart/ticks.ts';
import { fakeObjectives } from '#test/support/fake/goals.ts';
import { fakeNow } from '#test/support/fake/people.ts';

const quarter = { start: '2026-04-01', end: '2026-06-30' };
const named = (title: string): KeyResultView => {
  const found = fakeObjectives.flatMap((objective) => objective.keyResults).find((each) => each.title === title);
  if (found === undefined) throw new Error(`No invented key result is called ${title}.`);
  return found;
};
const value = fc.double({ min: -1e9, max: 1e9, noNaN: true });

describe('the scale of the chart', () => {
  it('encloses every value with evenly spaced lines', () => {
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 30 }), (values) => {
        const { low, high, lines } = scaleFor(values);
        // Less than anybody can see: rounding must not add a whole line for a billionth.
        const slack = (high - low) * 1e-6;
        expect(low).toBeLessThanOrEqual(Math.min(...values) + slack);
        expect(high).toBeGreaterThanOrEqual(Math.max(...values) - slack);
        expect(high).toBeGreaterThan(low);
        expect(lines.length).toBeGreaterThanOrEqual(2);
        expect(lines.length).toBeLessThanOrEqual(8);
      }),
    );
  });
  it('has round lines', () => {
    expect(scaleFor([480, 200, 372]).lines).toEqual([200, 300, 400, 500]);
    expect(scaleFor([0, 1]).lines).toEqual([0, 0.5, 1]);
  });
  it('draws something for values that are all the same, and for none', () => {
    expect(scaleFor([7]).high).toBeGreaterThan(scaleFor([7]).low);
    expect(scaleFor([]).lines.length).toBeGreaterThan(1);
    expect(scaleFor([-5e-324]).lines.every((line) => Number.isFinite(line))).toBe(true);
    expect(scaleFor([Number.MAX_VALUE, 0]).lines.every((line) => Number.isFinite(line))).toBe(true);
  });
});

describe('the chart of a key result', () => {
  it('puts the first day at the start, the end of the last day at the end, and reports from outside at the edges', () => {
    expect(placeIn(quarter, Date.parse('2026-04-01T00:00:00Z'))).toBe(0);
    expect(placeIn(quarter, Date.parse('2026-07-01T00:00:00Z'))).toBe(1);
    expect(placeIn(quarter, Date.parse('2025-01-01'))).toBe(0);
    expect(placeIn(quarter, Date.parse('2027-01-01'))).toBe(1);
  });
  it('shows every report, oldest first', () => {
    const data = chartData(named('Publish latency, p95'), quarter, fakeNow);
    expect(data.reported.map((point) => point.value)).toEqual([480, 471, 446, 428, 396, 369, 372]);
  });
  it('spreads the fan over the last three projections and ends it at the newest', () => {
    const { projection } = chartData(named('Publish latency, p95'), quarter, fakeNow);
    expect(projection).toMatchObject({ to: 300, low: 270, high: 300 });
  });
  it('has no pace for what is met or not, but a line to keep for a threshold', () => {
    const data = chartData(named('Publishing available'), quarter, fakeNow);
    expect(data.pace).toEqual([]);
    expect(data.keep).toBe(99.9);
  });
  it('shows now only while the cycle runs', () => {
    const of = named('Guides published');
    expect(chartData(of, quarter, fakeNow).now).toBeCloseTo(42.17 / 91, 2);
    expect(chartData(of, quarter, Date.parse('2026-08-01')).now).toBeNull();
  });
  it('survives a key result that nobody has reported on', () => {
    const data = chartData(named('Style guide agreed'), quarter, fakeNow);
    expect([data.reported, data.actual, data.projection]).toEqual([[], [], null]);
  });
  it('labels the first day, each month and the last day', () => {
    expect(axisDays(quarter)).toEqual(['2026-04-01', '2026-05-01', '2026-06-01', '2026-06-30']);
    expect(axisDays({ start: '2026-12-15', end: '2027-01-20' })).toEqual(['2026-12-15', '2027-01-01', '2027-01-20']);
  });
});

describe('labels', () => {
  it('never overlap while there is room', () => {
    const wanted = fc.record({ at: fc.double({ min: 0, max: 200, noNaN: true }), size: fc.constant(15) });
    fc.assert(
      fc.property(fc.array(wanted, { maxLength: 6 }), (labels) => {
        const placed = spread(labels, 0, 200).toSorted((a, b) => a - b);
        for (const [index, at] of placed.entries()) {
          expect(at).toBeGreaterThanOrEqual(7.5 - 1e-9);
          expect(at).toBeLessThanOrEqual(192.5 + 1e-9);
          const previous = placed[index - 1];
          if (previous !== undefined) expect(at - previous).toBeGreaterThanOrEqual(15 - 1e-9);
        }
      }),
    );
  });
  it('stay where they want to be when nothing is in the way', () => {
    expect(
      spread(
        [
          { at: 150, size: 15 },
          { at: 20, size: 15 },
        ],
        0,
        200,
      ),
    ).toEqual([150, 20]);
  });
  it('of marks on one line keep the first and the last and leave room between the others', () => {
    const places = fc
      .array(fc.integer({ min: 0, max: 500 }), { minLength: 1 })
      .map((all) => all.toSorted((a, b) => a - b));
    fc.assert(
      fc.property(places, (all) => {
        const kept = thin(all, 15);
        expect([kept[0], kept.at(-1)]).toEqual([true, true]);
        const inner = all.filter((_, index) => kept[index] === true && index < all.length - 1);
        for (const [index, at] of inner.entries()) {
          const previous = inner[index - 1];
          if (previous !== undefined) expect(at - previous).toBeGreaterThanOrEqual(15);
        }
      }),
    );
  });
});
