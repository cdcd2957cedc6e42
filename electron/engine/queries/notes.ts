import type { NoteRow } from '../readmodels/index.ts';
import type { QueryContext } from './context.ts';
import type { QueryHandler } from './handler.ts';
import { createPeople } from './person-view.ts';
import { createRecordTitles } from './record-titles.ts';
import { conflictsFrom, headsFrom } from './stored-json.ts';

type Stored = NoteRow & {
  readonly heads: string;
  readonly conflicts: string;
  readonly created_at: number;
  readonly updated_at: number;
};

/** The newest; older ones are found by search. */
const shown = 200;

/** Performance notes about one person. They lie in the reader's own space: nobody else's device can hold one. */
export const notesQuery = (ctx: QueryContext): QueryHandler<'notes'> => {
  const named = createRecordTitles(ctx.db, createPeople(ctx));
  const read = ctx.db.prepare<[string], Stored>(
    `SELECT n.*, v.heads, v.conflicts, v.created_at, v.updated_at FROM notes n CROSS JOIN record_view v USING (record_id)
     WHERE n.about_id = ? ORDER BY n.at DESC, n.record_id LIMIT ${shown}`,
  );
  return {
    topics: ['records:note', 'records:objective', 'records:check-in', 'records:kudos', 'records:person', 'members'],
    run: ({ personId }) => {
      const self = ctx.ownSpaces()?.self;
      return {
        notes: read.all(personId).map((row) => {
          const seen = row.evidence_id === null ? undefined : named(row.evidence_id);
          return {
            id: row.record_id,
            aboutId: row.about_id,
            at: row.at,
            editedAt: row.updated_at > row.created_at ? row.updated_at : null,
            text: row.text,
            evidence:
              row.evidence_id === null
                ? null
                : { id: row.evidence_id, kind: seen?.kind ?? '', title: seen?.title ?? null },
            heads: headsFrom(row.heads),
            conflicts: conflictsFrom('note', row.conflicts),
          };
        }),
        audience: self === undefined ? null : ctx.audienceOf(self),
      };
    },
  };
};
