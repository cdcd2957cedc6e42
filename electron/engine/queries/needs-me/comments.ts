import { firstLine } from '#shared/schema/index.ts';
import type { NeedsMe } from '#shared/protocol/index.ts';
import type { CommentRow } from '../../readmodels/index.ts';
import type { Db } from '../../store/index.ts';
import { readFrom } from './read-from.ts';
import { normLeft, recentMs, type Situation } from './situation.ts';

type Unanswered = CommentRow & { readonly space_id: string };

/** Comments of others on goals I own and on my check-ins, after my last word there; one line a record. */
export const createUnanswered = (db: Db): ((here: Situation) => NeedsMe[]) => {
  const unanswered = db.prepare<unknown[], Unanswered>(
    // From what was written lately: that stays few, while somebody's goals and check-ins grow with the years.
    `SELECT c.*, v.space_id FROM comments c CROSS JOIN record_view v USING (record_id)
     WHERE c.at > @since AND c.by_id <> @me
       AND (EXISTS (SELECT 1 FROM objectives o
              WHERE o.record_id = c.target_id AND o.owner_id = @me AND o.state IN ('draft', 'active'))
         OR EXISTS (SELECT 1 FROM check_ins i WHERE i.record_id = c.target_id AND i.person_id = @me))
       AND NOT EXISTS (SELECT 1 FROM mentions m WHERE m.record_id = c.record_id AND m.person_id = @me)
       AND NOT EXISTS (SELECT 1 FROM comments r WHERE r.target_id = c.target_id AND r.by_id = @me AND r.at >= ${readFrom('c')})
     ORDER BY c.at, c.record_id LIMIT 500`,
  );
  return (here) => {
    const rows = unanswered.all({ me: here.me.id, since: here.now - recentMs });
    return [...Map.groupBy(rows, (row) => row.target_id)].flatMap(([targetId, comments]): NeedsMe[] => {
      const newest = comments.at(-1);
      const oldest = comments[0];
      if (newest === undefined || oldest === undefined) return [];
      const who = newest.by_id === null ? 'Somebody' : here.people.name(newest.by_id);
      return [
        {
          key: `comment/${targetId}`,
          kind: 'comment',
          title: `${who} commented on ${here.named(targetId)?.title ?? 'a record that is not here'}`,
          targetId,
          targetKind: newest.target_kind,
          fromId: newest.by_id,
          at: newest.at,
          audience: here.ctx.audienceOf(newest.space_id),
          norm: normLeft(here, here.arrivedAt(oldest.record_id, oldest.at), false),
          detail: firstLine(newest.text),
        },
      ];
    });
  };
};
