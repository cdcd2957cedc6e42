import type { Statement } from 'better-sqlite3';
import type { Db } from '../store/index.ts';
import type { KindTable } from './rows.ts';
import { insertInto } from './tables.ts';

type Row = Readonly<Record<string, unknown>>;

const quoted = (name: string): string => `"${name}"`;

/**
 * Writes the rows that one record has in one table. Only what differs is written: most entries change one row of many,
 * and each page that is not touched is one less to make durable.
 */
export const createReplaceRows = (db: Db, table: KindTable) => {
  const columns = db.prepare<[string], { name: string; pk: number }>('SELECT name, pk FROM pragma_table_info(?)');
  const described = columns.all(table);
  const keys = described.flatMap(({ name, pk }) => (pk > 0 ? [name] : []));
  const ofRecord = db.prepare<[string], Row>(`SELECT * FROM ${table} WHERE record_id = ?`);
  const insert = db.prepare<[unknown]>(insertInto(db, table));
  const atKey = keys.map((name) => `${quoted(name)} = @${name}`).join(' AND ');
  const remove = db.prepare<[unknown]>(`DELETE FROM ${table} WHERE ${atKey}`);
  const removeAll = db.prepare<[string]>(`DELETE FROM ${table} WHERE record_id = ?`);
  const updates = new Map<string, Statement<[unknown]>>();
  // All rows of one record begin with its id.
  const within = keys.filter((name) => name !== 'record_id');
  const [only] = within;
  const keyOf = (row: Row): unknown =>
    only !== undefined && within.length === 1 ? row[only] : JSON.stringify(within.map((name) => row[name]));
  const names = described.map(({ name }) => name);

  /** Sets only the columns that changed, so that indexes over others stay untouched. */
  const update = (row: Row, changed: readonly string[]): void => {
    const name = changed.join();
    const set = changed.map((column) => `${quoted(column)} = @${column}`).join(', ');
    const statement = updates.get(name) ?? db.prepare<[unknown]>(`UPDATE ${table} SET ${set} WHERE ${atKey}`);
    updates.set(name, statement);
    statement.run(row);
  };

  return {
    /** Of a record that has no rows yet. */
    insert: (rows: readonly Row[]): void => {
      for (const row of rows) insert.run(row);
    },
    replace: (recordId: string, rows: readonly Row[]): void => {
      const held = new Map(ofRecord.all(recordId).map((row) => [keyOf(row), row]));
      const fresh: Row[] = [];
      for (const row of rows) {
        const key = keyOf(row);
        const before = held.get(key);
        held.delete(key);
        if (before === undefined) {
          fresh.push(row);
          continue;
        }
        const changed = names.filter((column) => before[column] !== row[column]);
        if (changed.length > 0) update(row, changed);
      }
      // First out, then in: what goes may stand where something new has to.
      for (const row of held.values()) remove.run(row);
      for (const row of fresh) insert.run(row);
    },
    removeAll: (recordId: string): void => void removeAll.run(recordId),
  };
};
