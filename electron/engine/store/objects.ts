import type { Db } from './open.ts';

/** Small deletable blobs that lie beside the log: sealed invitation packages and what devices say they hold. */
export const createObjectTable = (db: Db) => {
  const get = db.prepare<unknown[], { bytes: Uint8Array | null }>('SELECT bytes FROM objects WHERE id = ?');
  const put = db.prepare<unknown[]>(
    'INSERT INTO objects (id, bytes, updated_at) VALUES (?, ?, ?) ON CONFLICT (id) DO UPDATE SET bytes = excluded.bytes, updated_at = excluded.updated_at',
  );
  const all = db.prepare<unknown[], { id: Uint8Array; bytes: Uint8Array | null }>(
    'SELECT id, bytes FROM objects ORDER BY id',
  );
  return {
    get: (id: Uint8Array): Uint8Array | null => get.get(id)?.bytes ?? null,
    put: (id: Uint8Array, bytes: Uint8Array, at: number): void => void put.run(id, bytes, at),
    /** Keeps the id as a tombstone, so that a late copy does not bring the object back. */
    remove: (id: Uint8Array, at: number): void => void put.run(id, null, at),
    deleted: (id: Uint8Array): boolean => get.get(id)?.bytes === null,
    all: () => all.all(),
  };
};

export type ObjectTable = ReturnType<typeof createObjectTable>;
