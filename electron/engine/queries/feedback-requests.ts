import { requestClock } from '#shared/domain/index.ts';
import type { FeedbackRequestView } from '#shared/protocol/index.ts';
import type { FeedbackRequestRow } from '../readmodels/index.ts';
import type { QueryContext } from './context.ts';
import type { QueryHandler } from './handler.ts';
import { createPeople } from './person-view.ts';
import { createRecordTitles } from './record-titles.ts';
import { headsFrom } from './stored-json.ts';

export type StoredFeedbackRequest = FeedbackRequestRow & { readonly space_id: string; readonly heads: string };

/** Nothing has become of it yet. */
export const openRequest = 'r.answered_at IS NULL AND r.declined_at IS NULL AND r.withdrawn_at IS NULL';

/** Requests with what their view needs of the record; a WHERE follows. */
export const selectFeedbackRequest =
  'SELECT r.*, v.space_id, v.heads FROM feedback_requests r CROSS JOIN record_view v USING (record_id)';

const shownOpen = 200;
const shownSettled = 50;

const byTimeLeft = (a: FeedbackRequestView, b: FeedbackRequestView): number =>
  (a.norm?.leftMs ?? Number.POSITIVE_INFINITY) - (b.norm?.leftMs ?? Number.POSITIVE_INFINITY) ||
  a.askedAt - b.askedAt ||
  (a.id < b.id ? -1 : 1);

/** An answer counts before everything else: who declined or took back and was answered all the same has an answer. */
const stateOf = (row: FeedbackRequestRow): Pick<FeedbackRequestView, 'state' | 'settledAt'> => {
  if (row.answered_at !== null) return { state: 'answered', settledAt: row.answered_at };
  if (row.declined_at !== null) return { state: 'declined', settledAt: row.declined_at };
  if (row.withdrawn_at !== null) return { state: 'withdrawn', settledAt: row.withdrawn_at };
  return { state: 'open', settledAt: null };
};

/** Requests for feedback between the reader and others, with the clock that both sides see. */
export const feedbackRequestsQuery = (ctx: QueryContext): QueryHandler<'feedbackRequests'> => {
  const people = createPeople(ctx);
  const named = createRecordTitles(ctx.db, people);
  const pair = '(@other IS NULL OR r.by_id = @other OR r.asked_id = @other)';
  const view = (row: StoredFeedbackRequest): FeedbackRequestView => {
    const settled = stateOf(row);
    const recipient = settled.state === 'open' ? people.person(row.asked_id) : null;
    const goal = row.goal_id === null ? undefined : named(row.goal_id);
    return {
      id: row.record_id,
      fromId: row.by_id,
      askedId: row.asked_id,
      aboutId: row.about_id,
      prompt: row.prompt,
      goal: row.goal_id === null || goal === undefined ? null : { id: row.goal_id, title: goal.title },
      urgent: row.urgent === 1,
      askedAt: row.at,
      ...settled,
      declineWords: row.decline_words,
      norm:
        recipient === null
          ? null
          : requestClock({ since: row.at, urgent: row.urgent === 1, recipient, now: ctx.clock.now() }),
      audience: ctx.audienceOf(row.space_id),
      heads: headsFrom(row.heads),
    };
  };
  const read = (where: string, most: number) => {
    const rows = ctx.db.prepare<unknown[], StoredFeedbackRequest>(
      `${selectFeedbackRequest} WHERE ${where} AND ${pair} ORDER BY r.at DESC, r.record_id LIMIT ${most}`,
    );
    return (other: string | undefined): FeedbackRequestView[] =>
      rows.all({ me: ctx.me() ?? '', other: other ?? null }).map(view);
  };
  const forMe = read(`r.asked_id = @me AND ${openRequest}`, shownOpen);
  const byMe = read(`r.by_id = @me AND ${openRequest}`, shownOpen);
  const settled = read(`(r.by_id = @me OR r.asked_id = @me) AND NOT (${openRequest})`, shownSettled);
  return {
    topics: [
      'records:feedback-request',
      'records:objective',
      'records:person',
      'records:leave',
      'records:team-settings',
      'members',
      'clock',
    ],
    run: ({ personId }) => ({
      forMe: forMe(personId).sort(byTimeLeft),
      byMe: byMe(personId).sort(byTimeLeft),
      settled: settled(personId).sort((a, b) => (b.settledAt ?? 0) - (a.settledAt ?? 0)),
    }),
  };
};
