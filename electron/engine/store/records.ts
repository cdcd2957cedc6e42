import { compareBytes } from '#shared/std/index.ts';
import type { Db } from './open.ts';

/** A record's cached state: what its applied entries add up to. */
export interface RecordRow {
  readonly id: string;
  readonly space_id: string;
  readonly kind: string;
  readonly key: Uint8Array;
  readonly schema: number;
  /** JSON array of Automerge heads. */
  readonly heads: string;
  readonly doc: Uint8Array;
  readonly created_by: string | null;
  readonly created_at: number;
  readonly updated_at: number;
}

/** One Automerge change, with the range of its op counters, and the entry that carried it. */
export interface ChangeRow {
  readonly hash: string;
  readonly actor: string;
  readonly start_op: number;
  readonly max_op: number;
  readonly entry_id: number;
  /** 1 = part of the document; 0 = refused, and so is everything built on it. */
  readonly applied: number;
}

/** Who wrote something: the verified signer of the entry. */
export interface WriterRow {
  readonly person_id: string | null;
  readonly claimed_at: number;
  readonly hash: Uint8Array;
}

/** Encrypts what a record says before it reaches the disk. `place` names record and column. */
export interface RecordSealing {
  readonly seal: (place: string, bytes: Uint8Array) => Uint8Array;
  readonly open: (place: string, sealed: Uint8Array) => Uint8Array | undefined;
}

const plain: RecordSealing = { seal: (_place, bytes) => bytes, open: (_place, bytes) => bytes };

/** Prepared statements over records, their changes and the first writers of their items. */
export const createRecordTables = (db: Db, sealing: RecordSealing = plain) => {
  // What does not open goes on as it is: it is read as the damaged document that it is.
  const opened = (id: string, column: 'doc' | 'key', bytes: Uint8Array): Uint8Array =>
    sealing.open(`${id} ${column}`, bytes) ?? bytes;
  const openRow = (row: RecordRow): RecordRow =>
    sealing === plain ? row : { ...row, key: opened(row.id, 'key', row.key), doc: opened(row.id, 'doc', row.doc) };
  const get = db.prepare<unknown[], RecordRow>('SELECT * FROM records WHERE id = ?');
  const doc = db.prepare<unknown[], { doc: Uint8Array }>('SELECT doc FROM records WHERE id = ?');
  const all = db.prepare<unknown[], RecordRow>('SELECT * FROM records ORDER BY id');
  const put = db.prepare<unknown[]>(
    `INSERT INTO records (id, space_id, kind, key, schema, heads, doc, created_by, created_at, updated_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET schema = excluded.schema, heads = excluded.heads, doc = excluded.doc, created_by = excluded.created_by,
       created_at = excluded.created_at, updated_at = excluded.updated_at`,
  );
  const putChange = db.prepare<unknown[]>(
    `INSERT INTO changes (record_id, hash, actor, start_op, max_op, entry_id, applied) VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (record_id, hash) DO UPDATE SET entry_id = excluded.entry_id, applied = excluded.applied WHERE changes.applied = 0`,
  );
  const change = db.prepare<unknown[], ChangeRow>(
    'SELECT hash, actor, start_op, max_op, entry_id, applied FROM changes WHERE record_id = ? AND hash = ?',
  );
  const changes = db.prepare<unknown[], ChangeRow>(
    'SELECT hash, actor, start_op, max_op, entry_id, applied FROM changes WHERE record_id = ?',
  );
  const writer = db.prepare<unknown[], WriterRow>(
    `SELECT e.person_id, e.claimed_at, e.hash FROM changes c JOIN entries e ON e.id = c.entry_id
     WHERE c.record_id = ? AND c.actor = ? AND c.start_op <= ? AND c.max_op >= ? AND c.applied = 1`,
  );
  const touch = db.prepare<unknown[]>('INSERT OR IGNORE INTO touches (record_id, path, entry_id) VALUES (?, ?, ?)');
  const touchers = db.prepare<unknown[], WriterRow & { readonly path: string }>(
    `SELECT t.path, e.person_id, e.claimed_at, e.hash FROM touches t JOIN entries e ON e.id = t.entry_id WHERE t.record_id = ?`,
  );
  const forgetting = ['changes', 'touches'].map((table) =>
    db.prepare<unknown[]>(`DELETE FROM ${table} WHERE record_id = ?`),
  );
  forgetting.push(db.prepare<unknown[]>('DELETE FROM records WHERE id = ?'));
  return {
    /** Takes a record away with everything known of its changes, before it is made anew from its entries. */
    forget: (id: string): void => {
      for (const statement of forgetting) statement.run(id);
    },
    get: (id: string): RecordRow | undefined => {
      const row = get.get(id);
      return row === undefined ? undefined : openRow(row);
    },
    doc: (id: string): Uint8Array | null => {
      const row = doc.get(id);
      return row === undefined ? null : opened(id, 'doc', row.doc);
    },
    *all(): Generator<RecordRow> {
      for (const row of all.iterate()) yield openRow(row);
    },
    put: (row: RecordRow): void =>
      void put.run(
        row.id,
        row.space_id,
        row.kind,
        sealing.seal(`${row.id} key`, row.key),
        row.schema,
        row.heads,
        sealing.seal(`${row.id} doc`, row.doc),
        row.created_by,
        row.created_at,
        row.updated_at,
      ),
    putChange: (recordId: string, row: ChangeRow): void =>
      void putChange.run(recordId, row.hash, row.actor, row.start_op, row.max_op, row.entry_id, row.applied),
    change: (recordId: string, hash: string): ChangeRow | undefined => change.get(recordId, hash),
    changes: (recordId: string): ChangeRow[] => changes.all(recordId),
    /** The writer of the op `counter@actor`. */
    writerOf: (recordId: string, actor: string, counter: number): WriterRow | undefined =>
      writer.get(recordId, actor, counter, counter),
    touch: (recordId: string, path: string, entryId: number): void => void touch.run(recordId, path, entryId),
    /**
     * Who first wrote each item of a record, by path; of concurrent first writes, the one with the lowest entry hash, on
     * every replica. One query where dozens of items ask.
     */
    firstWriters: (recordId: string): ReadonlyMap<string, WriterRow> => {
      const first = new Map<string, WriterRow>();
      for (const row of touchers.all(recordId)) {
        const held = first.get(row.path);
        if (held === undefined || compareBytes(row.hash, held.hash) < 0) first.set(row.path, row);
      }
      return first;
    },
  };
};

export type RecordTables = ReturnType<typeof createRecordTables>;
