import type { QueryResult } from '#shared/protocol/index.ts';
import type { ErasureRow } from '../readmodels/index.ts';
import type { QueryContext } from './context.ts';

/** What is left of an erased record: that there was one, of which kind, and who erased it when. */
export interface Tombstone {
  readonly kind: string;
  readonly space_id: string;
  readonly shown: NonNullable<QueryResult<'history'>['erased']>;
}

type Row = ErasureRow & { readonly space_id: string };

/** Tombstones by the id of the record that is gone. */
export const createTombstones = (db: QueryContext['db']): ((recordId: string) => Tombstone | undefined) => {
  const read = db.prepare<[string], Row>(
    `SELECT e.*, v.space_id FROM erasures e CROSS JOIN record_view v USING (record_id)
     WHERE e.target_id = ? ORDER BY e.record_id LIMIT 1`,
  );
  return (recordId) => {
    const row = read.get(recordId);
    if (row === undefined) return undefined;
    const { author_id: authorId, by_id: byId, at, why } = row;
    return { kind: row.target_kind, space_id: row.space_id, shown: { authorId, byId, at, why } };
  };
};
