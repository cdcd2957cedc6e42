import { cycleDay } from '#shared/domain/index.ts';
import type { QueryContext } from './context.ts';
import { treeRows } from './goal-rows.ts';
import { createGoals, goalTopics } from './goals-reader.ts';
import type { QueryHandler } from './handler.ts';

/** The goal tree of one cycle. */
export const goalsQuery = (ctx: QueryContext): QueryHandler<'goals'> => {
  const goals = createGoals(ctx);
  const contributing = ctx.db.prepare<[string], { record_id: string; person_id: string }>(
    `SELECT c.record_id, c.person_id FROM objectives o CROSS JOIN contributors c USING (record_id)
     WHERE o.cycle_id = ? ORDER BY c.record_id, c.person_id`,
  );
  return {
    topics: goalTopics,
    run: ({ cycleId }) => {
      const cycle = goals.cycles.one(cycleId);
      const { tree, facts, present } = goals.ofCycle(cycleId);
      const at = cycle === null ? { expected: 0, dayOfCycle: 0, days: 0 } : cycleDay(cycle, present.today);
      const contributors = [...Map.groupBy(contributing.all(cycleId), (row) => row.record_id)].map(
        ([objectiveId, rows]) => ({ objectiveId, personIds: rows.map((row) => row.person_id) }),
      );
      return { cycle, ...at, contributors, rows: treeRows(tree, facts, (node) => node.line.cycle_id === cycleId) };
    },
  };
};
