import type { CycleView } from '#shared/protocol/index.ts';

/** A new cycle with its first and last day, YYYY-MM-DD. */
export interface Span {
  readonly title: string;
  readonly start: string;
  readonly end: string;
}

/** Where the goals go. */
export type Target = { readonly kind: 'existing'; readonly id: string } | { readonly kind: 'new'; readonly span: Span };

/** The cycle that a file's period means, or a new one for it; without a period the current cycle. */
export const proposeTarget = (
  period: Span | null,
  cycles: readonly Pick<CycleView, 'id' | 'start' | 'end'>[],
  currentId: string | null,
): Target | null => {
  if (period !== null) {
    const same = cycles.find((cycle) => cycle.start === period.start && cycle.end === period.end);
    return same === undefined ? { kind: 'new', span: period } : { kind: 'existing', id: same.id };
  }
  const current = currentId ?? cycles.at(-1)?.id;
  return current === undefined ? null : { kind: 'existing', id: current };
};

/** The cycle to compare the rows with; null for a new one, in which everything is new. */
export const previewCycle = (target: Target | null): string | null =>
  target === null || target.kind === 'new' ? null : target.id;

const day = /^\d{4}-\d{2}-\d{2}$/u;

/** True for a target that the import can go to. */
export const isComplete = (target: Target | null): boolean => {
  if (target === null) return false;
  if (target.kind === 'existing') return true;
  const { title, start, end } = target.span;
  return title.trim() !== '' && day.test(start) && day.test(end) && start <= end;
};
