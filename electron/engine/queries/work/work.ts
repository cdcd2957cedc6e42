import { addWeeks, completionOf, daysOfWeek, weekOfDay } from '#shared/domain/index.ts';
import type { PlanOutcome } from '#shared/schema/index.ts';
import type { QueryContext } from '../context.ts';
import { createCycles } from '../cycle-view.ts';
import type { QueryHandler, Topic } from '../handler.ts';
import { selectTask, taskViews, type StoredTask } from './task-view.ts';

/** How many weeks the completion rate looks back, the one looked at included. */
const weeksBack = 8;
/** Rows of one list at the most. Work that is open and belongs to a week is never near it. */
const mostTasks = 10_000;

export const workTopics: readonly Topic[] = [
  'records:task',
  'records:objective',
  'records:person',
  'records:comment',
  'members',
  'clock',
];

/** One week's work, what is open without a week, milestones by date, and how the last weeks went. */
export const workQuery = (ctx: QueryContext): QueryHandler<'work'> => {
  const cycles = createCycles(ctx);
  const inWeek = ctx.db.prepare<unknown[], StoredTask & { readonly outcome: PlanOutcome }>(
    `SELECT w.outcome, s.* FROM task_weeks w JOIN (${selectTask}) s USING (record_id)
     WHERE w.week = @week AND s.milestone = 0 AND (@person IS NULL OR s.owner_id = @person)
     ORDER BY s.position, s.record_id LIMIT ${mostTasks}`,
  );
  // Open work of earlier weeks that nobody carried or dropped is still open, and waits to be decided about.
  const unplanned = ctx.db.prepare<unknown[], StoredTask>(
    `SELECT s.* FROM (${selectTask} WHERE t.state = 'open' AND t.milestone = 0
       AND (@person IS NULL OR t.owner_id = @person)) s
     WHERE s.week IS NULL OR (s.week < @week AND @week = @thisWeek)
     ORDER BY s.due IS NULL, s.due, s.position, s.record_id LIMIT ${mostTasks}`,
  );
  const milestones = ctx.db.prepare<unknown[], StoredTask>(
    `${selectTask} WHERE t.milestone = 1 AND (@person IS NULL OR t.owner_id = @person)
     ORDER BY t.due IS NULL, t.due, t.position, t.record_id LIMIT ${mostTasks}`,
  );
  const outcomes = ctx.db.prepare<unknown[], { week: string; outcome: PlanOutcome }>(
    `SELECT w.week, w.outcome FROM task_weeks w JOIN tasks t USING (record_id)
     WHERE w.week BETWEEN @first AND @last AND t.milestone = 0 AND (@person IS NULL OR t.owner_id = @person)`,
  );
  return {
    topics: workTopics,
    run: ({ week: asked, personId }) => {
      const today = cycles.today();
      const thisWeek = weekOfDay(today);
      const week = asked ?? thisWeek;
      const person = personId ?? null;
      const view = taskViews(ctx, today);
      const planned = inWeek.all({ week, person });
      const listed = new Set(planned.map((row) => row.record_id));
      const open = unplanned.all({ week, thisWeek, person }).filter((row) => !listed.has(row.record_id));
      const weeks = Array.from({ length: weeksBack }, (_, nth) => addWeeks(week, nth - weeksBack + 1));
      const first = weeks[0] ?? week;
      return {
        week,
        thisWeek,
        ...daysOfWeek(week),
        tasks: [...planned.map((row) => view(row, row.outcome)), ...open.map((row) => view(row))],
        milestones: milestones.all({ person }).map((row) => view(row)),
        completion: [...completionOf(weeks, outcomes.all({ first, last: week, person }))],
      };
    },
  };
};
