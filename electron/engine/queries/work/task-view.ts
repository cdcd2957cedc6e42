import { editsTask, writes } from '#shared/domain/index.ts';
import type { TaskView } from '#shared/protocol/index.ts';
import type { TaskRow } from '../../readmodels/index.ts';
import type { QueryContext } from '../context.ts';
import { conflictsFrom, headsFrom } from '../stored-json.ts';

/** A task's row with what its list shows beside it. */
export type StoredTask = TaskRow & {
  readonly heads: string;
  readonly author_id: string | null;
  readonly conflicts: string;
  readonly key_result_title: string | null;
  readonly objective_id: string | null;
};

/** Columns of `StoredTask`; a key result that is not here leaves its two empty. */
export const selectTask = `SELECT t.*, v.heads, v.author_id, v.conflicts, k.title AS key_result_title, k.record_id AS objective_id
  FROM tasks t CROSS JOIN record_view v USING (record_id)
  LEFT JOIN key_results k ON k.id = t.key_result_id AND k.record_id = (
    SELECT min(o.record_id) FROM key_results o WHERE o.id = t.key_result_id)`;

/** Makes views of tasks as the reader sees them on a day. */
export const taskViews = (ctx: QueryContext, today: string) => {
  const member = ctx.team().people.get(ctx.me() ?? '');
  return (row: StoredTask, outcome: TaskView['outcome'] = null): TaskView => ({
    id: row.record_id,
    title: row.title,
    ownerId: row.owner_id,
    milestone: row.milestone === 1,
    keyResult:
      row.key_result_id === null || row.objective_id === null
        ? null
        : { id: row.key_result_id, objectiveId: row.objective_id, title: row.key_result_title ?? '' },
    due: row.due,
    overdue: row.state === 'open' && row.due !== null && row.due < today,
    state: row.state,
    doneAt: row.done_at,
    week: row.week,
    outcome,
    carried: row.carried,
    acceptedById: row.accepted_by_id,
    acceptedAt: row.accepted_at,
    order: row.position,
    conflicts: conflictsFrom('task', row.conflicts).length,
    heads: headsFrom(row.heads),
    mayEdit:
      member !== undefined &&
      (editsTask(member, { creatorId: row.author_id, ownerId: row.owner_id }) ||
        (row.owner_id === null && writes(member))),
    mayAccept:
      member !== undefined &&
      writes(member) &&
      row.accepted_by_id === member.personId &&
      row.state === 'done' &&
      row.accepted_at === null,
  });
};
