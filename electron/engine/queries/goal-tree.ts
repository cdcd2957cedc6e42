import type { GoalLines, KeyResultLine, ObjectiveLine } from './goal-data.ts';

export interface GoalNode {
  readonly line: ObjectiveLine;
  /** Without archived ones, in their order. */
  readonly keyResults: readonly KeyResultLine[];
  readonly children: readonly GoalNode[];
}

export interface GoalTree {
  /** Goals whose parent is not in the tree. */
  readonly roots: readonly GoalNode[];
  /** Every node, parents before children. */
  readonly topDown: readonly GoalNode[];
  readonly get: (id: string) => GoalNode | undefined;
}

/**
 * Parents without circles. Two people offline can each put their goal below the other's; the circle is then cut above
 * its lowest id, on every replica alike.
 */
const parentsOf = (lines: ReadonlyMap<string, ObjectiveLine>): ReadonlyMap<string, string> => {
  const parents = new Map<string, string>();
  for (const { record_id: id, parent_id: parent } of lines.values()) {
    if (parent !== null && parent !== id && lines.has(parent)) parents.set(id, parent);
  }
  const settled = new Set<string>();
  for (const start of lines.keys()) {
    const path: string[] = [];
    const onPath = new Set<string>();
    let at: string | undefined = start;
    while (at !== undefined && !settled.has(at) && !onPath.has(at)) {
      path.push(at);
      onPath.add(at);
      at = parents.get(at);
    }
    if (at !== undefined && onPath.has(at)) {
      const circle = path.slice(path.indexOf(at));
      parents.delete(circle.reduce((a, b) => (a < b ? a : b)));
    }
    for (const id of path) settled.add(id);
  }
  return parents;
};

/** Puts lines together as a tree. Siblings keep the order of the lines; no recursion, however deep it is. */
export const growTree = (lines: GoalLines): GoalTree => {
  const byId = new Map(lines.objectives.map((line) => [line.record_id, line]));
  const parents = parentsOf(byId);
  const nodes = new Map<string, GoalNode & { readonly children: GoalNode[] }>();
  for (const line of lines.objectives) {
    const keyResults = (lines.keyResults.get(line.record_id) ?? []).filter((row) => row.archived === 0);
    nodes.set(line.record_id, { line, keyResults, children: [] });
  }
  const roots: GoalNode[] = [];
  for (const [id, node] of nodes) {
    const parent = nodes.get(parents.get(id) ?? '');
    (parent?.children ?? roots).push(node);
  }
  const topDown: GoalNode[] = [...roots];
  // The list grows while it is walked: children follow the nodes before them.
  for (const node of topDown) topDown.push(...node.children);
  return { roots, topDown, get: (id) => nodes.get(id) };
};
