import type { Scalar } from '#shared/schema/index.ts';
import { booleans, deltas, numbers, textAt, unsigned, words } from './cells.ts';
import type { Cell, Cursor } from './cells.ts';
import type { ChangeHeader } from './chunk.ts';

/** One op as Automerge's `decodeChange` spells it. */
export interface PlainOp {
  readonly action: string;
  readonly obj: string;
  readonly key?: string;
  readonly elemId?: string;
  readonly insert?: boolean;
  readonly value?: Scalar;
  readonly datatype?: string;
  readonly pred: readonly string[];
}

const column = {
  objectActor: 0x01,
  objectCounter: 0x02,
  keyActor: 0x11,
  keyCounter: 0x13,
  key: 0x15,
  insert: 0x34,
  action: 0x42,
  valueMeta: 0x56,
  value: 0x57,
  succeeded: 0x70,
  succeededActor: 0x71,
  succeededCounter: 0x73,
} as const;
const actions: readonly (string | undefined)[] = [undefined, 'set', undefined, 'del'];

const hex = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex');

interface Parts {
  /** Hex, the change's own actor first. */
  readonly actors: readonly string[];
  readonly columns: ReadonlyMap<number, Uint8Array>;
}

const take = (cursor: Cursor, length: number): Uint8Array => {
  const from = cursor.at;
  cursor.at += length;
  if (cursor.at > cursor.bytes.length) cursor.failed = true;
  return cursor.bytes.subarray(from, cursor.at);
};

/** The parts of a change whose envelope has been read: see `readChange`, which checks what is skipped here. */
const partsOf = (bytes: Uint8Array, header: ChangeHeader): Parts | undefined => {
  const cursor: Cursor = { bytes, at: 9, failed: false };
  unsigned(cursor);
  take(cursor, unsigned(cursor) * 32);
  take(cursor, unsigned(cursor));
  // Number, first counter, time and the length of the message.
  for (let i = 0; i < 4; i++) unsigned(cursor);
  const actors = [header.actor];
  for (let others = unsigned(cursor); others > 0 && !cursor.failed; others--) {
    const actor = hex(take(cursor, unsigned(cursor)));
    const last = actors.length === 1 ? '' : (actors.at(-1) ?? '');
    if (actor <= last || actor === header.actor) return undefined;
    actors.push(actor);
  }
  const directory: (readonly [number, number])[] = [];
  for (let count = unsigned(cursor); count > 0 && !cursor.failed; count--)
    directory.push([unsigned(cursor), unsigned(cursor)]);
  const columns = new Map<number, Uint8Array>();
  for (const [spec, length] of directory) {
    // A column without cells is left out in the one spelling.
    if (length === 0) return undefined;
    columns.set(spec, take(cursor, length));
  }
  return cursor.failed ? undefined : { actors, columns };
};

const float = (bytes: Uint8Array, at: number): number =>
  new DataView(bytes.buffer, bytes.byteOffset + at, 8).getFloat64(0, true);

/** Kind of a value in the low four bits of its length. */
const valueKind = { null: 0, false: 1, true: 2, float: 5, text: 6 } as const;

/** Values with their datatypes, as many as there are ops; undefined where one is of a kind that no field holds. */
const readValues = (
  metas: readonly Cell<number>[],
  raw: Uint8Array,
): readonly (readonly [Scalar, string | undefined])[] | undefined => {
  let at = 0;
  const values: (readonly [Scalar, string | undefined])[] = [];
  for (const meta of metas) {
    const kind = (meta ?? 0) & 15;
    const length = Math.floor((meta ?? 0) / 16);
    if (at + length > raw.length) return undefined;
    if (kind === valueKind.text) {
      const text = textAt(raw, at, length);
      if (text === undefined) return undefined;
      values.push([text, undefined]);
    } else if (kind === valueKind.float && length === 8) values.push([float(raw, at), 'float64']);
    else if (length === 0 && kind <= valueKind.true)
      values.push([kind === valueKind.null ? null : kind === valueKind.true, undefined]);
    else return undefined;
    at += length;
  }
  return at === raw.length ? values : undefined;
};

const nothing = new Uint8Array(0);

