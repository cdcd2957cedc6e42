import { phaseDays } from '#shared/domain/index.ts';
import type { CycleView, GoalRow } from '#shared/protocol/index.ts';

/**
 * What one person should look at again once a cycle is half over: their active key results, and their goals without
 * any, of which nothing was said since its middle. In the order of the tree.
 */
export const dueAtMiddle = (
  rows: readonly GoalRow[],
  cycle: Pick<CycleView, 'start' | 'end'>,
  me: string,
): readonly GoalRow[] => {
  const since = Date.parse(`${phaseDays(cycle).middle}T00:00:00Z`);
  const measured = new Set(rows.flatMap((row) => (row.kind === 'key-result' ? [row.objectiveId] : [])));
  const parents = new Set(
    rows.flatMap((row) => (row.kind === 'objective' && row.parentId !== null ? [row.parentId] : [])),
  );
  const owners = new Map(rows.flatMap((row) => (row.kind === 'objective' ? [[row.id, row.ownerId] as const] : [])));
  return rows.filter((row) => {
    if (row.state !== 'active' || (row.lastUpdateAt ?? 0) >= since || row.progress === 1) return false;
    if (row.kind === 'key-result') return (row.ownerId ?? owners.get(row.objectiveId)) === me;
    return row.ownerId === me && !measured.has(row.id) && !parents.has(row.id);
  });
};
