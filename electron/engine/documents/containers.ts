import type { Layout } from './types.ts';

/** The object that holds a kind's scalar fields. */
export const fieldsKey = 'fields';

const textKey = (field: string): string => `text:${field}`;

export type Container =
  | { readonly form: 'fields'; readonly objectId: string }
  | { readonly form: 'text'; readonly objectId: string; readonly path: string }
  | { readonly form: 'items'; readonly objectId: string; readonly collection: string };

/** Where a path of a record lives in its document. */
export type Place =
  | { readonly form: 'key'; readonly objectId: string; readonly key: string }
  | { readonly form: 'text'; readonly objectId: string };

/** Containers of one record's document: exactly those of the genesis change, so that every op has a path. */
export interface Containers {
  readonly at: (objectId: string) => Container | undefined;
  /** The path that a map key stands for; undefined when the kind has no such field. */
  readonly pathOf: (container: Container, key: string) => string | undefined;
  readonly place: (path: string) => Place | undefined;
  /** `key` is the text's key at the root. */
  readonly texts: readonly { readonly path: string; readonly key: string; readonly objectId: string }[];
  readonly collections: readonly string[];
}

/** Root keys of the containers of a kind in their fixed order, which the genesis change commits to. */
export const containerKeys = (layout: Layout): readonly { readonly key: string; readonly type: 'map' | 'text' }[] => [
  { key: fieldsKey, type: 'map' },
  ...[...layout.texts].sort().map((field) => ({ key: textKey(field), type: 'text' as const })),
  ...Object.keys(layout.items)
    .sort()
    .map((key) => ({ key, type: 'map' as const })),
];

/** Names the containers of a record by the actor (hex) of its genesis change: op n of that change makes container n. */
export const containersOf = (layout: Layout, genesisActor: string): Containers => {
  const idOf = new Map(containerKeys(layout).map(({ key }, index) => [key, `${index + 1}@${genesisActor}`]));
  const objectId = (key: string): string => idOf.get(key) ?? '';
  const texts = [...layout.texts]
    .sort()
    .map((path) => ({ path, key: textKey(path), objectId: objectId(textKey(path)) }));
  const all: readonly Container[] = [
    { form: 'fields', objectId: objectId(fieldsKey) },
    ...texts.map((text) => ({ form: 'text' as const, ...text })),
    ...Object.keys(layout.items).map((name) => ({
      form: 'items' as const,
      objectId: objectId(name),
      collection: name,
    })),
  ];
  const byId = new Map(all.map((container) => [container.objectId, container]));

  return {
    at: (id) => byId.get(id),
    pathOf: (container, key) => {
      const path = container.form === 'items' ? `${container.collection}.${key}` : key;
      const form = layout.path(path)?.form;
      return form === (container.form === 'items' ? 'item' : 'scalar') ? path : undefined;
    },
    place: (path) => {
      const at = layout.path(path);
      if (at === undefined) return undefined;
      if (at.form === 'text') return { form: 'text', objectId: objectId(textKey(at.field)) };
      if (at.form === 'scalar') return { form: 'key', objectId: objectId(fieldsKey), key: at.field };
      return { form: 'key', objectId: objectId(at.collection), key: `${at.itemId}.${at.field}` };
    },
    texts,
    collections: Object.keys(layout.items),
  };
};
