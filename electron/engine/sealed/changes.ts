import type { Db } from '../store/index.ts';
import type { BlobSealing } from './blobs.ts';
import { columnsOf, quoted, tablesOf, type Columns } from './tables.ts';

export type Value = string | number | null | Uint8Array;

/** One changed row: its table, whether it is there or gone, and its values (all columns, or those of the key). */
export interface RowChange {
  readonly table: string;
  readonly act: 'put' | 'drop';
  readonly values: readonly Value[];
}

/** The tables themselves got the form of a later version: rows after this are written for that. */
export interface FormChange {
  readonly form: number;
}

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
export const readChange = (bytes: Uint8Array): RowChange | FormChange | undefined => {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder().decode(bytes));
  } catch (cause) {
    if (cause instanceof SyntaxError) return undefined;
    throw cause;
  }
  if (!Array.isArray(value)) return undefined;
  const [table, act, ...values] = value as readonly unknown[];
  if (table === 'form' && typeof act === 'number' && values.length === 0) return { form: act };
  if (typeof table !== 'string' || (act !== 'put' && act !== 'drop')) return undefined;
  return { table, act, values: values.map(decodeValue) };
};

const encodeChange = (values: readonly unknown[]): Uint8Array => new TextEncoder().encode(JSON.stringify(values));

/** Without a primary key nothing tells two rows apart; no table of ours is like that. */
export const keyOf = (table: string, columns: Columns): readonly string[] => {
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
    sealing.seal('row', encodeChange((values as Value[]).map(encodeValue))),
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

/** Writes down that the tables in memory have this form from here on; durable before it returns. */
export const recordForm = (disk: Db, form: number, sealing: BlobSealing): void => {
  const bytes = sealing.seal('row', encodeChange(['form', form]));
  disk.prepare<[Uint8Array]>('INSERT INTO sealed_changes (bytes) VALUES (?)').run(bytes);
};
