import { requestClock } from '#shared/domain/index.ts';
import type { NeedsMe } from '#shared/protocol/index.ts';
import type { Db } from '../../store/index.ts';
import { selectRequest, type StoredRequest } from '../requests/request-view.ts';
import type { Situation } from './situation.ts';

/** Questions that wait for me; blockers are listed by their check-in. */
export const createAsked = (db: Db): ((here: Situation) => NeedsMe[]) => {
  const open = db.prepare<[string], StoredRequest>(
    `${selectRequest} WHERE r.to_id = ? AND r.state = 'open'
       AND NOT EXISTS (SELECT 1 FROM blockers b JOIN check_ins c USING (record_id) WHERE b.id = r.blocker_id AND c.person_id = r.from_id)
     ORDER BY r.since, r.record_id LIMIT 500`,
  );
  return (here) =>
    open.all(here.me.id).map((row) => ({
      key: `request/${row.record_id}`,
      kind: 'request',
      title: row.question,
      targetId: row.record_id,
      targetKind: 'request',
      fromId: row.from_id,
      at: row.since,
      audience: here.ctx.audienceOf(row.space_id),
      norm: requestClock({ since: row.since, urgent: row.urgent === 1, recipient: here.me, now: here.now }),
      detail: row.target_id === null ? '' : (here.named(row.target_id)?.title ?? ''),
    }));
};
