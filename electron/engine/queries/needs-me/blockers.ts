import type { NeedsMe } from '#shared/protocol/index.ts';
import type { BlockerRow } from '../../readmodels/index.ts';
import type { Db } from '../../store/index.ts';
import { firstLine } from '../titles.ts';
import { normLeft, type Situation } from './situation.ts';

type Waiting = BlockerRow & { readonly person_id: string; readonly submitted_at: number; readonly space_id: string };

/**
 * Blockers that name me. One stands until I answer under the check-in, or until its author's next check-in says how it
 * went on.
 */
export const createBlockers = (db: Db): ((here: Situation) => NeedsMe[]) => {
  const waiting = db.prepare<unknown[], Waiting>(
    `SELECT b.*, c.person_id, c.submitted_at, v.space_id FROM blockers b
     JOIN check_ins c USING (record_id) JOIN record_view v USING (record_id)
     WHERE b.waits_for_id = @me AND c.person_id <> @me
       AND NOT EXISTS (SELECT 1 FROM check_ins later WHERE later.person_id = c.person_id AND later.week > c.week)
       AND NOT EXISTS (SELECT 1 FROM comments r WHERE r.target_id = c.record_id AND r.by_id = @me)
     ORDER BY c.submitted_at DESC, b.record_id, b.position LIMIT 200`,
  );
  return (here) =>
    waiting.all({ me: here.me.id }).map((row) => ({
      key: `blocker/${row.record_id}/${row.id}`,
      kind: 'blocker',
      title: firstLine(row.text),
      targetId: row.record_id,
      targetKind: 'check-in',
      fromId: row.person_id,
      at: row.submitted_at,
      audience: here.ctx.audienceOf(row.space_id),
      norm: normLeft(here, here.arrivedAt(row.record_id, row.submitted_at), row.urgent === 1),
      detail: '',
    }));
};
