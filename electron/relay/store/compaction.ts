import Database from 'better-sqlite3';

/** Files up to this size are written anew at once; larger ones when nobody is connected, and when the relay stops. */
const atOnceBytes = 32 * 2 ** 20;

/**
 * Sees to it that nothing of a body that was erased is left in the file (S58). SQLite zeroes a deleted cell where it
 * lies (`secure_delete`); a cell that moved to another page before, when a tree was balanced, may have left a copy in
 * the unused part of the page it came from, which only writing the file anew clears.
 */
export const createCompaction = (db: Database.Database) => {
  const set = db.prepare<[]>('INSERT OR IGNORE INTO compaction (id) VALUES (1)');
  const get = db.prepare<[], { id: number }>('SELECT id FROM compaction');
  const clear = db.prepare<[]>('DELETE FROM compaction');
  const truncateJournal = (): void => {
    db.pragma('wal_checkpoint(TRUNCATE)');
  };
  const bytes = (): number =>
    Number(db.pragma('page_count', { simple: true })) * Number(db.pragma('page_size', { simple: true }));

  /** What the disk refuses stays owed. */
  const compact = (): void => {
    try {
      db.exec('VACUUM');
      clear.run();
    } catch (cause) {
      if (!(cause instanceof Database.SqliteError)) throw cause;
    }
  };

  return {
    /** In the transaction that overwrites something. */
    owe: (): void => void set.run(),
    /** After it. */
    afterDrop: (): void => {
      set.run();
      if (bytes() <= atOnceBytes) compact();
      truncateJournal();
    },
    /** While nobody waits for an answer. */
    atRest: (): void => {
      if (get.get() === undefined) return;
      compact();
      truncateJournal();
    },
  };
};
