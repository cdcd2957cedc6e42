import type { Random } from '#shared/std/index.ts';
import { blake2b256 } from '#engine/crypto/index.ts';

/** A Random port that gives the same bytes for the same seed: simulations and vectors are replayable. */
export const seededRandom = (seed: number): Random => {
  let counter = 0;
  const block = (): Uint8Array => {
    const input = new Uint8Array(16);
    const view = new DataView(input.buffer);
    view.setFloat64(0, seed);
    view.setFloat64(8, counter++);
    return blake2b256(input);
  };
  return {
    bytes: (length) => {
      const out = new Uint8Array(length);
      for (let at = 0; at < length; at += 32) out.set(block().subarray(0, length - at), at);
      return out;
    },
  };
};
