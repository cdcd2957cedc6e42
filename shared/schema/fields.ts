import type { Holds } from './holds.ts';
import type { Scalar } from './types.ts';

export { holds, idPattern } from './holds.ts';

/** One scalar field: its name for people, what it may hold, and what it is until somebody writes it. */
export interface Field<T extends Scalar = Scalar> {
  readonly label: string;
  readonly holds: Holds<T>;
  readonly fallback: T;
  /** Written with another field and told by it: nobody chooses between two values of it. */
  readonly accompanies?: true;
}

/** One prose field, at most `max` UTF-16 units long. */
export interface Text {
  readonly label: string;
  readonly max: number;
}

/** A collection of items, each with the same fields. */
export interface Collection<Fields extends Readonly<Record<string, Field>> = Readonly<Record<string, Field>>> {
  readonly label: string;
  readonly limit: number;
  readonly fields: Fields;
}

export const field = <T extends Scalar>(label: string, holds: Holds<T>, fallback: NoInfer<T>): Field<T> => ({
  label,
  holds,
  fallback,
});

/** A field that goes with another: when a state began, who set a value, where something stands in a list. */
export const accompanying = <T extends Scalar>(of: Field<T>): Field<T> => ({ ...of, accompanies: true });

export const text = (label: string, max = 100_000): Text => ({ label, max });

export const collection = <F extends Readonly<Record<string, Field>>>(
  label: string,
  limit: number,
  fields: F,
): Collection<F> => ({ label, limit, fields });
