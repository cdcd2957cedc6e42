import type { GoalRow } from '#shared/protocol/index.ts';
import type { KeyResultLine } from './goal-data.ts';
import type { KeyResultFacts } from './goal-facts.ts';
import type { ObjectiveFacts } from './goal-roll-up.ts';
import type { GoalNode, GoalTree } from './goal-tree.ts';
import { conflictsFrom } from './stored-json.ts';

/** How many of a record's open conflicts concern one key result, and how many none. */
const conflictCounts = (node: GoalNode): ((keyResultId: string | null) => number) => {
  if (node.line.conflict_count === 0) return () => 0;
  const paths = conflictsFrom('objective', node.line.conflicts).map((conflict) => conflict.path.split('.'));
  return (id) => paths.filter(([name, itemId]) => (name === 'keyResults' ? itemId : null) === id).length;
};

export const objectiveRow = (
  node: GoalNode,
  facts: ObjectiveFacts,
  depth: number,
  parentId: string | null,
): GoalRow => ({
  id: node.line.record_id,
  kind: 'objective',
  objectiveId: node.line.record_id,
  parentId,
  depth,
  title: node.line.title,
  ownerId: node.line.owner_id,
  state: node.line.state,
  progress: facts.progress,
  notComputed: facts.notComputed,
  manual: node.line.roll_up === 'manual',
  projectedProgress: facts.projectedProgress,
  confidence: facts.worst?.confidence ?? null,
  worst: facts.worst,
  metText: null,
  lastUpdateAt: facts.lastUpdateAt,
  stale: facts.stale,
  conflicts: conflictCounts(node)(null),
});

export const keyResultRow = (node: GoalNode, line: KeyResultLine, facts: KeyResultFacts, depth: number): GoalRow => ({
  id: line.id,
  kind: 'key-result',
  objectiveId: node.line.record_id,
  parentId: node.line.record_id,
  depth,
  title: line.title,
  ownerId: line.owner_id ?? node.line.owner_id,
  state: node.line.state,
  progress: facts.progress,
  notComputed: facts.notComputed,
  manual: false,
  projectedProgress: facts.projectedProgress,
  confidence: line.confidence,
  worst: null,
  metText: facts.metText,
  lastUpdateAt: line.last_update_at,
  stale: facts.stale,
  conflicts: conflictCounts(node)(line.id),
});

/** An objective's row and those of its key results. */
const rowsOf = (node: GoalNode, facts: ObjectiveFacts, depth: number, parentId: string | null): GoalRow[] => [
  objectiveRow(node, facts, depth, parentId),
  ...node.keyResults.flatMap((line) => {
    const of = facts.keyResults.get(line.id);
    return of === undefined ? [] : [keyResultRow(node, line, of, depth + 1)];
  }),
];

/**
 * The rows of a tree, depth first, parents before children. `shows` leaves goals out (those of another cycle, which
 * only count into their parents); what hangs below them moves up to the nearest shown one.
 */
export const treeRows = (
  tree: GoalTree,
  facts: ReadonlyMap<string, ObjectiveFacts>,
  shows: (node: GoalNode) => boolean,
): GoalRow[] => {
  const rows: GoalRow[] = [];
  const open = tree.roots.toReversed().map((node) => ({ node, depth: 0, parentId: null as string | null }));
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { node, depth, parentId } = next;
    const of = facts.get(node.line.record_id);
    const shown = of !== undefined && shows(node);
    if (shown) rows.push(...rowsOf(node, of, depth, parentId));
    const below = shown ? { depth: depth + 1, parentId: node.line.record_id } : { depth, parentId };
    open.push(...node.children.toReversed().map((child) => ({ node: child, ...below })));
  }
  return rows;
};
