import type { GoalRow } from '#shared/protocol/index.ts';

export const groupings = ['status', 'state'] as const;
export type Grouping = (typeof groupings)[number];

const names = {
  status: ['off-track', 'at-risk', 'on-track', 'unsaid', 'closed'],
  state: ['draft', 'active', 'closed'],
} as const;
export type BoardColumnName = (typeof names)[Grouping][number];

export interface BoardColumn {
  readonly name: BoardColumnName;
  readonly rows: readonly GoalRow[];
}

const columnOf = (row: GoalRow, by: Grouping): BoardColumnName =>
  by === 'state'
    ? row.state
    : row.state === 'closed'
      ? 'closed'
      : (row.worst?.confidence ?? row.confidence ?? 'unsaid');

/** Objectives in columns by what is said of them or by their state, in the order of the tree. */
export const boardColumns = (rows: readonly GoalRow[], by: Grouping): readonly BoardColumn[] => {
  const groups = Map.groupBy(
    rows.filter((row) => row.kind === 'objective'),
    (row) => columnOf(row, by),
  );
  return names[by].map((name) => ({ name, rows: groups.get(name) ?? [] }));
};
