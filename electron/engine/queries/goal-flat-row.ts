import type { GoalRow } from '#shared/protocol/index.ts';
import { keyResultRow, objectiveRow } from './goal-rows.ts';
import type { Goals } from './goals-reader.ts';

/** One goal outside its tree, at depth 0: an objective, or one of its key results. Empty when it is not there. */
export const flatRow = (goals: Goals, objectiveId: string, keyResultId: string | null): readonly GoalRow[] => {
  const node = goals.tree.get(objectiveId);
  const facts = goals.facts.get(objectiveId);
  if (node === undefined || facts === undefined) return [];
  if (keyResultId === null) return [objectiveRow(node, facts, 0, node.line.parent_id)];
  const line = node.keyResults.find((row) => row.id === keyResultId);
  const of = facts.keyResults.get(keyResultId);
  return line === undefined || of === undefined ? [] : [keyResultRow(node, line, of, 0)];
};
