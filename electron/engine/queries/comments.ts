import type { CommentView } from '#shared/protocol/index.ts';
import type { CommentRow } from '../readmodels/index.ts';
import type { Db } from '../store/index.ts';
import { conflictsFrom, headsFrom } from './stored-json.ts';

export type CommentsReader = (targetId: string) => CommentView[];

/** Comments on a record, oldest first. */
export const createComments = (db: Db): CommentsReader => {
  const read = db.prepare<[string], CommentRow & { readonly heads: string; readonly conflicts: string }>(
    `SELECT c.*, v.heads, v.conflicts FROM comments c JOIN record_view v USING (record_id)
     WHERE c.target_id = ? ORDER BY c.at, c.record_id`,
  );
  const mentions = db.prepare<[string], { personId: string; as: string }>(
    'SELECT person_id AS personId, written AS "as" FROM mentions WHERE record_id = ? ORDER BY person_id',
  );
  return (targetId) =>
    read.all(targetId).map((row) => ({
      id: row.record_id,
      targetId: row.target_id,
      byId: row.by_id,
      at: row.at,
      text: row.text,
      mentions: mentions.all(row.record_id),
      editedAt: row.edited_at,
      heads: headsFrom(row.heads),
      conflicts: conflictsFrom('comment', row.conflicts),
    }));
};
