import { err, ok } from '../std/index.ts';
import type { Result } from '../std/index.ts';
import { idPattern } from './fields.ts';
import { checkField, checkText, readRecord } from './read.ts';
import type { Layout } from './read.ts';
import type { Collection, Field, Text } from './fields.ts';
import type { FieldPath, KindDef, RecordValue, Scalar, SchemaFault, SpaceKind } from './types.ts';

type Fields = Readonly<Record<string, Field>>;
type Texts = Readonly<Record<string, Text>>;
type Items = Readonly<Record<string, Collection>>;

/** A kind as its file states it. */
export interface KindSpec<F extends Fields, T extends Texts, I extends Items> {
  readonly kind: string;
  readonly version: number;
  readonly spaces: readonly SpaceKind[];
  readonly key: 'own' | RegExp;
  readonly scalars: F;
  readonly texts: T;
  readonly items: I;
  readonly required: readonly (keyof F | keyof T)[];
  readonly title: (value: ValueOf<F, T, I>) => string;
  readonly searchText: (value: ValueOf<F, T, I>) => string;
}

type Held<F extends Fields> = { readonly [N in keyof F]: F[N] extends Field<infer V> ? V : never };

/** The complete value of a record of a kind, defaults filled in. */
export type ValueOf<F extends Fields, T extends Texts, I extends Items> = Held<F> & {
  readonly [N in keyof T]: string;
} & {
  readonly [N in keyof I]: Readonly<Record<string, Held<I[N]['fields']>>>;
};

/** Paths remembered a kind, and the longest worth it: what a peer sends must not fill the memory. */
const recentPaths = 512;
const longestPath = 128;

/** Turns a statement of fields into the definition that engine, rules and interface use. */
export const defineKind = <F extends Fields, T extends Texts, I extends Items>(
  spec: KindSpec<F, T, I>,
): KindDef<ValueOf<F, T, I>> => {
  const scalars = new Map<string, Field>(Object.entries(spec.scalars));
  const texts = new Map<string, Text>(Object.entries(spec.texts));
  const items = new Map<string, Collection>(Object.entries(spec.items));
  const itemFields = new Map([...items].map(([name, of]) => [name, new Map(Object.entries(of.fields))]));

  const readPath = (of: string): FieldPath | undefined => {
    if (scalars.has(of)) return { form: 'scalar', field: of };
    if (texts.has(of)) return { form: 'text', field: of };
    const [collection = '', itemId = '', field = '', ...rest] = of.split('.');
    if (rest.length > 0 || !idPattern.test(itemId)) return undefined;
    return itemFields.get(collection)?.has(field) === true ? { form: 'item', collection, itemId, field } : undefined;
  };

  // Judging one entry asks for the same few paths many times.
  const recent = new Map<string, FieldPath | undefined>();
  const path = (of: string): FieldPath | undefined => {
    const held = recent.get(of);
    if (held !== undefined || recent.has(of)) return held;
    const read = readPath(of);
    if (recent.size >= recentPaths) recent.clear();
    if (of.length <= longestPath) recent.set(of, read);
    return read;
  };

  const fieldAt = (at: FieldPath): Field | undefined =>
    at.form === 'item' ? itemFields.get(at.collection)?.get(at.field) : scalars.get(at.field);

  const check = (of: string, value: unknown): Result<Scalar, SchemaFault> => {
    const at = path(of);
    const text = at?.form === 'text' ? texts.get(at.field) : undefined;
    if (text !== undefined) return checkText(of, text, value);
    const field = at === undefined ? undefined : fieldAt(at);
    if (field === undefined) return err({ path: of, sentence: `A ${spec.kind} has no field "${of.slice(0, 80)}".` });
    return checkField(of, field, value);
  };

  const layout: Layout = {
    kind: spec.kind,
    scalars: [...scalars],
    texts: [...texts],
    items: [...items].map(([name, of]) => [name, of, Object.entries(of.fields)]),
  };
  // Whoever shows a record reads it for its title, for its words and for its rows.
  const known = new WeakMap<object, Result<ValueOf<F, T, I>, SchemaFault>>();
  const parse = (json: unknown): Result<ValueOf<F, T, I>, SchemaFault> => {
    const held = typeof json === 'object' && json !== null ? known.get(json) : undefined;
    if (held !== undefined) return held;
    const read = readRecord(json, layout);
    // It has every name of the spec, each with a value that its field holds.
    const value = read.ok ? ok(read.value as ValueOf<F, T, I>) : read;
    if (typeof json === 'object' && json !== null) known.set(json, value);
    return value;
  };

  const said = (say: (value: ValueOf<F, T, I>) => string) => (value: RecordValue) => {
    const read = parse(value);
    return read.ok ? say(read.value) : '';
  };

  return {
    kind: spec.kind,
    version: spec.version,
    spaces: spec.spaces,
    key: spec.key,
    scalars: [...scalars.keys()],
    texts: [...texts.keys()],
    items: Object.fromEntries([...itemFields].map(([name, fields]) => [name, [...fields.keys()]])),
    required: spec.required.map(String),
    limits: Object.fromEntries([...items].map(([name, of]) => [name, of.limit])),
    path,
    label: (of) => {
      const at = path(of);
      if (at === undefined) return of;
      return (at.form === 'text' ? texts.get(at.field)?.label : fieldAt(at)?.label) ?? of;
    },
    fallback: (of) => {
      const at = path(of);
      if (at === undefined) return null;
      return at.form === 'text' ? '' : (fieldAt(at)?.fallback ?? null);
    },
    accompanies: (of) => {
      const at = path(of);
      return at !== undefined && at.form !== 'text' && fieldAt(at)?.accompanies === true;
    },
    check,
    parse,
    title: said(spec.title),
    searchText: said(spec.searchText),
  };
};
