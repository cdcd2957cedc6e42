import type { Random } from '#shared/std/index.ts';

/** Small decisions, drawn from the seed of a scenario. */
export interface Dice {
  /** A whole number from 0 up to and without `n`. */
  readonly below: (n: number) => number;
  /** True once in `n` times. */
  readonly once: (n: number) => boolean;
  /** One of a list; undefined when it is empty. */
  readonly of: <T>(list: readonly T[]) => T | undefined;
  /** The list in another order. */
  readonly shuffled: <T>(list: readonly T[]) => T[];
}

export const createDice = (random: Random): Dice => {
  const below = (n: number): number => {
    const [a = 0, b = 0, c = 0] = random.bytes(3);
    return (a * 65_536 + b * 256 + c) % n;
  };
  return {
    below,
    once: (n) => below(n) === 0,
    of: (list) => list[below(Math.max(1, list.length))],
    shuffled: (list) => {
      const left = [...list];
      return list.flatMap(() => left.splice(below(left.length), 1));
    },
  };
};
