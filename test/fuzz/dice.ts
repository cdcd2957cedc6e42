/** Fast decisions that follow from a seed alone. Not for keys. */
export interface Dice {
  /** A whole number from 0 up to and without `n`; 0 for n below 1. */
  readonly below: (n: number) => number;
  /** True once in `n` times. */
  readonly once: (n: number) => boolean;
  readonly of: <T>(list: readonly [T, ...T[]]) => T;
  readonly bytes: (length: number) => Uint8Array;
}

/** Mulberry32: small, seeded, good enough to choose where to hit. */
export const createDice = (seed: number): Dice => {
  let state = (seed * 0x9e3779b1) >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  const below = (n: number): number => (n < 1 ? 0 : next() % n);
  return {
    below,
    once: (n) => below(n) === 0,
    of: (list) => list[below(list.length)] ?? list[0],
    bytes: (length) => Uint8Array.from({ length }, () => below(256)),
  };
};
