import { equalBytes } from '#shared/std/index.ts';
import { createDice } from './dice.ts';
import { mutate } from './mutate.ts';
import type { Target } from './target.ts';

/** A promise of a parser that did not hold, and the bytes that show it. */
export interface Broken {
  readonly name: string;
  readonly seed: number;
  readonly hex: string;
  readonly what: string;
}

const reasonOf = (cause: unknown): string => (cause instanceof Error ? (cause.stack ?? cause.message) : String(cause));

/**
 * What every parser promises of any bytes: it answers, with a value or with a sentence; and where a format has one
 * spelling, a value is written as the very bytes it was read from. Undefined when it holds.
 */
export const check = async (target: Target, bytes: Uint8Array): Promise<string | undefined> => {
  try {
    const reading = await target.read(bytes);
    if (!reading.ok) {
      return /^\p{L}.{8}/su.test(reading.sentence) ? undefined : `it is refused with "${reading.sentence}"`;
    }
    const again = reading.again?.();
    if (again !== undefined && !equalBytes(again, bytes))
      return `it is accepted and written anew as ${Buffer.from(again).toString('hex').slice(0, 400)}`;
    return undefined;
  } catch (cause) {
    return `it throws ${reasonOf(cause)}`;
  }
};

/** The bytes of one seed: a real value of the target, changed. */
export const bytesOf = (target: Target, corpus: readonly Uint8Array[], seed: number): Uint8Array => {
  const dice = createDice(seed);
  const chosen = corpus[dice.below(corpus.length)] ?? new Uint8Array(0);
  const other = corpus[dice.below(corpus.length)] ?? chosen;
  return mutate(dice, target.form, chosen, other);
};

/** Tries the bytes of one seed. */
export const play = async (
  target: Target,
  corpus: readonly Uint8Array[],
  seed: number,
): Promise<Broken | undefined> => {
  const bytes = bytesOf(target, corpus, seed);
  const what = await check(target, bytes);
  if (what === undefined) return undefined;
  return { name: target.name, seed, hex: Buffer.from(bytes).toString('hex'), what };
};
