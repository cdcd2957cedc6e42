import type { Db } from './open.ts';

export interface ObjectRow {
  readonly id: Uint8Array;
  readonly version: number;
  /** Null: deleted, kept as a tombstone so that a late copy does not bring the object back. */
  readonly bytes: Uint8Array | null;
}

/** Small deletable blobs that lie beside the log: sealed invitation packages and what devices say they hold. */
export const createObjectTable = (db: Db) => {
  const get = db.prepare<unknown[], ObjectRow>('SELECT id, version, bytes FROM objects WHERE id = ?');
  const put = db.prepare<unknown[]>(
    `INSERT INTO objects (id, version, bytes, updated_at) VALUES (?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET version = excluded.version, bytes = excluded.bytes, updated_at = excluded.updated_at
     WHERE excluded.version > objects.version`,
  );
  const list = db.prepare<unknown[], ObjectRow>('SELECT id, version, NULL AS bytes FROM objects ORDER BY id');
  const usage = db.prepare<unknown[], { n: number; size: number | null }>(
    'SELECT count(*) AS n, sum(length(bytes)) AS size FROM objects',
  );
  return {
    get: (id: Uint8Array): ObjectRow | undefined => get.get(id),
    /** False when an equal or newer version is held. */
    put: (object: ObjectRow, at: number): boolean => put.run(object.id, object.version, object.bytes, at).changes > 0,
    list: (): ObjectRow[] => list.all(),
    usage: (): { readonly count: number; readonly bytes: number } => {
      const row = usage.get();
      return { count: row?.n ?? 0, bytes: row?.size ?? 0 };
    },
  };
};

export type ObjectTable = ReturnType<typeof createObjectTable>;
