import { cycleDay } from '#shared/domain/index.ts';
import type { QueryContext } from './context.ts';
import { treeRows } from './goal-rows.ts';
import { createGoals, goalTopics } from './goals-reader.ts';
import type { QueryHandler } from './handler.ts';

/** The goal tree of one cycle. */
export const goalsQuery = (ctx: QueryContext): QueryHandler<'goals'> => {
  const goals = createGoals(ctx);
  return {
    topics: goalTopics,
    run: ({ cycleId }) => {
      const cycle = goals.cycles.one(cycleId);
      const { tree, facts, present } = goals.ofCycle(cycleId);
      const at = cycle === null ? { expected: 0, dayOfCycle: 0, days: 0 } : cycleDay(cycle, present.today);
      return { cycle, ...at, rows: treeRows(tree, facts, (node) => node.line.cycle_id === cycleId) };
    },
  };
};