/**
 * The ops of a change in the plain spelling that Automerge writes for what records allow: sets of scalars, and inserts
 * and deletions of characters. Undefined for every other change: those go through Automerge's own decoder, which takes
 * many times as long. Where this answers, it answers what that decoder would (a property test compares the two).
 */
export const plainOps = (bytes: Uint8Array, header: ChangeHeader): readonly PlainOp[] | undefined => {
  const parts = partsOf(bytes, header);
  if (parts === undefined) return undefined;
  const { actors, columns } = parts;
  const count = header.maxOp - header.startOp + 1;
  const given = <T>(spec: number, read: (of: Uint8Array, cells: number) => T[] | undefined, blank: T) => {
    const content = columns.get(spec);
    if (content !== undefined) return read(content, count);
    return Array.from<T>({ length: count }).fill(blank);
  };
  const objectActor = given<Cell<number>>(column.objectActor, numbers, null);
  const objectCounter = given<Cell<number>>(column.objectCounter, numbers, null);
  const keyActor = given<Cell<number>>(column.keyActor, numbers, null);
  const keyCounter = given<Cell<number>>(column.keyCounter, deltas, null);
  const key = given<Cell<string>>(column.key, words, null);
  const insert = given<boolean>(column.insert, booleans, false);
  const action = given<Cell<number>>(column.action, numbers, null);
  const metas = given<Cell<number>>(column.valueMeta, numbers, null);
  const succeeded = given<Cell<number>>(column.succeeded, numbers, 0);
  if (!objectActor || !objectCounter || !keyActor || !keyCounter || !key) return undefined;
  if (!insert || !action || !metas || !succeeded) return undefined;
  const values = readValues(metas, columns.get(column.value) ?? nothing);
  const predCount = succeeded.reduce<number>((sum, one) => sum + (one ?? 0), 0);
  const predActor = numbers(columns.get(column.succeededActor) ?? nothing, predCount);
  const predCounter = deltas(columns.get(column.succeededCounter) ?? nothing, predCount);
  if (!values || !predActor || !predCounter) return undefined;

  const idOf = (counter: Cell<number> | undefined, actor: Cell<number> | undefined): string | undefined => {
    const name = actor == null ? undefined : actors[actor];
    return counter == null || counter === 0 || name === undefined ? undefined : `${counter}@${name}`;
  };
  /** Of ids in another order Automerge makes this one. */
  const isAscending = (at: number): boolean => {
    const [counter, before] = [predCounter[at] ?? 0, predCounter[at - 1] ?? 0];
    if (counter !== before) return counter > before;
    return (actors[predActor[at] ?? -1] ?? '') > (actors[predActor[at - 1] ?? -1] ?? '');
  };
  const ops: PlainOp[] = [];
  let nextPred = 0;
  for (let i = 0; i < count; i++) {
    const name = actions[action[i] ?? -1];
    const obj = idOf(objectCounter[i], objectActor[i]);
    const [value, datatype] = values[i] ?? [null, undefined];
    const pred: string[] = [];
    for (let n = succeeded[i] ?? -1; n !== 0; n--, nextPred++) {
      const id = n < 0 ? undefined : idOf(predCounter[nextPred], predActor[nextPred]);
      if (id === undefined || (pred.length > 0 && !isAscending(nextPred))) return undefined;
      pred.push(id);
    }
    // Ops on the root make containers, which only the genesis change does.
    if (name === undefined || obj === undefined) return undefined;
    const text = key[i];
    if (text != null) {
      const isSet = name === 'set' && insert[i] !== true && metas[i] !== null;
      if (!isSet || keyCounter[i] !== null || keyActor[i] !== null) return undefined;
      ops.push({ action: name, obj, key: text, value, pred, ...(datatype === undefined ? {} : { datatype }) });
      continue;
    }
    const atHead = keyCounter[i] === 0 && keyActor[i] === null;
    const elemId = atHead ? '_head' : idOf(keyCounter[i], keyActor[i]);
    if (elemId === undefined) return undefined;
    if (name === 'set' && insert[i] === true && typeof value === 'string' && pred.length === 0)
      ops.push({ action: name, obj, elemId, insert: true, value, pred });
    else if (name === 'del' && insert[i] !== true && !atHead && (metas[i] ?? 0) === 0)
      ops.push({ action: name, obj, elemId, pred });
    else return undefined;
  }
  return ops;
};
