import type { ItemsValue, RecordValue, Scalar } from '#shared/schema/index.ts';
import type { ChangeOps } from './change-ops.ts';
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

const withItem = (items: ItemsValue, rest: string, value: Scalar): ItemsValue => {
  const dot = rest.indexOf('.');
  const itemId = rest.slice(0, dot);
  return { ...items, [itemId]: { ...items[itemId], [rest.slice(dot + 1)]: value } };
};

/** The value after one more change; undefined when the change does not know all of it, so that a merge has to say. */
export const advance = (present: Present, header: ChangeHeader, ops: ChangeOps): Present | undefined => {
  if (!coversHeads(header.deps, present.heads)) return undefined;
  const value: Record<string, Scalar | ItemsValue> = { ...present.value };
  for (const set of ops.sets) {
    const dot = set.path.indexOf('.');
    if (dot < 0) {
      value[set.path] = set.value;
      continue;
    }
    const collection = set.path.slice(0, dot);
    const items = value[collection];
    value[collection] = withItem(
      typeof items === 'object' && items !== null ? items : {},
      set.path.slice(dot + 1),
      set.value,
    );
  }
  const staleTexts = new Set(present.staleTexts);
  for (const text of ops.texts) staleTexts.add(text.path);
  return { heads: [header.hash], value, staleTexts };
};

/** The value with all its prose, read through `textAt` where it changed. */
export const complete = (present: Present, textAt: (path: string) => string): Present => {
  if (present.staleTexts.size === 0) return present;
  const value: Record<string, Scalar | ItemsValue> = { ...present.value };
  for (const path of present.staleTexts) value[path] = textAt(path);
  return freshPresent(present.heads, value);
};
