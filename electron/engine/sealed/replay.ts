import type { Db, Migration } from '../store/index.ts';
import type { BlobSealing } from './blobs.ts';
import { keyOf, readChange, type FormChange, type RowChange, type Value } from './changes.ts';
import { formOf, raiseMemory } from './forms.ts';
import { columnsOf, quoted } from './tables.ts';

/** What happened to the read model that search hangs on; search itself is no ordinary table and has no triggers. */
export interface Replayed {
  /** Records whose line was written: their search text has to be made anew. */
  readonly records: ReadonlySet<string>;
}

export const nothing: Replayed = { records: new Set() };

interface Statement {
  readonly length: number;
  readonly run: (values: readonly Value[]) => void;
}

/** What applies changes to the tables in memory, made for the form that they have at first use. */
const statementsFor = (memory: Db) => {
  const known = new Map<string, Readonly<Record<'put' | 'drop', Statement>>>();
  return (table: string) => {
    const before = known.get(table);
    if (before !== undefined) return before;
    const columns = columnsOf(memory, 'main', table);
    if (columns.key.length === 0) return undefined;
    const marks = columns.all.map(() => '?').join(', ');
    const put = memory.prepare<Value[]>(`INSERT OR REPLACE INTO ${quoted(table)} VALUES (${marks})`);
    const where = keyOf(table, columns).map((column) => `${quoted(column)} IS ?`);
    const drop = memory.prepare<Value[]>(`DELETE FROM ${quoted(table)} WHERE ${where.join(' AND ')}`);
    const made = {
      put: { length: columns.all.length, run: (values: readonly Value[]) => void put.run(...values) },
      drop: { length: columns.key.length, run: (values: readonly Value[]) => void drop.run(...values) },
    };
    known.set(table, made);
    return made;
  };
};

/**
 * Applies recorded changes to the tables in memory, in order, and brings these to a later form where that was recorded.
 * Undefined when a change does not open, or is about no row of these tables: then nothing after it can be trusted either.
 */
export const replayChanges = (
  disk: Db,
  memory: Db,
  sealing: BlobSealing,
  migrations: readonly Migration[],
): Replayed | undefined => {
  const rows = disk.prepare<[], { bytes: Uint8Array }>('SELECT bytes FROM sealed_changes ORDER BY n');
  const latest = Math.min(formOf(disk), migrations.length);
  let of = statementsFor(memory);
  const raise = (form: number): void => {
    raiseMemory(memory, migrations, form);
    of = statementsFor(memory);
  };
  /** Versions that did not record the form yet wrote new rows all the same: those fit none of the older forms. */
  const fitting = ({ table, act, values }: RowChange): Statement | undefined => {
    for (;;) {
      const statement = of(table)?.[act];
      if (statement?.length === values.length) return statement;
      if (formOf(memory) >= latest) return undefined;
      raise(formOf(memory) + 1);
    }
  };
  const unindex = memory.prepare<[Value]>('DELETE FROM search WHERE rowid = ?');
  const records = new Set<string>();
  /** Whether the change could be applied. */
  const apply = (change: RowChange | FormChange): boolean => {
    if ('form' in change) {
      if (change.form > latest) return false;
      raise(change.form);
      return true;
    }
    const { table, values } = change;
    const statement = fitting(change);
    if (statement === undefined) return false;
    statement.run(values);
    if (table !== 'record_view') return true;
    // Columns in the order of the table: `n`, then `record_id`.
    if (change.act === 'drop') unindex.run(values[0] ?? null);
    else if (typeof values[1] === 'string') records.add(values[1]);
    return true;
  };
  let sound = true;
  memory.transaction(() => {
    for (const { bytes } of rows.iterate()) {
      const opened = sealing.open('row', bytes);
      const change = opened === undefined ? undefined : readChange(opened);
      sound = change !== undefined && apply(change);
      if (!sound) return;
    }
  })();
  return sound ? { records } : undefined;
};
