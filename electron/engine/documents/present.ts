import type { ItemsValue, RecordValue, Scalar } from '#shared/schema/index.ts';
import type { SetOp, TextOps } from './change-ops.ts';
import type { ChangeHeader } from './chunk.ts';

/**
 * A record's value at some heads, carried forward change by change: reading it anew from the document costs far more,
 * and policies want the value before each change. Prose that changed since is only marked, to be read when asked for.
 */
export interface Present {
  readonly heads: readonly string[];
  readonly value: RecordValue;
  readonly staleTexts: ReadonlySet<string>;
}

export const freshPresent = (heads: readonly string[], value: RecordValue): Present => ({
  heads,
  value,
  staleTexts: new Set(),
});

/** Whether a change that depends on `deps` knows all that `heads` stand for. */
export const coversHeads = (deps: readonly string[], heads: readonly string[]): boolean =>
  heads.every((head) => deps.includes(head));

type Items = Record<string, Record<string, Scalar>>;

const splitOnce = (path: string): readonly [string, string] => {
  const dot = path.indexOf('.');
  return [path.slice(0, dot), path.slice(dot + 1)];
};

/** Whether a field that is no prose has never been written: nothing takes a value away again. */
export const isBlank = (value: RecordValue, path: string): boolean => {
  if (!path.includes('.')) return value[path] === undefined;
  const [collection, rest] = splitOnce(path);
  const [itemId, field] = splitOnce(rest);
  const items = value[collection];
  return typeof items !== 'object' || items === null || items[itemId]?.[field] === undefined;
};

/** The value after one more change; undefined when the change does not know all of it, so that a merge has to say. */
export const advance = (
  present: Present,
  header: Pick<ChangeHeader, 'hash' | 'deps'>,
  ops: {
    readonly sets: readonly Pick<SetOp, 'path' | 'value'>[];
    readonly texts: readonly Pick<TextOps, 'path' | 'fromStart'>[];
  },
): Present | undefined => {
  if (!coversHeads(header.deps, present.heads)) return undefined;
  const value: Record<string, Scalar | ItemsValue> = { ...present.value };
  // Collections and items that are this change's own copies by now, and may be written to.
  const copied = new Map<string, Items>();
  const own = new Set<string>();
  for (const set of ops.sets) {
    if (!set.path.includes('.')) {
      value[set.path] = set.value;
      continue;
    }
    const [collection, rest] = splitOnce(set.path);
    const [itemId, field] = splitOnce(rest);
    let items = copied.get(collection);
    if (items === undefined) {
      const before = value[collection];
      items = { ...(typeof before === 'object' ? before : null) };
      copied.set(collection, items);
      value[collection] = items;
    }
    const ownKey = `${collection}.${itemId}`;
    if (!own.has(ownKey)) {
      own.add(ownKey);
      items[itemId] = { ...items[itemId] };
    }
    const item = items[itemId];
    if (item !== undefined) item[field] = set.value;
  }
  const staleTexts = new Set(present.staleTexts);
  for (const { path, fromStart } of ops.texts) {
    // What is written into an empty field is known without asking the document.
    if (fromStart !== undefined && value[path] === '' && !staleTexts.has(path)) value[path] = fromStart;
    else staleTexts.add(path);
  }
  return { heads: [header.hash], value, staleTexts };
};

/** The value with all its prose, read through `textAt` where it changed. */
export const complete = (present: Present, textAt: (path: string) => string): Present => {
  if (present.staleTexts.size === 0) return present;
  const value: Record<string, Scalar | ItemsValue> = { ...present.value };
  for (const path of present.staleTexts) value[path] = textAt(path);
  return freshPresent(present.heads, value);
};
