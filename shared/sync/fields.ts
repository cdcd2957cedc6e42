import type { CborValue } from './cbor.ts';

/** Reads a decoded value as T; undefined when it is anything else. */
export type Read<T> = (value: CborValue) => T | undefined;

type Fields<Shape> = { readonly [Name in keyof Shape]: Shape[Name] extends Read<infer T> ? T : never };

/** Bytes of exactly this length. */
export const bytesOf =
  (length: number): Read<Uint8Array> =>
  (value) =>
    value instanceof Uint8Array && value.length === length ? value : undefined;

/** Bytes of at most this length. */
export const bytesUpTo =
  (length: number): Read<Uint8Array> =>
  (value) =>
    value instanceof Uint8Array && value.length <= length ? value : undefined;

/** An unsigned integer within bounds, both included. */
export const uintIn =
  (lowest: number, highest: number): Read<number> =>
  (value) =>
    typeof value === 'number' && value >= lowest && value <= highest ? value : undefined;

/** Text of at most this many UTF-16 units. */
export const textUpTo =
  (length: number): Read<string> =>
  (value) =>
    typeof value === 'string' && value.length <= length ? value : undefined;

export const flag: Read<boolean> = (value) => (typeof value === 'boolean' ? value : undefined);

/** One of a fixed set of words or numbers. */
export const oneOf =
  <T extends string | number>(...allowed: readonly T[]): Read<T> =>
  (value) =>
    allowed.find((word) => word === value);

export const orNull =
  <T>(read: Read<T>): Read<T | null> =>
  (value) =>
    value === null ? null : read(value);

/** A list of at most `most` items. */
export const listOf =
  <T>(read: Read<T>, most: number): Read<readonly T[]> =>
  (value) => {
    if (!Array.isArray(value) || value.length > most) return undefined;
    const items: T[] = [];
    for (const item of value as readonly CborValue[]) {
      const one = read(item);
      if (one === undefined) return undefined;
      items.push(one);
    }
    return items;
  };

/**
 * An array of exactly these fields in exactly this order, as an object. Formats stay positional on the wire (FORMATS 1:
 * arrays only) and named in code.
 */
export const fieldsOf = <Shape extends Readonly<Record<string, Read<unknown>>>>(shape: Shape): Read<Fields<Shape>> => {
  const names = Object.keys(shape);
  return (value) => {
    if (!Array.isArray(value) || value.length !== names.length) return undefined;
    const named: Record<string, unknown> = {};
    for (const [index, name] of names.entries()) {
      const one = shape[name]?.((value as readonly CborValue[])[index] ?? null);
      if (one === undefined) return undefined;
      named[name] = one;
    }
    return named as Fields<Shape>;
  };
};
