import type { LeaveRow } from '../../readmodels/index.ts';
import type { QueryContext } from '../context.ts';
import { createCycles } from '../cycle-view.ts';
import type { QueryHandler } from '../handler.ts';
import { headsFrom } from '../stored-json.ts';

/** Days off: everybody's that are not over, or all of one person's, newest last. */
export const leaveQuery = (ctx: QueryContext): QueryHandler<'leave'> => {
  const cycles = createCycles(ctx);
  type Stored = LeaveRow & { readonly heads: string };
  const coming = ctx.db.prepare<[string], Stored>(
    `SELECT l.*, v.heads FROM leave_days l JOIN record_view v USING (record_id)
     WHERE l."end" >= ? AND l.cancelled = 0 ORDER BY l.start, l."end", l.record_id LIMIT 1000`,
  );
  const theirs = ctx.db.prepare<[string], Stored>(
    `SELECT l.*, v.heads FROM leave_days l JOIN record_view v USING (record_id)
     WHERE l.person_id = ? ORDER BY l.start, l."end", l.record_id LIMIT 1000`,
  );
  return {
    topics: ['records:leave', 'records:person', 'clock'],
    run: ({ personId }) => ({
      leave: (personId === undefined ? coming.all(cycles.today()) : theirs.all(personId)).map((row) => ({
        id: row.record_id,
        personId: row.person_id,
        start: row.start,
        end: row.end,
        reason: row.reason,
        note: row.note,
        cancelled: row.cancelled === 1,
        heads: headsFrom(row.heads),
      })),
    }),
  };
};
