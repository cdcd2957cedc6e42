import { err, ok } from '../std/index.ts';
import type { Result } from '../std/index.ts';
import { idPattern } from './fields.ts';
import type { Collection, Field, Text } from './fields.ts';
import type { Scalar, SchemaFault } from './types.ts';

/** The fields of a kind, ready to read records with. */
export interface Layout {
  readonly kind: string;
  readonly scalars: readonly (readonly [string, Field])[];
  readonly texts: readonly (readonly [string, Text])[];
  readonly items: readonly (readonly [string, Collection, readonly (readonly [string, Field])[]])[];
}

type Json = Readonly<Record<string, unknown>>;
type Item = Record<string, Scalar>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const said = (path: string, label: string, what: string): Result<never, SchemaFault> =>
  err({ path, sentence: `${label} ${what}.` });

const wrongType = 'has a value of the wrong type';

/** One value against its field. */
export const checkField = (path: string, field: Field, value: unknown): Result<Scalar, SchemaFault> => {
  const read = field.holds(value);
  return read.ok ? read : said(path, field.label, read.error);
};

/** One prose text against its field. */
export const checkText = (path: string, text: Text, value: unknown): Result<Scalar, SchemaFault> => {
  if (typeof value !== 'string') return said(path, text.label, wrongType);
  return value.length > text.max ? said(path, text.label, `is longer than ${text.max} characters`) : ok(value);
};

/** Reads the named fields into `into`; the first value that its field does not hold, or undefined. */
const readFields = (
  json: Json,
  fields: readonly (readonly [string, Field])[],
  into: Record<string, unknown>,
): { readonly name: string; readonly field: Field; readonly error: string } | undefined => {
  for (const [name, field] of fields) {
    const value = json[name];
    // Nothing written, and the default itself, count as the default.
    if (value === undefined || value === field.fallback) {
      into[name] = field.fallback;
      continue;
    }
    const read = field.holds(value);
    if (!read.ok) return { name, field, error: read.error };
    into[name] = read.value;
  }
  return undefined;
};

/** Items as they were read before: while a record grows change by change, all but one stay the same objects. */
const readBefore = new WeakMap<Layout['items'][number], WeakMap<object, Item>>();

const itemsReadBefore = (of: Layout['items'][number]): WeakMap<object, Item> => {
  const known = readBefore.get(of) ?? new WeakMap<object, Item>();
  readBefore.set(of, known);
  return known;
};

const readItems = (
  json: unknown,
  each: Layout['items'][number],
): Result<Readonly<Record<string, Item>>, SchemaFault> => {
  const [name, of, fields] = each;
  if (json === undefined) return ok({});
  if (!isObject(json)) return said(name, of.label, wrongType);
  const known = itemsReadBefore(each);
  const read: Record<string, Item> = {};
  for (const itemId in json) {
    const item = json[itemId];
    const held = isObject(item) ? known.get(item) : undefined;
    if (held !== undefined && idPattern.test(itemId)) {
      read[itemId] = held;
      continue;
    }
    if (!idPattern.test(itemId) || !isObject(item)) return said(name, of.label, 'has an item that is not one');
    const whole: Item = {};
    const fault = readFields(item, fields, whole);
    if (fault !== undefined) return said(`${name}.${itemId}.${fault.name}`, fault.field.label, fault.error);
    known.set(item, whole);
    read[itemId] = whole;
  }
  return ok(read);
};

/** Checks a whole record and fills in its defaults. The result has every name of the layout. */
export const readRecord = (json: unknown, layout: Layout): Result<Readonly<Record<string, unknown>>, SchemaFault> => {
  if (!isObject(json)) return err({ path: '', sentence: `A ${layout.kind} is not a record.` });
  const whole: Record<string, unknown> = {};
  const fault = readFields(json, layout.scalars, whole);
  if (fault !== undefined) return said(fault.name, fault.field.label, fault.error);
  for (const [name, text] of layout.texts) {
    const value = json[name] ?? '';
    // Two long texts can merge into one that is over the limit; that is no reason to hide both.
    if (typeof value !== 'string') return said(name, text.label, wrongType);
    whole[name] = value;
  }
  for (const each of layout.items) {
    const items = readItems(json[each[0]], each);
    if (!items.ok) return items;
    whole[each[0]] = items.value;
  }
  return ok(whole);
};
