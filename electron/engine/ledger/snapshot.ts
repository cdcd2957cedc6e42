import type { Conflict } from '#shared/protocol/index.ts';
import type { RecordValue } from '#shared/schema/index.ts';
import { toText } from '#shared/std/index.ts';
import type { RawConflict } from '../documents/index.ts';
import type { RecordSnapshot } from '../readmodels/index.ts';
import type { Db, RecordRow, RecordTables, WriterRow } from '../store/index.ts';

/** Sentence for records that hold an entry which this version cannot read yet. */
const newerVersion =
  'A newer version of Meridian has written to this record. Update Meridian on this machine to edit it.';

/** Turns a record's document into what read models are made from, with every author looked up in the log. */
export const createSnapshots = (db: Db, records: RecordTables) => {
  const deferred = db.prepare<unknown[], { n: number }>(
    "SELECT EXISTS (SELECT 1 FROM entries WHERE record_id = ? AND state = 'deferred') AS n",
  );
  const isDeferred = (recordId: string): boolean => deferred.get(recordId)?.n === 1;

  const conflictsOf = (recordId: string, raw: readonly RawConflict[]): Conflict[] =>
    raw.map(({ path, kind, variants }) => ({
      path,
      kind,
      variants: variants.map(({ value, actor, counter, heads }) => {
        const writer = records.writerOf(recordId, actor, counter);
        return { value, heads: [...heads], byId: writer?.person_id ?? null, at: writer?.claimed_at ?? 0 };
      }),
    }));

  return {
    isDeferred,
    /** `known` are the first writers of the record's items, where they have been looked up already. */
    of: (
      row: RecordRow,
      value: RecordValue,
      conflicts: readonly RawConflict[],
      known?: ReadonlyMap<string, WriterRow>,
    ): RecordSnapshot => {
      let writers = known;
      return {
        id: row.id,
        spaceId: row.space_id,
        kind: row.kind,
        key: row.key,
        schema: row.schema,
        value: canonical(value),
        heads: JSON.parse(row.heads) as string[],
        conflicts: conflictsOf(row.id, conflicts),
        createdById: row.created_by,
        createdAt: row.created_at,
        updatedAt: row.updated_at,
        readOnlyReason: isDeferred(row.id) ? newerVersion : null,
        authorOf: (path) => {
          writers ??= records.firstWriters(row.id);
          const writer = writers.get(itemOf(path));
          if (writer === undefined) return undefined;
          return { personId: writer.person_id, at: writer.claimed_at, entryId: toText(writer.hash) };
        },
      };
    },
  };
};

/** Items in the order of their ids: a document remembers the order in which they came, and replicas differ in that. */
const canonical = (value: RecordValue): RecordValue =>
  Object.fromEntries(
    Object.entries(value).map(([name, field]): [string, RecordValue[string]] => [
      name,
      typeof field !== 'object' || field === null
        ? field
        : Object.fromEntries(Object.entries(field).sort(([a], [b]) => (a < b ? -1 : 1))),
    ]),
  );

/** Authorship is kept for a record as a whole ('') and for each item, not for every field. */
export const itemOf = (path: string): string => {
  const [collection, itemId] = path.split('.');
  return collection === undefined || itemId === undefined ? '' : `${collection}.${itemId}`;
};

export type Snapshots = ReturnType<typeof createSnapshots>;
