import Database from 'better-sqlite3';
import type { Db } from './open.ts';

/** Files up to this size are written anew at once: a third of a second. Larger ones wait for a moment of rest. */
const atOnceLimit = 32 * 2 ** 20;

const key = 'compaction';

/** The file, and for an encrypted profile also the tables in memory, of which the next image is made. */
const schemasOf = (db: Db): readonly string[] =>
  db
    .prepare<[], { name: string }>("SELECT name FROM pragma_database_list WHERE name <> 'temp'")
    .all()
    .map(({ name }) => name);

const bytesOf = (db: Db, schema: string): number =>
  Number(db.pragma(`${schema}.page_count`, { simple: true })) *
  Number(db.pragma(`${schema}.page_size`, { simple: true }));

/**
 * Sees to it that nothing of what was erased is left in the file (docs/formats/redaction.md, R9). SQLite zeroes a
 * deleted cell where it lies (`secure_delete`), but a cell that moved to another page before, when a tree was balanced,
 * may have left a copy in the unused part of the page it came from, which nothing clears but writing the file anew.
 *
 * @param atOnceBytes size of the file up to which that happens right after the commit
 */
export const createCompaction = (db: Db, atOnceBytes = atOnceLimit) => {
  const get = db.prepare<[string], { value: string }>('SELECT value FROM local_state WHERE key = ?');
  const set = db.prepare<[string, string]>(
    'INSERT INTO local_state (key, value) VALUES (?, ?) ON CONFLICT (key) DO NOTHING',
  );
  const clear = db.prepare<[string]>('DELETE FROM local_state WHERE key = ?');

  /** Pages in the WAL still show what was dropped. */
  const truncateJournal = (): void => {
    db.pragma('wal_checkpoint(TRUNCATE)');
  };

  const isOwed = (): boolean => get.get(key) !== undefined;

  /** Whether it could be done: what the disk refuses stays owed, and does not fail what was committed before. */
  const rewrite = (): boolean => {
    try {
      for (const schema of schemasOf(db)) db.exec(`VACUUM ${schema}`);
      clear.run(key);
      truncateJournal();
      return true;
    } catch (cause) {
      if (!(cause instanceof Database.SqliteError)) throw cause;
      return false;
    }
  };

  return {
    /** Inside a transaction that drops something: from its commit on the file has to be written anew. */
    owe: (): void => void set.run(key, 'owed'),
    isOwed,
    /** After the commit: clears the journal, and writes a small file anew at once. */
    afterDrop: (): void => {
      const small = schemasOf(db).every((schema) => bytesOf(db, schema) <= atOnceBytes);
      if (small && rewrite()) return;
      try {
        truncateJournal();
      } catch (cause) {
        if (!(cause instanceof Database.SqliteError)) throw cause;
      }
    },
    /** In a moment of rest, and when the profile is closed: writes the file anew if that is owed, whatever its size. */
    atRest: (): void => {
      if (isOwed()) rewrite();
    },
  };
};

export type Compaction = ReturnType<typeof createCompaction>;
