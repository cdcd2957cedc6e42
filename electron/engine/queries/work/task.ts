import type { RecordViewRow, TaskWeekRow } from '../../readmodels/index.ts';
import { createComments } from '../comments.ts';
import type { QueryContext } from '../context.ts';
import { createCycles } from '../cycle-view.ts';
import type { QueryHandler } from '../handler.ts';
import { conflictsFrom } from '../stored-json.ts';
import { selectTask, taskViews, type StoredTask } from './task-view.ts';
import { workTopics } from './work.ts';

/** One task with its expectation card, the weeks it went through, and what was said under it. */
export const taskQuery = (ctx: QueryContext): QueryHandler<'task'> => {
  const cycles = createCycles(ctx);
  const comments = createComments(ctx.db);
  const read = ctx.db.prepare<[string], StoredTask>(`${selectTask} WHERE t.record_id = ?`);
  const record = ctx.db.prepare<[string], RecordViewRow>('SELECT * FROM record_view WHERE record_id = ?');
  const weeks = ctx.db.prepare<[string], TaskWeekRow>('SELECT * FROM task_weeks WHERE record_id = ? ORDER BY week, id');
  return {
    topics: workTopics,
    run: ({ id }) => {
      const row = read.get(id);
      const stored = record.get(id);
      if (row === undefined || stored === undefined) return { task: null };
      return {
        task: {
          ...taskViews(ctx, cycles.today())(row),
          deliverable: row.deliverable,
          doneMeans: row.done_means,
          note: row.note,
          createdById: stored.author_id,
          createdAt: stored.created_at,
          planned: weeks.all(id).map(({ week, outcome }) => ({ week, outcome })),
          comments: comments(id),
          audience: ctx.audienceOf(stored.space_id),
          conflictList: conflictsFrom('task', stored.conflicts),
          readOnlyReason: stored.read_only_reason,
        },
      };
    },
  };
};
