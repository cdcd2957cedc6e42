import { suggestedScore } from '#shared/domain/index.ts';
import type { GoalRow } from '#shared/protocol/index.ts';

/** What is decided about one objective when its cycle ends. */
export interface Verdict {
  readonly id: string;
  readonly title: string;
  readonly ownerId: string | null;
  readonly progress: number | null;
  /** Null until somebody says one where progress suggests none. */
  readonly score: number | null;
  readonly reflection: string;
  readonly carry: boolean;
}

/** What is active in a cycle, parents first, with the scores that progress suggests; nothing goes on unless it is chosen. */
export const verdictsOf = (rows: readonly GoalRow[]): readonly Verdict[] =>
  rows
    .filter((row) => row.kind === 'objective' && row.state === 'active')
    .map((row) => ({
      id: row.id,
      title: row.title,
      ownerId: row.ownerId,
      progress: row.progress,
      score: suggestedScore(row.progress),
      reflection: '',
      carry: false,
    }));

/** Kept words and choices put over what the rows suggest now; goals that were closed meanwhile are gone. */
export const withKept = (fresh: readonly Verdict[], kept: string): readonly Verdict[] => {
  let read: unknown = null;
  try {
    read = JSON.parse(kept);
  } catch {
    return fresh;
  }
  if (typeof read !== 'object' || read === null) return fresh;
  const said = new Map<string, unknown>(Object.entries(read));
  return fresh.map((verdict) => {
    const own = said.get(verdict.id);
    if (typeof own !== 'object' || own === null) return verdict;
    const { score, reflection, carry } = { ...own } as Partial<Record<'score' | 'reflection' | 'carry', unknown>>;
    return {
      ...verdict,
      // Null was kept where somebody emptied the field: that is no wish for what progress suggests.
      score: typeof score === 'number' || score === null ? score : verdict.score,
      reflection: typeof reflection === 'string' ? reflection : '',
      carry: carry === true,
    };
  });
};

/** The words and choices to keep on this device until the cycle is closed. */
export const keep = (verdicts: readonly Verdict[]): string =>
  JSON.stringify(
    Object.fromEntries(verdicts.map(({ id, score, reflection, carry }) => [id, { score, reflection, carry }])),
  );

/** What is missing before a cycle can be closed. */
export const verdictFault = (verdict: Verdict): 'score' | 'reflection' | null =>
  verdict.score === null ? 'score' : verdict.reflection.trim() === '' ? 'reflection' : null;
