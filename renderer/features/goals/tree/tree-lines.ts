import type { GoalRow } from '#shared/protocol/index.ts';

/** A row of the tree as it is shown, with what assistive technology is told about its place. */
export interface TreeLine {
  readonly row: GoalRow;
  /** From 1. */
  readonly level: number;
  /** Null for a row with nothing below it. */
  readonly expanded: boolean | null;
  /** Place among its siblings, from 1, and how many they are. */
  readonly position: number;
  readonly siblings: number;
}

/** The lines in sight: what lies below a collapsed goal is left out. `rows` are depth first, parents before children. */
export const treeLines = (rows: readonly GoalRow[], collapsed: ReadonlySet<string>): readonly TreeLine[] => {
  const families = new Map<string | null, number>();
  for (const row of rows) families.set(row.parentId, (families.get(row.parentId) ?? 0) + 1);
  const seen = new Map<string | null, number>();
  const lines: TreeLine[] = [];
  let hiddenBelow = Infinity;
  rows.forEach((row, index) => {
    const position = (seen.get(row.parentId) ?? 0) + 1;
    seen.set(row.parentId, position);
    if (row.depth > hiddenBelow) return;
    hiddenBelow = Infinity;
    const parent = (rows[index + 1]?.depth ?? 0) > row.depth;
    const shut = parent && collapsed.has(row.id);
    if (shut) hiddenBelow = row.depth;
    lines.push({
      row,
      level: row.depth + 1,
      expanded: parent ? !shut : null,
      position,
      siblings: families.get(row.parentId) ?? 1,
    });
  });
  return lines;
};

/** What a key means in a tree: another row becomes current, or the current one opens or shuts. */
export type TreeMove = { readonly to: string } | { readonly toggle: string } | null;

/** The first line above `index` that is one level up. */
const parentOf = (lines: readonly TreeLine[], index: number): TreeLine | undefined => {
  const level = lines[index]?.level ?? 0;
  return lines.slice(0, index).findLast((line) => line.level < level);
};

/** Towards the root: an open goal shuts, any other hands over to its parent. */
export const moveOut = (lines: readonly TreeLine[], id: string): TreeMove => {
  const index = lines.findIndex((line) => line.row.id === id);
  if (lines[index]?.expanded === true) return { toggle: id };
  const parent = parentOf(lines, index);
  return parent === undefined ? null : { to: parent.row.id };
};

/** Away from the root: a shut goal opens, an open one hands over to its first child. */
export const moveIn = (lines: readonly TreeLine[], id: string): TreeMove => {
  const index = lines.findIndex((line) => line.row.id === id);
  const line = lines[index];
  if (line === undefined || line.expanded === null) return null;
  if (!line.expanded) return { toggle: id };
  const child = lines[index + 1];
  return child === undefined ? null : { to: child.row.id };
};

/** Ids of all goals above a row, which must be open for it to be in sight. */
export const pathTo = (rows: readonly GoalRow[], id: string): readonly string[] => {
  const index = rows.findIndex((row) => row.id === id);
  const path: string[] = [];
  let depth = rows[index]?.depth ?? 0;
  for (let at = index - 1; at >= 0 && depth > 0; at--) {
    const row = rows[at];
    if (row !== undefined && row.depth < depth) {
      path.push(row.id);
      depth = row.depth;
    }
  }
  return path;
};
