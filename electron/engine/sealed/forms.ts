import Database from 'better-sqlite3';
import { migrate, type Db, type Migration } from '../store/index.ts';
import { keptOnDisk, quoted } from './tables.ts';

/** The format that a database has: how many migrations ran on it. */
export const formOf = (db: Db): number => Number(db.pragma('user_version', { simple: true }));

/** Takes the tables that stay in the file out of memory. */
export const dropKept = (memory: Db): void => {
  for (const table of keptOnDisk) memory.exec(`DROP TABLE IF EXISTS ${quoted(table)}`);
};

/**
 * Definitions of the tables that stay in the file, as they were in one format. The file cannot be asked: it may have
 * been brought to a later format already, by an update that was cut off.
 */
const keptDefinitions = (form: number, migrations: readonly Migration[]): readonly string[] => {
  const scratch = new Database(':memory:');
  try {
    migrate(scratch, migrations.slice(0, form));
    return scratch
      .prepare<string[], { sql: string }>(
        `SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND tbl_name IN (${keptOnDisk.map(() => '?').join(', ')}) ORDER BY rowid`,
      )
      .all(...keptOnDisk)
      .map((row) => row.sql);
  } finally {
    scratch.close();
  }
};

/**
 * Brings memory from its format to a later one. Each migration finds the tables of the file there and empty; one that
 * fills one half from the other has to be followed by a rebuild, and none does so far.
 */
export const raiseMemory = (memory: Db, migrations: readonly Migration[], form: number): void => {
  const now = formOf(memory);
  if (now >= form) return;
  for (const sql of keptDefinitions(now, migrations)) memory.exec(sql);
  migrate(memory, migrations.slice(0, form));
  dropKept(memory);
};
