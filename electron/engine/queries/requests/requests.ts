import type { RequestView } from '#shared/protocol/index.ts';
import type { RequestTurnRow } from '../../readmodels/index.ts';
import { createComments } from '../comments.ts';
import type { QueryContext } from '../context.ts';
import type { QueryHandler } from '../handler.ts';
import { requestTopics, requestViews, selectRequest, type StoredRequest } from './request-view.ts';

const shownOpen = 500;
const shownSettled = 200;

const byTimeLeft = (a: RequestView, b: RequestView): number =>
  (a.norm?.leftMs ?? Number.POSITIVE_INFINITY) - (b.norm?.leftMs ?? Number.POSITIVE_INFINITY) ||
  a.askedAt - b.askedAt ||
  (a.id < b.id ? -1 : 1);

/** Questions that I am asked and that I asked; with one person only, if one is named. */
export const requestsQuery = (ctx: QueryContext): QueryHandler<'requests'> => {
  const view = requestViews(ctx);
  const pair = '(@other IS NULL OR r.from_id = @other OR r.to_id = @other)';
  const read = (where: string, most: number) => {
    const rows = ctx.db.prepare<unknown[], StoredRequest>(
      `${selectRequest} WHERE ${where} AND ${pair} ORDER BY coalesce(r.closed_at, r.since) DESC, r.record_id LIMIT ${most}`,
    );
    return (other: string | undefined): RequestView[] =>
      rows.all({ me: ctx.me() ?? '', other: other ?? null }).map(view);
  };
  const forMe = read("r.to_id = @me AND r.state = 'open'", shownOpen);
  const byMe = read("r.from_id = @me AND r.to_id <> @me AND r.state = 'open'", shownOpen);
  const settled = read("r.state <> 'open' AND (r.from_id = @me OR r.to_id = @me)", shownSettled);
  return {
    topics: requestTopics,
    run: ({ personId }) => ({
      forMe: forMe(personId).sort(byTimeLeft),
      byMe: byMe(personId).sort(byTimeLeft),
      settled: settled(personId),
    }),
  };
};

/** One question with what was said under it and whom it waited for. */
export const requestQuery = (ctx: QueryContext): QueryHandler<'request'> => {
  const view = requestViews(ctx);
  const comments = createComments(ctx.db);
  const one = ctx.db.prepare<[string], StoredRequest>(`${selectRequest} WHERE r.record_id = ?`);
  const turns = ctx.db.prepare<[string], RequestTurnRow>(
    'SELECT * FROM request_turns WHERE record_id = ? ORDER BY position',
  );
  return {
    topics: requestTopics,
    run: ({ id }) => {
      const row = one.get(id);
      if (row === undefined) return { request: null, answers: [], turns: [] };
      return {
        request: view(row),
        answers: comments(id),
        turns: turns.all(id).map(({ to_id: toId, by_id: byId, at, until }) => ({ toId, byId, at, until })),
      };
    },
  };
};
