import type { Db } from '../store/index.ts';
import type { BlobSealing } from './blobs.ts';
import { columnsOf, quoted, tablesOf, type Columns } from './tables.ts';

type Value = string | number | null | Uint8Array;

/** One changed row: its table, whether it is there or gone, and its values (all columns, or those of the key). */
type Change = readonly [table: string, act: 'put' | 'drop', ...values: unknown[]];

const encodeValue = (value: Value): unknown =>
  value instanceof Uint8Array ? { blob: Buffer.from(value).toString('base64') } : value;

const decodeValue = (value: unknown): Value => {
  if (typeof value === 'object' && value !== null && 'blob' in value && typeof value.blob === 'string')
    return Buffer.from(value.blob, 'base64');
  return typeof value === 'string' || typeof value === 'number' ? value : null;
};

const list = (prefix: string, columns: readonly string[]): string =>
  columns.map((name) => `${prefix}${quoted(name)}`).join(', ');

/** A recorded change as it was written; undefined for anything else. */
const readChange = (bytes: Uint8Array): Change | undefined => {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder().decode(bytes));
  } catch (cause) {
    if (cause instanceof SyntaxError) return undefined;
    throw cause;
  }
  if (!Array.isArray(value)) return undefined;
  const [table, act, ...values] = value as readonly unknown[];
  return typeof table === 'string' && (act === 'put' || act === 'drop') ? [table, act, ...values] : undefined;
};

/** Without a primary key nothing tells two rows apart; no table of ours is like that. */
const keyOf = (table: string, columns: Columns): readonly string[] => {
  if (columns.key.length === 0)
    throw new Error(`The table ${table} has no primary key and cannot be written encrypted`);
  return columns.key;
};

/**
 * Writes every change of a row in the tables kept in memory into `sealed_changes`, encrypted, in the transaction that
 * makes the change: memory and file are durable together or not at all. By triggers, so that no code that writes a
 * table needs to know, and none can forget.
 */
export const recordChanges = (db: Db, sealing: BlobSealing): void => {
  db.function('sealed_change', { varargs: true }, (...values: unknown[]) =>
    sealing.seal('row', new TextEncoder().encode(JSON.stringify((values as Value[]).map(encodeValue)))),
  );
  for (const { name, type } of tablesOf(db, 'main')) {
    if (type === 'virtual') continue;
    const columns = columnsOf(db, 'main', name);
    const key = keyOf(name, columns);
    const put = `INSERT INTO sealed_changes (bytes) VALUES (sealed_change('${name}', 'put', ${list('NEW.', columns.all)}));`;
    const drop = `INSERT INTO sealed_changes (bytes) VALUES (sealed_change('${name}', 'drop', ${list('OLD.', key)}));`;
    const moved = key.map((column) => `OLD.${quoted(column)} IS NOT NEW.${quoted(column)}`).join(' OR ');
    const on = (event: string, rest: string): string =>
      `CREATE TEMP TRIGGER ${quoted(`sealed_${name}_${event.replaceAll(' ', '_')}`)} AFTER ${event} ON main.${quoted(name)} ${rest}`;
    db.exec(on('INSERT', `BEGIN ${put} END`));
    db.exec(on('UPDATE', `BEGIN ${put} END`));
    db.exec(
      `CREATE TEMP TRIGGER ${quoted(`sealed_${name}_MOVE`)} AFTER UPDATE ON main.${quoted(name)} WHEN ${moved} BEGIN ${drop} END`,
    );
    db.exec(on('DELETE', `BEGIN ${drop} END`));
  }
};

/** What happened to the read model that search hangs on; search itself is no ordinary table and has no triggers. */
export interface Replayed {
  readonly count: number;
  /** Records whose line was written: their search text has to be made anew. */
  readonly records: ReadonlySet<string>;
}

/**
 * Applies recorded changes to the tables in memory, in order. Undefined when one of them does not open, or is about no
 * row of these tables: then nothing after it can be trusted either.
 */
export const replayChanges = (disk: Db, memory: Db, sealing: BlobSealing): Replayed | undefined => {
  const rows = disk.prepare<[], { bytes: Uint8Array }>('SELECT bytes FROM sealed_changes ORDER BY n');
  interface Statement {
    readonly length: number;
    readonly run: (values: Value[]) => void;
  }
  const statements = new Map<string, Readonly<Record<'put' | 'drop', Statement>>>();
  const of = (table: string) => {
    const known = statements.get(table);
    if (known !== undefined) return known;
    const columns = columnsOf(memory, 'main', table);
    if (columns.key.length === 0) return undefined;
    const marks = columns.all.map(() => '?').join(', ');
    const put = memory.prepare<Value[]>(`INSERT OR REPLACE INTO ${quoted(table)} VALUES (${marks})`);
    const where = keyOf(table, columns).map((column) => `${quoted(column)} IS ?`);
    const drop = memory.prepare<Value[]>(`DELETE FROM ${quoted(table)} WHERE ${where.join(' AND ')}`);
    const made = {
      put: { length: columns.all.length, run: (values: Value[]) => void put.run(...values) },
      drop: { length: columns.key.length, run: (values: Value[]) => void drop.run(...values) },
    };
    statements.set(table, made);
    return made;
  };
  const unindex = memory.prepare<[Value]>('DELETE FROM search WHERE rowid = ?');
  const records = new Set<string>();
  let count = 0;
  let sound = true;
  memory.transaction(() => {
    for (const { bytes } of rows.iterate()) {
      const opened = sealing.open('row', bytes);
      const change = opened === undefined ? undefined : readChange(opened);
      const [table, act, ...values] = change ?? ['', 'put'];
      const statement = change === undefined ? undefined : of(table)?.[act];
      if (statement?.length !== values.length) {
        sound = false;
        return;
      }
      const decoded = values.map(decodeValue);
      statement.run(decoded);
      count += 1;
      if (table !== 'record_view') continue;
      // Columns in the order of the table: `n`, then `record_id`.
      if (act === 'drop') unindex.run(decoded[0] ?? null);
      else if (typeof decoded[1] === 'string') records.add(decoded[1]);
    }
  })();
  return sound ? { count, records } : undefined;
};
