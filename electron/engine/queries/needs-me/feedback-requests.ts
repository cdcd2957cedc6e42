import { requestClock } from '#shared/domain/index.ts';
import { firstLine } from '#shared/schema/index.ts';
import type { NeedsMe } from '#shared/protocol/index.ts';
import type { Db } from '../../store/index.ts';
import { openRequest, selectFeedbackRequest, type StoredFeedbackRequest } from '../feedback-requests.ts';

import type { Situation } from './situation.ts';

/** Feedback that I am asked for; it is written in the thread with whoever asks. */
export const createAskedFeedback = (db: Db): ((here: Situation) => NeedsMe[]) => {
  const open = db.prepare<[string], StoredFeedbackRequest>(
    `${selectFeedbackRequest} WHERE r.asked_id = ? AND ${openRequest} ORDER BY r.at, r.record_id LIMIT 200`,
  );
  return (here) =>
    open.all(here.me.id).flatMap((row): NeedsMe[] =>
      row.by_id === null
        ? []
        : [
            {
              key: `feedback-request/${row.record_id}`,
              kind: 'feedback-request',
              title: firstLine(row.prompt),
              targetId: row.by_id,
              targetKind: 'person',
              fromId: row.by_id,
              at: row.at,
              audience: here.ctx.audienceOf(row.space_id),
              norm: requestClock({ since: row.at, urgent: row.urgent === 1, recipient: here.me, now: here.now }),
              detail: row.goal_id === null ? '' : (here.named(row.goal_id)?.title ?? ''),
            },
          ],
    );
};
