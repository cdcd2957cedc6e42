import { requestClock } from '#shared/domain/index.ts';
import type { BlockerView } from '#shared/protocol/index.ts';
import type { BlockerRow, RequestRow } from '../readmodels/index.ts';
import { createComments } from './comments.ts';
import type { QueryContext } from './context.ts';
import { createPeople } from './person-view.ts';
import { headsFrom } from './stored-json.ts';

type Asked = Pick<RequestRow, 'record_id' | 'to_id' | 'since' | 'urgent' | 'state' | 'closed_at'> & {
  readonly heads: string;
};

/** The blockers of a check-in with where asking stands; author and recipient see the same clock. */
export const createBlockerViews = (
  ctx: QueryContext,
): ((checkIn: { readonly record_id: string; readonly person_id: string }) => BlockerView[]) => {
  const { db } = ctx;
  const people = createPeople(ctx);
  const comments = createComments(db);
  const blockers = db.prepare<[string], BlockerRow>('SELECT * FROM blockers WHERE record_id = ? ORDER BY position');
  const asked = db.prepare<[string, string], Asked>(
    `SELECT r.record_id, r.to_id, r.since, r.urgent, r.state, r.closed_at, v.heads FROM requests r
     CROSS JOIN record_view v USING (record_id) WHERE r.blocker_id = ? AND r.from_id = ? ORDER BY r.record_id LIMIT 1`,
  );
  const standing = (row: Asked): NonNullable<BlockerView['request']> => {
    const recipient = row.state === 'open' ? people.person(row.to_id) : null;
    const clock = { since: row.since, urgent: row.urgent === 1, now: ctx.clock.now() };
    return {
      id: row.record_id,
      state: row.state,
      closedAt: row.closed_at,
      norm: recipient === null ? null : requestClock({ ...clock, recipient }),
      answers: comments(row.record_id).map(({ byId, at, text, mentions }) => ({ byId, at, text, mentions })),
      heads: headsFrom(row.heads),
    };
  };
  return (checkIn) =>
    blockers.all(checkIn.record_id).map((blocker) => {
      const request = asked.get(blocker.id, checkIn.person_id);
      return {
        id: blocker.id,
        text: blocker.text,
        waitsForId: request?.to_id ?? blocker.waits_for_id,
        urgent: (request?.urgent ?? blocker.urgent) === 1,
        request: request === undefined ? null : standing(request),
      };
    });
};
