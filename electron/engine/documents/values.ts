import type { ItemsValue, RecordValue, Scalar } from '#shared/schema/index.ts';
import { fieldsKey } from './containers.ts';
import type { Containers } from './containers.ts';
import { plain } from './live.ts';
import type { Handle } from './live.ts';

type Root = Readonly<Record<string, unknown>>;

const isRoot = (value: unknown): value is Root => typeof value === 'object' && value !== null;

const itemsFrom = (container: unknown): ItemsValue => {
  const items: Record<string, Record<string, Scalar>> = {};
  if (!isRoot(container)) return items;
  for (const [key, value] of Object.entries(container)) {
    const dot = key.indexOf('.');
    (items[key.slice(0, dot)] ??= {})[key.slice(dot + 1)] = plain(value);
  }
  return items;
};

/** The record that a handle holds, as plain data; at `heads`, or as it is now. */
export const valueOf = (handle: Handle, containers: Containers, heads?: readonly string[]): RecordValue => {
  const root = handle.materialize('_root', heads === undefined ? undefined : [...heads]);
  if (!isRoot(root)) throw new Error('A document has no root.');
  const value: Record<string, Scalar | ItemsValue> = {};
  const fields = root[fieldsKey];
  if (isRoot(fields)) for (const [key, scalar] of Object.entries(fields)) value[key] = plain(scalar);
  for (const { path, key } of containers.texts) {
    const text = root[key];
    value[path] = typeof text === 'string' ? text : '';
  }
  for (const collection of containers.collections) value[collection] = itemsFrom(root[collection]);
  return value;
};
