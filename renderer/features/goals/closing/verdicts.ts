import { suggestedScore } from '#shared/domain/index.ts';
import type { GoalRow } from '#shared/protocol/index.ts';
import { carryOver } from '#renderer/state/index.ts';

/** What is decided about one objective when its cycle ends. */
export interface Verdict {
  readonly id: string;
  readonly title: string;
  readonly ownerId: string | null;
  readonly progress: number | null;
  /** Null until somebody says one where progress suggests none. */
  readonly score: number | null;
  readonly reflection: string;
  /** The reflection that stood there when these words were written; that of an earlier closing may. */
  readonly over: string;
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
      over: '',
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
    const { score, reflection, over, carry } = { ...own } as Partial<
      Record<'score' | 'reflection' | 'over' | 'carry', unknown>
    >;
    return {
      ...verdict,
      // Null was kept where somebody emptied the field: that is no wish for what progress suggests.
      score: typeof score === 'number' || score === null ? score : verdict.score,
      reflection: typeof reflection === 'string' ? reflection : '',
      over: typeof over === 'string' ? over : '',
      carry: carry === true,
    };
  });
};

/** The words as a change to the reflections that stand there now, so that those are seen before they are saved over. */
export const overSeen = (
  verdicts: readonly Verdict[],
  seen: ReadonlyMap<string, { readonly reflection: string }>,
): readonly Verdict[] =>
  verdicts.map((verdict) => {
    const there = seen.get(verdict.id)?.reflection;
    return there === undefined
      ? verdict
      : { ...verdict, reflection: carryOver(verdict.over, verdict.reflection, there), over: there };
  });

/** The words and choices to keep on this device until the cycle is closed. */
export const keep = (verdicts: readonly Verdict[]): string =>
  JSON.stringify(
    Object.fromEntries(
      verdicts.map(({ id, score, reflection, over, carry }) => [id, { score, reflection, over, carry }]),
    ),
  );

/** What is missing before a cycle can be closed. */
export const verdictFault = (verdict: Verdict): 'score' | 'reflection' | null =>
  verdict.score === null ? 'score' : verdict.reflection.trim() === '' ? 'reflection' : null;
