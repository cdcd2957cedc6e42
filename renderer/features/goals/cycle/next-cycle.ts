import type { CycleView } from '#shared/protocol/index.ts';

export interface Span {
  readonly title: string;
  /** Calendar days, YYYY-MM-DD, both included. */
  readonly start: string;
  readonly end: string;
}

const dayOf = (at: Date): string => at.toISOString().slice(0, 10);

export const cycleKinds = ['quarter', 'half', 'custom'] as const;
export type CycleKind = (typeof cycleKinds)[number];

/**
 * The quarter or half to propose for a new cycle: the one that begins after the latest cycle ends, or the present one when
 * there is none yet.
 */
export const nextCycle = (
  cycles: readonly Pick<CycleView, 'end'>[],
  today: string,
  kind: 'quarter' | 'half' = 'quarter',
): Span => {
  const latest = cycles
    .map((cycle) => cycle.end)
    .toSorted()
    .at(-1);
  const from = new Date(`${latest ?? today}T00:00:00Z`);
  if (latest !== undefined) from.setUTCDate(from.getUTCDate() + 1);
  const year = from.getUTCFullYear();
  const months = kind === 'half' ? 6 : 3;
  const part = Math.floor(from.getUTCMonth() / months);
  const end = dayOf(new Date(Date.UTC(year, part * months + months, 0)));
  // A cycle that ended within a quarter is followed from the next day on, without a gap or an overlap.
  const start = latest === undefined ? dayOf(new Date(Date.UTC(year, part * months, 1))) : dayOf(from);
  return { title: `${kind === 'half' ? 'H' : 'Q'}${String(part + 1)} ${String(year)}`, start, end };
};

const day = /^\d{4}-\d{2}-\d{2}$/u;

/** What is wrong with a cycle as it was typed; null when nothing is. */
export const cycleFault = (span: Span): 'title' | 'day' | 'order' | null => {
  if (span.title.trim() === '') return 'title';
  const real = (text: string): boolean => day.test(text) && !Number.isNaN(Date.parse(text));
  if (!real(span.start) || !real(span.end)) return 'day';
  return span.end < span.start ? 'order' : null;
};
