/** A stretch of time in milliseconds since the epoch: `start` belongs to it, `end` does not. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The same time as sorted spans that neither touch nor overlap; empty ones are dropped. */
export const mergeSpans = (spans: readonly Span[]): readonly Span[] => {
  const merged: { start: number; end: number }[] = [];
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (end <= start) continue;
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end);
    else merged.push({ start, end });
  }
  return merged;
};

/** The time that lies in both. Takes and gives merged spans. */
export const intersectSpans = (a: readonly Span[], b: readonly Span[]): readonly Span[] => {
  const both: Span[] = [];
  for (let i = 0, j = 0; ;) {
    const left = a[i];
    const right = b[j];
    if (left === undefined || right === undefined) return both;
    const start = Math.max(left.start, right.start);
    const end = Math.min(left.end, right.end);
    if (start < end) both.push({ start, end });
    if (left.end <= right.end) i++;
    else j++;
  }
};

/** How long spans are together, in milliseconds. Takes merged spans. */
export const lengthOf = (spans: readonly Span[]): number => spans.reduce((sum, { start, end }) => sum + end - start, 0);

/** The time of `a` that does not lie in `b`. Takes and gives merged spans. */
export const subtractSpans = (a: readonly Span[], b: readonly Span[]): readonly Span[] =>
  a.flatMap((span) => {
    const rest: Span[] = [];
    let { start } = span;
    for (const gap of intersectSpans([span], b)) {
      if (start < gap.start) rest.push({ start, end: gap.start });
      start = gap.end;
    }
    return start < span.end ? [...rest, { start, end: span.end }] : rest;
  });
