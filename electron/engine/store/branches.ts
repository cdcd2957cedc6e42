import type { EntryRow } from './entries.ts';
import type { Db } from './open.ts';

/** One entry of a log that forked. */
export interface BranchRow {
  readonly hash: Uint8Array;
  /** Id of the object as which it is carried. */
  readonly id: Uint8Array;
  /** The log it belongs to, whichever branch it is on. */
  readonly log: Uint8Array;
  readonly seq: number;
  /** Hash of the entry before it. */
  readonly prev: Uint8Array;
  readonly entry_id: number;
  /** 1 when every entry before it is here. */
  readonly linked: number;
}

/** The table of branch entries (docs/formats/entry.md). Every write is the caller's transaction. */
export const createBranchTable = (db: Db) => {
  const any = db.prepare<unknown[], { n: number }>('SELECT EXISTS (SELECT 1 FROM branches) AS n');
  const put = db.prepare<unknown[]>(
    'INSERT OR IGNORE INTO branches (hash, id, log, seq, prev, entry_id, linked) VALUES (?, ?, ?, ?, ?, ?, ?)',
  );
  const drop = db.prepare<unknown[]>('DELETE FROM branches WHERE hash = ?');
  const link = db.prepare<unknown[]>('UPDATE branches SET linked = 1 WHERE hash = ?');
  const byHash = db.prepare<unknown[], BranchRow>('SELECT * FROM branches WHERE hash = ?');
  const byId = db.prepare<unknown[], BranchRow>('SELECT * FROM branches WHERE id = ?');
  const ofEntry = db.prepare<unknown[], BranchRow>('SELECT * FROM branches WHERE entry_id = ?');
  const after = db.prepare<unknown[], BranchRow>('SELECT * FROM branches WHERE prev = ? ORDER BY hash');
  const all = db.prepare<unknown[], BranchRow>('SELECT * FROM branches ORDER BY log, seq, hash');
  const against = db.prepare<unknown[], BranchRow>(
    `SELECT * FROM branches WHERE log = @log AND seq = @seq AND hash <> @hash
     UNION ALL SELECT * FROM branches WHERE log = @log AND seq = @seq + 1 AND prev <> @hash ORDER BY seq LIMIT 1`,
  );
  const aside = db.prepare<unknown[], { n: number }>(
    'SELECT count(*) AS n FROM branches b JOIN entries e ON e.id = b.entry_id WHERE b.log = ? AND e.log <> b.log',
  );
  const held = db.prepare<unknown[], { id: Uint8Array; blank: number }>(
    'SELECT b.id, e.body IS NULL AS blank FROM branches b JOIN entries e ON e.id = b.entry_id ORDER BY b.id',
  );
  const first = db.prepare<unknown[], { n: number }>(
    'SELECT count(*) AS n FROM branches WHERE log = ? AND seq = 1 AND linked = 1',
  );
  const missing = db.prepare<unknown[], EntryRow>(
    `SELECT e.* FROM entries e LEFT JOIN branches b ON b.entry_id = e.id
     WHERE e.log = ? AND e.seq >= ? AND b.hash IS NULL ORDER BY e.seq`,
  );
  return {
    any: (): boolean => any.get()?.n === 1,
    put: ({ hash, id, log, seq, prev, entry_id: entryId, linked }: BranchRow): boolean =>
      put.run(hash, id, log, seq, prev, entryId, linked).changes > 0,
    link: (hash: Uint8Array): void => void link.run(hash),
    drop: (hash: Uint8Array): void => void drop.run(hash),
    byHash: (hash: Uint8Array): BranchRow | undefined => byHash.get(hash),
    byId: (id: Uint8Array): BranchRow | undefined => byId.get(id),
    ofEntry: (entryId: number): BranchRow | undefined => ofEntry.get(entryId),
    /** Those that follow an entry. */
    after: (hash: Uint8Array): BranchRow[] => after.all(hash),
    all: (): BranchRow[] => all.all(),
    /** One that contradicts an entry: another one at its place, or the next one behind another. The former proves more and comes first. */
    against: (log: Uint8Array, seq: number, hash: Uint8Array): BranchRow | undefined => against.get({ log, seq, hash }),
    /** How many entries of a log lie beside it. */
    aside: (log: Uint8Array): number => aside.get(log)?.n ?? 0,
    /** Ids of all objects, and whether their content was erased. */
    held: () => held.all(),
    /** How many entries claim to be the first one of a log. */
    beginnings: (log: Uint8Array): number => first.get(log)?.n ?? 0,
    /** Entries of a log itself, from a place on, that are not in the table. */
    missing: (log: Uint8Array, from: number): EntryRow[] => missing.all(log, from),
  };
};

export type BranchTable = ReturnType<typeof createBranchTable>;
