import { err, ok } from '#shared/std/index.ts';
import type { Result } from '#shared/std/index.ts';
import { createReader } from './byte-reader.ts';
import type { ByteReader } from './byte-reader.ts';
import { maxChangeBytes, maxOps } from './limits.ts';
import { fault } from './faults.ts';
import type { DocumentFault } from './types.ts';

/** How a column of Automerge's change format spells its rows; from its binary format specification. */
type Coding = 'numbers' | 'deltas' | 'booleans' | 'strings' | 'bytes';

/** Columns that map sets and text edits need. Marks, moves and compressed columns are not among them. */
const codings: ReadonlyMap<number, Coding> = new Map([
  [0x01, 'numbers'], // actor of the object
  [0x02, 'numbers'], // counter of the object
  [0x11, 'numbers'], // actor of the element
  [0x13, 'deltas'], // counter of the element
  [0x15, 'strings'], // key in a map
  [0x34, 'booleans'], // whether it inserts
  [0x42, 'numbers'], // action
  [0x56, 'numbers'], // type and length of the value
  [0x57, 'bytes'], // values
  [0x70, 'numbers'], // how many ops it succeeds
  [0x71, 'numbers'], // their actors
  [0x73, 'deltas'], // their counters
]);
const actionColumn = 0x42;
const succeededColumn = 0x70;
/** Ops that one op may succeed on average; each is a concurrent value of the same field. */
const maxSucceeded = 4 * maxOps;

interface Rows {
  readonly count: number;
  /** Sum of the numbers of a numbers column, or of the lengths of a strings column. */
  readonly sum: number;
}

const countBooleans = (reader: ByteReader): Rows | undefined => {
  let count = 0;
  while (!reader.done()) {
    const run = reader.unsigned();
    if (run === undefined) return undefined;
    count += run;
  }
  return { count, sum: 0 };
};

/** One cell: its number or the length of its string, 0 for a delta, undefined at the end of the bytes. */
const readCell = (reader: ByteReader, coding: Coding): number | undefined => {
  if (coding === 'numbers') return reader.unsigned();
  if (coding === 'deltas') return reader.signed() === undefined ? undefined : 0;
  return reader.take(reader.unsigned() ?? Infinity)?.length;
};

const countRuns = (reader: ByteReader, coding: Coding): Rows | undefined => {
  let count = 0;
  let sum = 0;
  while (!reader.done()) {
    const run = reader.signed();
    if (run === undefined) return undefined;
    if (run > 0) {
      const cell = readCell(reader, coding);
      if (cell === undefined) return undefined;
      count += run;
      sum += run * cell;
    } else if (run < 0) {
      // A literal run of n cells takes at least n bytes, so this loop is bounded by the size of the change.
      for (let i = 0; i < -run; i++) {
        const cell = readCell(reader, coding);
        if (cell === undefined) return undefined;
        sum += cell;
      }
      count -= run;
    } else {
      const nulls = reader.unsigned();
      if (nulls === undefined) return undefined;
      count += nulls;
    }
  }
  return { count, sum };
};

const countRows = (bytes: Uint8Array, coding: Coding): Rows | undefined => {
  if (coding === 'bytes') return { count: 0, sum: 0 };
  const reader = createReader(bytes);
  return coding === 'booleans' ? countBooleans(reader) : countRuns(reader, coding);
};

/**
 * Counts the ops of a change by walking its columns, without making any of them: at least 1 and at most 20,000.
 * `reader` stands before the column directory; `size` is the size of the whole change.
 */
export const countOps = (reader: ByteReader, size: number): Result<number, DocumentFault> => {
  const malformed = (what: string) => err(fault('malformed', `A change is not one: ${what}.`));
  const columnCount = reader.unsigned();
  if (columnCount === undefined || columnCount > codings.size) return malformed('it has too many columns');
  const columns: { readonly spec: number; readonly coding: Coding; readonly length: number }[] = [];
  let last = -1;
  for (let i = 0; i < columnCount; i++) {
    const spec = reader.unsigned();
    const length = reader.unsigned();
    const coding = spec === undefined ? undefined : codings.get(spec);
    if (spec === undefined || length === undefined || length > size) return malformed('its columns are malformed');
    if (coding === undefined)
      return err(fault('not-allowed-operation', 'A change does more than set fields and edit text.'));
    if (spec <= last) return malformed('its columns are out of order');
    last = spec;
    columns.push({ spec, coding, length });
  }
  let ops = 0;
  for (const { spec, coding, length } of columns) {
    const bytes = reader.take(length);
    const rows = bytes === undefined ? undefined : countRows(bytes, coding);
    if (rows === undefined) return malformed('a column is malformed');
    const limit = spec >= succeededColumn && spec !== succeededColumn ? maxSucceeded : maxOps;
    if (rows.count > limit) return err(fault('too-large', `A change holds more than ${maxOps} operations.`));
    if (spec === succeededColumn && rows.sum > maxSucceeded) {
      return err(fault('too-large', 'A change replaces more values than a change may.'));
    }
    if (coding === 'strings' && rows.sum > maxChangeBytes) {
      return err(fault('too-large', 'A change names more than a change may.'));
    }
    if (spec === actionColumn) ops = rows.count;
  }
  if (!reader.done()) return malformed('it has bytes left over');
  return ops === 0 ? malformed('it does nothing') : ok(ops);
};
