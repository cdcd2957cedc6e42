import type { CycleView, KeyResultView, ProgressUpdateView } from '#shared/protocol/index.ts';
import { scaleFor } from './ticks.ts';
import type { Scale } from './ticks.ts';

const dayMs = 86_400_000;

/** A point of the chart: place in the cycle from 0 (its first day begins) to 1 (its last day ends), and a value. */
export interface ChartPoint {
  readonly x: number;
  readonly value: number;
}

export interface ReportedPoint extends ChartPoint {
  readonly update: ProgressUpdateView;
}

/** What the chart of a key result shows, before it is known how large it is drawn. */
export interface ChartData {
  readonly scale: Scale;
  /** Values as they were reported, oldest first. */
  readonly reported: readonly ReportedPoint[];
  /** The line of reported values, beginning at the start value when the first report came later. */
  readonly actual: readonly ChartPoint[];
  /** The pace, from the first day to the last; empty for what is met or not. */
  readonly pace: readonly ChartPoint[];
  /** A threshold to keep, as a level line; null for all others. */
  readonly keep: number | null;
  /** From the newest report to the end its owner expects, with the lowest and highest end said in the last three. */
  readonly projection: {
    readonly from: ChartPoint;
    readonly to: number;
    readonly low: number;
    readonly high: number;
  } | null;
  /** Now, while the cycle runs; null before and after. */
  readonly now: number | null;
}

/** Milliseconds at which a calendar day begins, read without a zone. */
const dayStart = (day: string): number => Date.parse(`${day}T00:00:00Z`);

/** Place of an instant in a cycle, 0 to 1. Reports from before and after stand at the edges. */
export const placeIn = (cycle: Pick<CycleView, 'start' | 'end'>, at: number): number => {
  const start = dayStart(cycle.start);
  const span = dayStart(cycle.end) + dayMs - start;
  return span <= 0 ? 0 : Math.min(1, Math.max(0, (at - start) / span));
};

/** How many projections show how far they spread. */
const spreadOf = 3;

export const chartData = (
  of: Pick<KeyResultView, 'type' | 'start' | 'target' | 'updates'>,
  cycle: Pick<CycleView, 'start' | 'end'>,
  now: number,
): ChartData => {
  const paced = of.type !== 'threshold' && of.type !== 'boolean';
  const reported = of.updates
    .map((update) => ({ x: placeIn(cycle, update.at), value: update.value, update }))
    .toSorted((a, b) => a.update.at - b.update.at);
  const first = reported[0];
  const actual = [...(paced && (first === undefined || first.x > 0) ? [{ x: 0, value: of.start }] : []), ...reported];
  const pace = paced
    ? [
        { x: 0, value: of.start },
        { x: 1, value: of.target },
      ]
    : [];
  const newest = reported.at(-1);
  const said = reported.flatMap(({ update }) => (update.projection === null ? [] : [update.projection]));
  const to = newest?.update.projection ?? null;
  const recent = said.slice(-spreadOf);
  const projection =
    newest === undefined || to === null || newest.x >= 1
      ? null
      : { from: newest, to, low: Math.min(...recent), high: Math.max(...recent) };
  const place = placeIn(cycle, now);
  const values = [
    ...reported.map((point) => point.value),
    ...(of.type === 'threshold' ? [of.target] : [of.start, of.target]),
    ...(projection === null ? [] : [projection.low, projection.high]),
  ];
  return {
    scale: of.type === 'boolean' ? { low: 0, high: 1, lines: [0, 1] } : scaleFor(values),
    reported,
    actual: reported.length === 0 ? [] : actual,
    pace,
    keep: of.type === 'threshold' ? of.target : null,
    projection,
    now: place > 0 && place < 1 ? place : null,
  };
};

/** The days that get a label on the time axis: the first, the last, and each month that begins between them. */
export const axisDays = (cycle: Pick<CycleView, 'start' | 'end'>): readonly string[] => {
  const months: string[] = [];
  const [year = 0, month = 1] = cycle.start.split('-').map(Number);
  for (let ahead = 1; ahead <= 24; ahead++) {
    const day = new Date(Date.UTC(year, month - 1 + ahead, 1)).toISOString().slice(0, 10);
    if (day >= cycle.end) break;
    months.push(day);
  }
  return [cycle.start, ...months, cycle.end];
};
