import type { QueryContext } from './context.ts';

/** Where a hit is read: a kind and an id, as a window opens them. */
export interface Lead {
  readonly kind: string;
  readonly id: string;
}

const betweenTwo: ReadonlySet<string> = new Set(['agenda-item', 'meeting', 'feedback-request']);

/** Says where a record is read: at itself, at what it is about, or in the thread with a person. */
export const createLeads = (
  ctx: QueryContext,
): ((hit: { readonly record_id: string; readonly kind: string; readonly space_id: string }) => Lead) => {
  // One row at most in each: the record is of one kind.
  const leads = ctx.db.prepare<unknown[], Lead>(
    `SELECT target_kind AS kind, target_id AS id FROM comments WHERE record_id = @record
     UNION ALL SELECT 'check-in', target_id FROM acknowledgements WHERE record_id = @record
     UNION ALL SELECT 'person', person_id FROM people WHERE record_id = @record
     UNION ALL SELECT 'person', to_id FROM kudos WHERE record_id = @record
     UNION ALL SELECT 'person', to_id FROM badges WHERE record_id = @record
     UNION ALL SELECT 'person', about_id FROM notes WHERE record_id = @record
     UNION ALL SELECT 'person', CASE about_id WHEN @me THEN coalesce(by_id, about_id) ELSE about_id END
       FROM feedback WHERE record_id = @record`,
  );

  /** What lies between the reader and one other person is read in the thread with that person. */
  const inThread = (kind: string, spaceId: string): Lead | undefined => {
    if (!betweenTwo.has(kind)) return undefined;
    const other = ctx.audienceOf(spaceId).readerIds.find((id) => id !== ctx.me());
    return other === undefined ? undefined : { kind: 'person', id: other };
  };

  return ({ record_id: record, kind, space_id: spaceId }) =>
    leads.get({ record, me: ctx.me() ?? '' }) ?? inThread(kind, spaceId) ?? { kind, id: record };
};
