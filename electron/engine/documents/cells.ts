/**
 * Reads the cells of one column of a change, in the one spelling that Automerge itself writes: shortest numbers, runs of
 * two or more, no two neighbours that belong into one run. Anything else gives undefined; it may still be a change, and
 * Automerge's own decoder then says so.
 */
export type Cell<T> = T | null;

const maxLebBytes = 8;

/** A place in bytes that nobody vouches for. `failed` once something was not in its one spelling. */
export interface Cursor {
  readonly bytes: Uint8Array;
  at: number;
  failed: boolean;
}

const fail = (cursor: Cursor): number => {
  cursor.failed = true;
  return 0;
};

/** LEB128 below 2^53. */
export const unsigned = (cursor: Cursor): number => {
  const { bytes } = cursor;
  let value = 0;
  let scale = 1;
  for (let i = 0; i < maxLebBytes; i++) {
    const byte = bytes[cursor.at];
    if (byte === undefined) return fail(cursor);
    cursor.at++;
    value += (byte & 0x7f) * scale;
    if ((byte & 0x80) === 0) {
      const shortest = byte !== 0 || i === 0;
      return shortest && Number.isSafeInteger(value) ? value : fail(cursor);
    }
    scale *= 0x80;
  }
  return fail(cursor);
};

const signed = (cursor: Cursor): number => {
  const { bytes } = cursor;
  let value = 0;
  let scale = 1;
  let before = 0;
  for (let i = 0; i < maxLebBytes; i++) {
    const byte = bytes[cursor.at];
    if (byte === undefined) return fail(cursor);
    cursor.at++;
    value += (byte & 0x7f) * scale;
    scale *= 0x80;
    if ((byte & 0x80) === 0) {
      const padded = i > 0 && ((byte === 0 && (before & 0x40) === 0) || (byte === 0x7f && (before & 0x40) !== 0));
      if (padded) return fail(cursor);
      const result = (byte & 0x40) === 0 ? value : value - scale;
      return Number.isSafeInteger(result) ? result : fail(cursor);
    }
    before = byte;
  }
  return fail(cursor);
};

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** UTF-8 of `length` bytes; undefined for bytes that are none. */
export const textAt = (bytes: Uint8Array, from: number, length: number): string | undefined => {
  const end = from + length;
  if (end > bytes.length) return undefined;
  let text = '';
  for (let at = from; at < end; at++) {
    const unit = bytes[at] ?? 0x80;
    if (unit >= 0x80) {
      try {
        return decoder.decode(bytes.subarray(from, end));
      } catch {
        // No UTF-8: what that means is Automerge's to say.
        return undefined;
      }
    }
    text += String.fromCharCode(unit);
  }
  return text;
};

const word = (cursor: Cursor): string => {
  const length = unsigned(cursor);
  const text = cursor.failed ? undefined : textAt(cursor.bytes, cursor.at, length);
  cursor.at += length;
  if (text !== undefined) return text;
  cursor.failed = true;
  return '';
};

/** Exactly `count` cells in run-length coding; undefined for any other spelling and any other number. */
const runs = <T>(bytes: Uint8Array, count: number, read: (cursor: Cursor) => T): Cell<T>[] | undefined => {
  const cursor: Cursor = { bytes, at: 0, failed: false };
  const cells: Cell<T>[] = [];
  let last: Cell<T> | undefined;
  let wasLiteral = false;
  while (cursor.at < bytes.length) {
    const run = signed(cursor);
    if (run === 0) {
      const nulls = unsigned(cursor);
      if (cursor.failed || nulls === 0 || last === null || cells.length + nulls > count) return undefined;
      for (let i = 0; i < nulls; i++) cells.push(null);
      last = null;
      wasLiteral = false;
      continue;
    }
    const length = Math.abs(run);
    if (cursor.failed || run === 1 || cells.length + length > count || (run < 0 && wasLiteral)) return undefined;
    for (let i = 0; i < (run > 0 ? 1 : length); i++) {
      const cell = read(cursor);
      if (cursor.failed || cell === last) return undefined;
      last = cell;
      for (let times = run > 0 ? run : 1; times > 0; times--) cells.push(cell);
    }
    wasLiteral = run < 0;
  }
  return cells.length === count ? cells : undefined;
};

export const numbers = (bytes: Uint8Array, count: number): Cell<number>[] | undefined => runs(bytes, count, unsigned);

export const words = (bytes: Uint8Array, count: number): Cell<string>[] | undefined => runs(bytes, count, word);

/** Numbers stored as differences; null cells change nothing. */
export const deltas = (bytes: Uint8Array, count: number): Cell<number>[] | undefined => {
  const cells = runs(bytes, count, signed);
  if (cells === undefined) return undefined;
  let sum = 0;
  for (const [index, cell] of cells.entries()) {
    if (cell === null) continue;
    sum += cell;
    if (!Number.isSafeInteger(sum) || sum < 0) return undefined;
    cells[index] = sum;
  }
  return cells;
};

/** Counts of false and true in turn, beginning with false. */
export const booleans = (bytes: Uint8Array, count: number): boolean[] | undefined => {
  const cursor: Cursor = { bytes, at: 0, failed: false };
  const cells: boolean[] = [];
  for (let value = false, first = true; cursor.at < bytes.length; value = !value, first = false) {
    const run = unsigned(cursor);
    if (cursor.failed || (run === 0 && !first) || cells.length + run > count) return undefined;
    for (let i = 0; i < run; i++) cells.push(value);
  }
  return cells.length === count ? cells : undefined;
};
