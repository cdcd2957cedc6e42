import type { GoalRow } from '#shared/protocol/index.ts';
import type { QueryContext } from './context.ts';
import { createGoals, goalTopics } from './goals-reader.ts';
import { flatRow } from './goal-flat-row.ts';
import type { QueryHandler } from './handler.ts';

/** What this person pinned, in the order of pinning. Something pinned that is gone is left out, the pin stays. */
export const pinsQuery = (ctx: QueryContext): QueryHandler<'pins'> => {
  const goals = createGoals(ctx);
  const pins = ctx.db.prepare<[], { target_id: string; objective_id: string | null }>(
    `SELECT p.target_id, coalesce(o.record_id, (SELECT k.record_id FROM key_results k WHERE k.id = p.target_id ORDER BY k.record_id LIMIT 1)) AS objective_id
     FROM local_pins p LEFT JOIN objectives o ON o.record_id = p.target_id ORDER BY p.at, p.target_id`,
  );
  return {
    topics: [...goalTopics, 'local'],
    run: () => {
      const rows = pins.all();
      const found = goals.ofObjectives(rows.flatMap((row) => row.objective_id ?? []));
      return {
        items: rows.flatMap(({ target_id: id, objective_id: objectiveId }): readonly GoalRow[] =>
          objectiveId === null ? [] : flatRow(found, objectiveId, id === objectiveId ? null : id),
        ),
      };
    },
  };
};
