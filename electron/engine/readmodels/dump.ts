import type { Db } from '../store/index.ts';
import { columnsOf, kindTables } from './tables.ts';

/** Rows of every read model in a canonical order, for comparing two databases. */
export type ReadModelDump = Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;

/**
 * Every read model, ordered by all of its columns and without the row numbers that depend on the order of arrival:
 * two profiles that hold the same records give equal dumps.
 */
export const dumpReadModels = (db: Db): ReadModelDump => createDump(db)();

/** The same for somebody who looks often: its statements are made once for a connection. */
export const createDump = (db: Db): (() => ReadModelDump) => {
  const reads: { readonly table: string; readonly all: () => Record<string, unknown>[] }[] = [];
  const read = (table: string, columns: readonly string[], from: string): void => {
    const list = columns.map((name) => `"${name}"`).join(', ');
    const statement = db.prepare<[], Record<string, unknown>>(`SELECT ${list} FROM ${from} ORDER BY ${list}`);
    reads.push({ table, all: () => statement.all() });
  };
  for (const table of kindTables) read(table, columnsOf(db, table), table);
  read(
    'record_view',
    columnsOf(db, 'record_view').filter((name) => name !== 'n'),
    'record_view',
  );
  read(
    'search',
    ['record_id', 'title', 'body', 'kind'],
    '(SELECT v.record_id, s.title, s.body, s.kind FROM search s LEFT JOIN record_view v ON v.n = s.rowid)',
  );
  return () => Object.fromEntries(reads.map(({ table, all }) => [table, all()]));
};
