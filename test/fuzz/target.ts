import type { Form } from './mutate.ts';

/** What a parser made of bytes. */
export type Reading =
  | {
      readonly ok: true;
      readonly value: unknown;
      /** The bytes that the value is written as. Absent where a format has several spellings of one value. */
      readonly again?: () => Uint8Array;
    }
  | { readonly ok: false; readonly sentence: string };

/**
 * One parser of foreign bytes. Where what it reads arrives sealed or signed, `read` seals or signs the given bytes with
 * the right key first: an enemy who is a member can do that too, and otherwise nothing behind the seal would be tried.
 */
export interface Target {
  readonly name: string;
  readonly form: Form;
  /** Real values, through the encoders; the same at every call. */
  readonly samples: () => readonly Uint8Array[];
  readonly read: (bytes: Uint8Array) => Reading | Promise<Reading>;
  /** Inputs made to cost more than they weigh. Tried once each, for time and memory. */
  readonly bombs?: () => readonly Uint8Array[];
}

export const accepted = (value: unknown, again?: () => Uint8Array): Reading =>
  again === undefined ? { ok: true, value } : { ok: true, value, again };
export const refused = (sentence: string): Reading => ({ ok: false, sentence });

/** The reading of a parser that answers with a Result. */
export const readingOf = <T>(
  result:
    | { readonly ok: true; readonly value: T }
    | { readonly ok: false; readonly error: string | { readonly sentence: string } },
  again?: (value: T) => Uint8Array,
): Reading => {
  if (!result.ok) return refused(typeof result.error === 'string' ? result.error : result.error.sentence);
  return accepted(result.value, again === undefined ? undefined : () => again(result.value));
};

/** The reading of a parser that answers undefined for what it does not take. */
export const readingOrNothing = <T>(value: T | undefined, again?: (value: T) => Uint8Array): Reading =>
  value === undefined
    ? refused('It is refused.')
    : accepted(value, again === undefined ? undefined : () => again(value));
