import type { Db } from '../store/index.ts';

/**
 * Tables that stay in the file of an encrypted profile, because they hold nothing a person wrote: the log (bodies are
 * sealed anyway), objects, wrapped secrets, and for records and changes only names, times and hashes. `records` keeps
 * its document and key encrypted, blob by blob. Every other table, also one that a later version adds, lives in memory
 * and is written encrypted. What these tables still tell is listed in `docs/formats/at-rest.md`.
 */
export const keptOnDisk: readonly string[] = [
  'logs',
  'entries',
  'waits',
  'attests',
  'redactions',
  'changes',
  'touches',
  'records',
  'objects',
  'secrets',
];

/** What the encrypted form adds to the file. */
export const sealedTables = `
CREATE TABLE sealed_manifest (id INTEGER PRIMARY KEY CHECK (id = 0), bytes BLOB NOT NULL);
CREATE TABLE sealed_snapshot (n INTEGER PRIMARY KEY, bytes BLOB NOT NULL);
CREATE TABLE sealed_changes (n INTEGER PRIMARY KEY, bytes BLOB NOT NULL);
`;

/** Whether this file is in the encrypted form. */
export const isSealed = (db: Db): boolean =>
  db.prepare("SELECT 1 FROM sqlite_master WHERE name = 'sealed_manifest'").get() !== undefined;

export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

interface TableRow {
  readonly name: string;
  readonly type: 'table' | 'virtual' | 'shadow' | 'view';
}

/** The tables of one schema that a migration made: ordinary ones and virtual ones, without their shadows. */
export const tablesOf = (db: Db, schema: string): readonly TableRow[] =>
  db
    .prepare<[string], TableRow>(
      `SELECT name, type FROM pragma_table_list
       WHERE schema = ? AND type IN ('table', 'virtual') AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'sealed_%' ORDER BY name`,
    )
    .all(schema);

export interface Columns {
  readonly all: readonly string[];
  /** Columns of the primary key. */
  readonly key: readonly string[];
}

export const columnsOf = (db: Db, schema: string, table: string): Columns => {
  const rows = db
    .prepare<[string, string], { name: string; pk: number }>('SELECT name, pk FROM pragma_table_info(?, ?)')
    .all(table, schema);
  return { all: rows.map((row) => row.name), key: rows.filter((row) => row.pk > 0).map((row) => row.name) };
};
