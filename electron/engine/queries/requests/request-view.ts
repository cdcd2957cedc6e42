import { requestClock } from '#shared/domain/index.ts';
import type { RequestView } from '#shared/protocol/index.ts';
import type { RequestRow } from '../../readmodels/index.ts';
import type { QueryContext } from '../context.ts';
import type { Topic } from '../handler.ts';
import { createPeople } from '../person-view.ts';
import { createRecordTitles } from '../record-titles.ts';
import { conflictsFrom, headsFrom } from '../stored-json.ts';

export type StoredRequest = RequestRow & {
  readonly space_id: string;
  readonly author_id: string | null;
  readonly heads: string;
  readonly conflicts: string;
};

/** Requests with what their view needs of the record; a WHERE follows. */
export const selectRequest =
  'SELECT r.*, v.space_id, v.author_id, v.heads, v.conflicts FROM requests r CROSS JOIN record_view v USING (record_id)';

export const requestTopics: readonly Topic[] = [
  'records:request',
  'records:comment',
  'records:person',
  'records:leave',
  'records:team-settings',
  'members',
  'clock',
];

/** A stored request as it is shown, with the clock that everybody sees. */
export const requestViews = (ctx: QueryContext): ((row: StoredRequest) => RequestView) => {
  const people = createPeople(ctx);
  const named = createRecordTitles(ctx.db, people);
  const blocked = ctx.db.prepare<[string, string], { record_id: string }>(
    `SELECT b.record_id FROM blockers b JOIN check_ins c USING (record_id) WHERE b.id = ? AND c.person_id = ? LIMIT 1`,
  );
  return (row) => {
    const checkInId = row.blocker_id === null ? undefined : blocked.get(row.blocker_id, row.from_id)?.record_id;
    const targetId = row.target_id ?? checkInId ?? null;
    const recipient = row.state === 'open' ? people.person(row.to_id) : null;
    const target = targetId === null ? undefined : named(targetId);
    return {
      id: row.record_id,
      question: row.question,
      text: row.text,
      fromId: row.from_id,
      toId: row.to_id,
      handedById: row.by_id === row.from_id ? null : row.by_id,
      askedAt: row.since,
      urgent: row.urgent === 1,
      state: row.state,
      closedAt: row.closed_at,
      norm:
        recipient === null
          ? null
          : requestClock({ since: row.since, urgent: row.urgent === 1, recipient, now: ctx.clock.now() }),
      target:
        targetId === null || target === undefined ? null : { id: targetId, kind: target.kind, title: target.title },
      blocker: row.blocker_id !== null,
      authorId: row.author_id,
      audience: ctx.audienceOf(row.space_id),
      heads: headsFrom(row.heads),
      conflicts: conflictsFrom('request', row.conflicts),
    };
  };
};
