import { kinds } from '../../schema/index.ts';
import type { FieldEdit, ItemsValue, KindDef, RecordKind, RecordValue, Scalar } from '../../schema/index.ts';
import type { OpView } from './types.ts';

type Item = Record<string, Scalar>;

const isItems = (value: RecordValue[string] | undefined): value is ItemsValue =>
  typeof value === 'object' && value !== null;

/** A new item of a collection: every field at its default. */
const blank = (def: KindDef, collection: string, itemId: string): Item =>
  Object.fromEntries(
    (def.items[collection] ?? []).map((name) => [name, def.fallback(`${collection}.${itemId}.${name}`)]),
  );

/**
 * The record with the operations' scalars set, in their order. Prose stays as it was. Collections and items that are
 * written are copied once, whatever their size; the rest is shared with `before`. A new item is `fresh` to begin with.
 */
const overlay = (
  def: KindDef,
  before: RecordValue,
  ops: readonly Pick<OpView, 'path' | 'value'>[],
  fresh: (collection: string, itemId: string) => Item,
): RecordValue => {
  const after: Record<string, RecordValue[string]> = { ...before };
  const collections = new Map<string, Record<string, Readonly<Item>>>();
  const items = new Map<string, Item>();

  const itemOf = (name: string, itemId: string): Item => {
    const held = before[name];
    const collection = collections.get(name) ?? { ...(isItems(held) ? held : {}) };
    if (!collections.has(name)) after[name] = collection;
    collections.set(name, collection);
    const known = items.get(`${name}.${itemId}`);
    if (known !== undefined) return known;
    const item: Item = { ...(collection[itemId] ?? fresh(name, itemId)) };
    items.set(`${name}.${itemId}`, item);
    collection[itemId] = item;
    return item;
  };

  for (const { path, value } of ops) {
    const at = def.path(path);
    if (value === undefined || at === undefined || at.form === 'text') continue;
    if (at.form === 'scalar') after[at.field] = value;
    else itemOf(at.collection, at.itemId)[at.field] = value;
  }
  return after;
};

/** A complete record (defaults filled in) with the operations made; complete again. */
export const overlayOps = <V>(def: KindDef<V>, before: V, ops: readonly OpView[]): V =>
  // A complete value is a RecordValue with all its names; every op has been checked against its field.
  overlay(def, before as RecordValue, ops, (collection, itemId) => blank(def, collection, itemId)) as V;

/** The value that a record has once these edits, prose included, are made and nobody else makes any. */
export const overlayEdits = (kind: RecordKind, before: RecordValue, edits: readonly FieldEdit[]): RecordValue => {
  const def: KindDef = kinds[kind];
  const texts = edits.filter(({ path }) => def.path(path)?.form === 'text');
  const scalars = overlay(def, before, edits, () => ({}));
  return { ...scalars, ...Object.fromEntries(texts.map(({ path, value }) => [path, value])) };
};
