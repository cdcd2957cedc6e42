import { addDays, dayOf, deadlineClock, lastDueWith } from '#shared/domain/index.ts';
import type { NeedsMe } from '#shared/protocol/index.ts';
import type { TaskRow } from '../../readmodels/index.ts';
import type { Db } from '../../store/index.ts';
import { normLeft, scheduleOf, type Situation } from './situation.ts';

type Stored = TaskRow & { readonly space_id: string };

/** How many days before it runs out a task begins to need its owner. */
const aheadDays = 1;

/** My open tasks that run out today or tomorrow, or did before: the day itself may be one on which I do not work. */
export const createDueTasks = (db: Db): ((here: Situation) => NeedsMe[]) => {
  const due = db.prepare<unknown[], Stored>(
    `SELECT t.*, v.space_id FROM tasks t JOIN record_view v USING (record_id)
     WHERE t.owner_id = @me AND t.state = 'open' AND t.due <= @until ORDER BY t.due, t.record_id LIMIT 200`,
  );
  return (here) => {
    const schedule = scheduleOf(here.me);
    const until = lastDueWith(addDays(dayOf(here.now, schedule.timeZone), aheadDays), schedule);
    return due.all({ me: here.me.id, until }).map((row) => ({
      key: `task/${row.record_id}`,
      kind: 'task',
      title: row.title,
      targetId: row.record_id,
      targetKind: 'task',
      fromId: null,
      at: null,
      audience: here.ctx.audienceOf(row.space_id),
      norm: row.due === null ? null : { ...deadlineClock({ due: row.due, schedule, now: here.now }), urgent: false },
      detail: row.deliverable,
    }));
  };
};

/** What others finished and I am named to accept. */
export const createToAccept = (db: Db): ((here: Situation) => NeedsMe[]) => {
  const finished = db.prepare<unknown[], Stored>(
    `SELECT t.*, v.space_id FROM tasks t JOIN record_view v USING (record_id)
     WHERE t.accepted_by_id = @me AND t.state = 'done' AND t.accepted_at IS NULL AND t.accepted_by_id IS NOT NULL
     ORDER BY t.done_at, t.record_id LIMIT 200`,
  );
  return (here) =>
    finished.all({ me: here.me.id }).map((row) => ({
      key: `accept/${row.record_id}`,
      kind: 'accept',
      title: row.title,
      targetId: row.record_id,
      targetKind: 'task',
      fromId: row.owner_id,
      at: row.done_at,
      audience: here.ctx.audienceOf(row.space_id),
      norm: row.done_at === null ? null : normLeft(here, row.done_at, false),
      detail: row.deliverable,
    }));
};
