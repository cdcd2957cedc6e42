import type { Db } from '../store/index.ts';
import { recordRows } from './record-rows.ts';
import { createReplaceRows } from './replace-rows.ts';
import type { KindTable, RecordRows } from './rows.ts';
import type { RecordSnapshot } from './snapshot.ts';
import { kindTables, tablesOfKind } from './tables.ts';

export interface ReadModels {
  /** Replaces all rows of one record. Idempotent; call it inside the transaction that stored the record. */
  readonly project: (snapshot: RecordSnapshot) => void;
  /** Takes away all rows of one record, inside the transaction that erases it or finds that no entry makes it. */
  readonly remove: (recordId: string, kind: string) => void;
  /** Empties every read model, before a rebuild. */
  readonly clear: () => void;
}

// Space and kind are part of what a record's id is the hash of: naming them would only write their index anew.
const saveView = `
INSERT INTO record_view (record_id, space_id, kind, title, author_id, created_at, updated_at, conflict_count, read_only_reason, heads, conflicts)
VALUES (@record_id, @space_id, @kind, @title, @author_id, @created_at, @updated_at, @conflict_count, @read_only_reason, @heads, @conflicts)
ON CONFLICT (record_id) DO UPDATE SET title = excluded.title, author_id = excluded.author_id, created_at = excluded.created_at, updated_at = excluded.updated_at,
  conflict_count = excluded.conflict_count, read_only_reason = excluded.read_only_reason, heads = excluded.heads,
  conflicts = excluded.conflicts
RETURNING n`;

/** Writes the read models of one database. The tables must be there. */
export const createReadModels = (db: Db): ReadModels => {
  const view = db.prepare<[unknown], { n: number }>(saveView);
  const indexed = db.prepare<[number], { title: string; body: string }>(
    'SELECT title, body FROM search WHERE rowid = ?',
  );
  const removeIndexed = db.prepare<[number]>('DELETE FROM search WHERE rowid = ?');
  const index = db.prepare<[number, string, string, string]>(
    'INSERT INTO search (rowid, title, body, kind) VALUES (?, ?, ?, ?)',
  );
  const rowNumber = db.prepare<[string], { n: number }>('SELECT n FROM record_view WHERE record_id = ?');
  const removeView = db.prepare<[string]>('DELETE FROM record_view WHERE record_id = ?');
  const tables = new Map<KindTable, ReturnType<typeof createReplaceRows>>();
  /** Made when it is first written to: each looks up its columns. */
  const tableOf = (table: KindTable): ReturnType<typeof createReplaceRows> => {
    const made = tables.get(table) ?? createReplaceRows(db, table);
    tables.set(table, made);
    return made;
  };

  const saveSearch = (n: number, search: RecordRows['search'], isNew: boolean): void => {
    const held = isNew ? undefined : indexed.get(n);
    // Most entries change numbers, not words; rewriting the index would be the dearest part of applying them.
    if (held !== undefined && held.title === search?.title && held.body === search.body) return;
    if (held !== undefined) removeIndexed.run(n);
    if (search !== null) index.run(n, search.title, search.body, search.kind);
  };

  return {
    project: (snapshot) => {
      const made = recordRows(snapshot);
      const isNew = rowNumber.get(snapshot.id) === undefined;
      const saved = view.get(made.view);
      if (saved === undefined) throw new Error('A record view was not saved.');
      saveSearch(saved.n, made.search, isNew);
      for (const table of tablesOfKind[snapshot.kind] ?? []) {
        const rows = (made.rows[table] ?? []).map((row): Readonly<Record<string, unknown>> => ({ ...row }));
        if (isNew) tableOf(table).insert(rows);
        else tableOf(table).replace(snapshot.id, rows);
      }
    },
    remove: (recordId, kind) => {
      const n = rowNumber.get(recordId)?.n;
      if (n !== undefined) removeIndexed.run(n);
      removeView.run(recordId);
      for (const table of tablesOfKind[kind] ?? []) tableOf(table).removeAll(recordId);
    },
    clear: () => {
      for (const table of kindTables) db.exec(`DELETE FROM ${table}`);
      db.exec('DELETE FROM search');
      db.exec('DELETE FROM record_view');
    },
  };
};
