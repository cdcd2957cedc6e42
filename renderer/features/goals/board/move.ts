import type { Confidence, KeyResultView, ObjectiveView } from '#shared/protocol/index.ts';
import type { GoalStanding } from '../standing.ts';
import type { BoardColumnName } from './board-columns.ts';

/** What moving a goal's card into a column comes to. */
export type Move =
  | { readonly act: 'state'; readonly state: 'draft' | 'active' }
  /** Asks for the score and what was learned. */
  | { readonly act: 'close' }
  | { readonly act: 'report'; readonly keyResult: KeyResultView; readonly confidence: Confidence }
  /** Why not: a sentence of the rules, or the name of a message. */
  | { readonly act: 'refused'; readonly sentence: string }
  | { readonly act: 'unclear' }
  | { readonly act: 'none' };

const confidences: readonly string[] = ['on-track', 'at-risk', 'off-track'];
const isConfidence = (column: string): column is Confidence => confidences.includes(column);

const refusedOr = (sentence: string | null, move: Move): Move =>
  sentence === null ? move : { act: 'refused', sentence };

/**
 * Moving a card does what its column says, for those who may: a state is set, closing asks for a score, and a confidence
 * is reported where one key result makes it. Where several do, or goals below, nobody can tell whose it would be.
 */
export const moveOf = (
  objective: Pick<ObjectiveView, 'state' | 'keyResults'>,
  hasChildren: boolean,
  to: BoardColumnName,
  standing: GoalStanding,
): Move => {
  const { state } = objective;
  if (to === 'closed') return state === 'closed' ? { act: 'none' } : refusedOr(standing.lead, { act: 'close' });
  if (to === 'draft' || to === 'active') {
    if (state === to) return { act: 'none' };
    return refusedOr(state === 'closed' ? standing.lead : standing.edit, { act: 'state', state: to });
  }
  if (state === 'closed') return refusedOr(standing.lead, { act: 'state', state: 'active' });
  const [keyResult, ...others] = objective.keyResults.filter(({ archived }) => !archived);
  if (keyResult === undefined || others.length > 0 || hasChildren || !isConfidence(to)) return { act: 'unclear' };
  if (keyResult.confidence === to) return { act: 'none' };
  return refusedOr(standing.report(keyResult), { act: 'report', keyResult, confidence: to });
};
