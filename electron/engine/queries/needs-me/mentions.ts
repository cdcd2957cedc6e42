import { firstLine } from '#shared/schema/index.ts';
import type { NeedsMe } from '#shared/protocol/index.ts';
import type { CommentRow } from '../../readmodels/index.ts';
import type { Db } from '../../store/index.ts';
import { readFrom } from './read-from.ts';
import { normLeft, recentMs, type Situation } from './situation.ts';

type Mentioned = CommentRow & { readonly space_id: string };

/** A record that names me in its own text. */
interface Naming {
  readonly record_id: string;
  readonly kind: string;
  readonly space_id: string;
  readonly title: string;
  readonly by_id: string | null;
  readonly at: number;
}

/**
 * Comments that name me and that I have not answered under the same record, while that is here: nobody can answer on
 * what was erased.
 */
const createInComments = (db: Db): ((here: Situation) => NeedsMe[]) => {
  const unanswered = db.prepare<unknown[], Mentioned>(
    `SELECT c.*, v.space_id FROM mentions m CROSS JOIN comments c USING (record_id) JOIN record_view v USING (record_id)
     WHERE m.person_id = @me AND c.at > @since AND c.by_id <> @me
       AND EXISTS (SELECT 1 FROM record_view t WHERE t.record_id = c.target_id)
       AND NOT EXISTS (SELECT 1 FROM comments r WHERE r.target_id = c.target_id AND r.by_id = @me AND r.at >= ${readFrom('c')})
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

/**
 * Feedback, kudos, questions and agenda items that name me, until I have commented there, or they are settled. A
 * question that waits for me stands in Today as such, and not as a mention besides.
 */
const createInRecords = (db: Db): ((here: Situation) => NeedsMe[]) => {
  const open = db.prepare<unknown[], Naming>(
    `SELECT v.record_id, v.kind, v.space_id, v.title, v.author_id AS by_id, v.created_at AS at
     FROM mentions m CROSS JOIN record_view v USING (record_id)
     LEFT JOIN agenda_items a USING (record_id) LEFT JOIN requests q USING (record_id)
     WHERE m.person_id = @me AND v.kind IN ('feedback', 'kudos', 'request', 'agenda-item')
       AND v.created_at > @since AND v.author_id IS NOT @me
       AND a.done_at IS NULL AND (q.state IS NULL OR (q.state = 'open' AND q.to_id <> @me))
       AND NOT EXISTS (SELECT 1 FROM comments r WHERE r.target_id = v.record_id AND r.by_id = @me)
     ORDER BY v.created_at, v.record_id LIMIT 200`,
  );
  return (here) =>
    open.all({ me: here.me.id, since: here.now - recentMs }).map((row): NeedsMe => {
      const who = row.by_id === null ? 'Somebody' : here.people.name(row.by_id);
      return {
        key: `mention/${row.record_id}`,
        kind: 'mention',
        title: `${who} mentioned you on ${row.title}`,
        targetId: row.record_id,
        targetKind: row.kind,
        fromId: row.by_id,
        at: row.at,
        audience: here.ctx.audienceOf(row.space_id),
        norm: normLeft(here, here.arrivedAt(row.record_id, row.at), false),
        detail: '',
      };
    });
};

/** Whatever names me after an `@` and waits for a word of mine: it is here, so I can read it. */
export const createMentions = (db: Db): ((here: Situation) => NeedsMe[]) => {
  const parts = [createInComments(db), createInRecords(db)];
  return (here) => parts.flatMap((part) => part(here));
};
