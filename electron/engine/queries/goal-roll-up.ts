import { rollUp, worstConfidence, type Computed, type Part } from '#shared/domain/index.ts';
import type { Confidence, GoalRow } from '#shared/protocol/index.ts';
import { keyResultFacts, type KeyResultFacts, type Present } from './goal-facts.ts';
import type { GoalNode, GoalTree } from './goal-tree.ts';

/** What an objective adds up to. */
export interface ObjectiveFacts extends Computed {
  readonly keyResults: ReadonlyMap<string, KeyResultFacts>;
  readonly projectedProgress: number | null;
  readonly worst: GoalRow['worst'];
  readonly lastUpdateAt: number | null;
  readonly stale: boolean;
}

/** A draft is not promised yet and counts nowhere but on its own page. */
const counted = (node: GoalNode): readonly GoalNode[] => node.children.filter((child) => child.line.state !== 'draft');

const newest = (times: readonly (number | null)[]): number | null =>
  times.reduce((a, b) => (a === null || (b !== null && b > a) ? b : a), null);

const factsOf = (node: GoalNode, known: ReadonlyMap<string, ObjectiveFacts>, at: Present): ObjectiveFacts => {
  const { line } = node;
  const keyResults = new Map(node.keyResults.map((row) => [row.id, keyResultFacts(row, line, at)]));
  const children = counted(node).flatMap((child) => known.get(child.line.record_id) ?? []);
  const parts = (share: (facts: Computed & { readonly projectedProgress: number | null }) => number | null) => ({
    keyResults: node.keyResults.map((row): Part => {
      const facts = keyResults.get(row.id);
      return { progress: facts === undefined ? null : share(facts), weight: row.weight };
    }),
    children: children.map((child): Part => ({ progress: share(child), weight: 1 })),
  });
  const mode = line.roll_up;
  const computed = rollUp({ mode, manual: line.manual_progress, ...parts((facts) => facts.progress) });
  const used: readonly { readonly projectedProgress: number | null }[] = [
    ...(mode === 'key-results' || mode === 'both' ? keyResults.values() : []),
    ...(mode === 'children' || mode === 'both' ? children : []),
  ];
  // Where somebody projects, their word counts; for the rest, where they stand now.
  const projected = used.some((part) => part.projectedProgress !== null)
    ? rollUp({ mode, manual: null, ...parts((facts) => facts.projectedProgress ?? facts.progress) }).progress
    : null;
  const said: (Confidence | null)[] = [
    ...node.keyResults.map((row) => row.confidence),
    ...children.map((child) => child.worst?.confidence ?? null),
  ];
  return {
    ...computed,
    keyResults,
    projectedProgress: projected,
    worst: worstConfidence(said),
    lastUpdateAt: newest([line.last_update_at, ...children.map((child) => child.lastUpdateAt)]),
    stale: [...keyResults.values()].some((facts) => facts.stale),
  };
};

/** Facts of every objective of a tree, from the leaves up. */
export const rollUpTree = (tree: GoalTree, at: Present): ReadonlyMap<string, ObjectiveFacts> => {
  const known = new Map<string, ObjectiveFacts>();
  for (const node of tree.topDown.toReversed()) known.set(node.line.record_id, factsOf(node, known, at));
  return known;
};
