import type { GoalRow } from '#shared/protocol/index.ts';

export const columns = ['title', 'owner', 'progress', 'confidence', 'projection', 'updated'] as const;
export type ColumnName = (typeof columns)[number];

/** How the list is ordered. */
export interface Order {
  readonly by: ColumnName;
  readonly down: boolean;
}

const badness: Readonly<Record<string, number>> = { 'off-track': 3, 'at-risk': 2, 'on-track': 1 };

type Sortable = string | number | null;

const valueOf = (row: GoalRow, by: ColumnName, nameOf: (id: string) => string): Sortable => {
  switch (by) {
    case 'title':
      return row.title;
    case 'owner':
      return row.ownerId === null ? null : nameOf(row.ownerId);
    case 'progress':
      return row.progress;
    case 'confidence':
      return badness[row.confidence ?? ''] ?? null;
    case 'projection':
      return row.projectedProgress;
    case 'updated':
      return row.lastUpdateAt;
  }
};

/**
 * Rows by one column; rows that say nothing there come last in either direction, and equals keep the order of the tree.
 * `language` orders words as its readers expect.
 */
export const sortRows = (
  rows: readonly GoalRow[],
  { by, down }: Order,
  nameOf: (id: string) => string,
  language: string,
): readonly GoalRow[] => {
  const words = new Intl.Collator(language, { numeric: true });
  const turn = down ? -1 : 1;
  return rows
    .map((row) => ({ row, value: valueOf(row, by, nameOf) }))
    .toSorted(({ value: a }, { value: b }) => {
      if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
      return turn * (typeof a === 'string' || typeof b === 'string' ? words.compare(String(a), String(b)) : a - b);
    })
    .map(({ row }) => row);
};

/** Numbers are looked for at their far end first: the worst confidence, the newest update, the least progress. */
const beginsDown: ReadonlySet<ColumnName> = new Set(['confidence', 'updated']);

/** Another column, or the same one turned around. */
export const nextOrder = (now: Order, by: ColumnName): Order =>
  now.by === by ? { by, down: !now.down } : { by, down: beginsDown.has(by) };
