import type { GoalRow } from '#shared/protocol/index.ts';

/** Sizes in pixels at full size. */
export const box = { width: 224, height: 76, gapX: 64, gapY: 14 } as const;

/** An objective with its place in the picture; x counts from where reading begins. */
export interface PlacedGoal {
  readonly row: GoalRow;
  readonly parentId: string | null;
  readonly level: number;
  readonly x: number;
  readonly y: number;
  readonly keyResults: number;
}

export interface Picture {
  readonly placed: readonly PlacedGoal[];
  /** Goals that belong to no other and have none below them. */
  readonly alone: readonly PlacedGoal[];
  readonly width: number;
  readonly height: number;
}

interface Node {
  readonly row: GoalRow;
  readonly children: Node[];
  keyResults: number;
}

const nodesOf = (rows: readonly GoalRow[]): { readonly roots: readonly Node[]; readonly preorder: readonly Node[] } => {
  const byId = new Map<string, Node>();
  const roots: Node[] = [];
  for (const row of rows) {
    const parent = byId.get(row.parentId ?? '');
    if (row.kind === 'key-result') {
      if (parent !== undefined) parent.keyResults += 1;
      continue;
    }
    const node: Node = { row, children: [], keyResults: 0 };
    byId.set(row.id, node);
    (parent?.children ?? roots).push(node);
  }
  return { roots, preorder: [...byId.values()] };
};

/**
 * A tidy tree from where reading begins to where it ends: a column for each level, leaves below each other, parents
 * beside the middle of their children. Goals that stand alone come apart. `rows` are depth first, parents before
 * children.
 */
export const layOut = (rows: readonly GoalRow[]): Picture => {
  const { roots, preorder } = nodesOf(rows);
  const single = new Set(roots.filter((node) => node.children.length === 0 && node.row.parentId === null));
  const levels = new Map<Node, number>(roots.map((node) => [node, 0]));
  const parents = new Map<Node, Node>();
  for (const node of preorder) {
    for (const child of node.children) {
      levels.set(child, (levels.get(node) ?? 0) + 1);
      parents.set(child, node);
    }
  }
  const tops = new Map<Node, number>();
  let next = 0;
  for (const node of preorder) {
    if (node.children.length > 0 || single.has(node)) continue;
    tops.set(node, next);
    next += box.height + box.gapY;
  }
  // From the leaves up: preorder backwards has every child before its parent.
  for (const node of preorder.toReversed()) {
    const ys = node.children.map((child) => tops.get(child) ?? 0);
    if (ys.length > 0) tops.set(node, (Math.min(...ys) + Math.max(...ys)) / 2);
  }
  const place = (node: Node): PlacedGoal => ({
    row: node.row,
    parentId: parents.get(node)?.row.id ?? null,
    level: levels.get(node) ?? 0,
    x: (levels.get(node) ?? 0) * (box.width + box.gapX),
    y: tops.get(node) ?? 0,
    keyResults: node.keyResults,
  });
  const placed = preorder.filter((node) => !single.has(node)).map(place);
  const deepest = placed.reduce((most, { level }) => Math.max(most, level), 0);
  return {
    placed,
    alone: [...single].map(place),
    width: placed.length === 0 ? 0 : deepest * (box.width + box.gapX) + box.width,
    height: Math.max(0, next - box.gapY),
  };
};

/** Which box an arrow key leads to: along the line to the parent or the first child, or up and down in the column. */
export const neighbour = (
  placed: readonly PlacedGoal[],
  id: string | null,
  way: 'in' | 'out' | 'up' | 'down',
): string | null => {
  const here = placed.find((each) => each.row.id === id);
  if (here === undefined) return placed[0]?.row.id ?? null;
  if (way === 'out') return here.parentId;
  if (way === 'in') {
    return placed.filter((each) => each.parentId === here.row.id).toSorted((a, b) => a.y - b.y)[0]?.row.id ?? null;
  }
  const column = placed.filter((each) => each.level === here.level).toSorted((a, b) => a.y - b.y);
  return column[column.indexOf(here) + (way === 'down' ? 1 : -1)]?.row.id ?? null;
};

/** The size at which a picture fits into a frame: never larger than life, never too small to read. */
export const fitScale = (
  picture: { readonly width: number; readonly height: number },
  frame: { readonly width: number; readonly height: number },
): number =>
  picture.width === 0 || picture.height === 0 || frame.width === 0 || frame.height === 0
    ? 1
    : Math.max(0.4, Math.min(1, frame.width / picture.width, frame.height / picture.height));
