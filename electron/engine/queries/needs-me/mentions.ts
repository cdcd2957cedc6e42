import { firstLine } from '#shared/schema/index.ts';
import type { NeedsMe } from '#shared/protocol/index.ts';
import type { CommentRow } from '../../readmodels/index.ts';
import type { Db } from '../../store/index.ts';
import { normLeft, recentMs, type Situation } from './situation.ts';

type Mentioned = CommentRow & { readonly space_id: string };

/** Comments that name me and that I have not answered under the same record. */
export const createMentions = (db: Db): ((here: Situation) => NeedsMe[]) => {
  const unanswered = db.prepare<unknown[], Mentioned>(
    `SELECT c.*, v.space_id FROM mentions m CROSS JOIN comments c USING (record_id) JOIN record_view v USING (record_id)
     WHERE m.person_id = @me AND c.at > @since AND c.by_id <> @me
       AND NOT EXISTS (SELECT 1 FROM comments r WHERE r.target_id = c.target_id AND r.by_id = @me AND r.at >= c.at)
     ORDER BY c.at, c.record_id LIMIT 200`,
  );
  return (here) =>
    unanswered.all({ me: here.me.id, since: here.now - recentMs }).map((row): NeedsMe => {
      const who = row.by_id === null ? 'Somebody' : here.people.name(row.by_id);
      return {
        key: `mention/${row.record_id}`,
        kind: 'mention',
        title: `${who} mentioned you on ${here.named(row.target_id)?.title ?? 'a record that is not here'}`,
        targetId: row.target_id,
        targetKind: row.target_kind,
        fromId: row.by_id,
        at: row.at,
        audience: here.ctx.audienceOf(row.space_id),
        norm: normLeft(here, here.arrivedAt(row.record_id, row.at), false),
        detail: firstLine(row.text),
      };
    });
};
