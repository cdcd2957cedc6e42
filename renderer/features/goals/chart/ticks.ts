/** Steps that read well: 1, 2, 2.5 or 5 times a power of ten. */
const niceStep = (rough: number): number => {
  const power = 10 ** Math.floor(Math.log10(rough));
  const share = rough / power;
  const factor = share <= 1 ? 1 : share <= 2 ? 2 : share <= 2.5 ? 2.5 : share <= 5 ? 5 : 10;
  return factor * power;
};

/** A range of values with round lines in it. */
export interface Scale {
  readonly low: number;
  readonly high: number;
  readonly lines: readonly number[];
}

/**
 * Round lines that enclose all values, about `wanted` of them. Values that are all the same get room around them.
 * Numbers too large for a difference are cut to what can be drawn.
 */
export const scaleFor = (values: readonly number[], wanted = 4): Scale => {
  const drawable = values.filter((value) => Math.abs(value) < 1e300);
  const min = drawable.length === 0 ? 0 : Math.min(...drawable);
  const max = drawable.length === 0 ? 1 : Math.max(...drawable);
  // Below what is ever shown (four places after the point) a difference is none, and its logarithm may not exist.
  const span = Math.max(max - min || Math.abs(max) || 1, 1e-6);
  const step = niceStep(span / Math.max(1, wanted - 1));
  const first = Math.floor((min + span * 1e-9) / step);
  const last = Math.max(first + 1, Math.ceil((max - span * 1e-9) / step));
  // Counted in steps: adding up a step of 0.1 would drift.
  const lines = Array.from({ length: last - first + 1 }, (_, index) =>
    Number(((first + index) * step).toPrecision(12)),
  );
  return { low: first * step, high: last * step, lines };
};
