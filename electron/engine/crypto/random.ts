import type { Random } from '#shared/std/index.ts';
import { sodium } from './sodium.ts';

/** libsodium's generator: the Random port outside tests and simulations. */
export const systemRandom: Random = {
  bytes: (length) => {
    const bytes = new Uint8Array(length);
    sodium.randombytes_buf(bytes);
    return bytes;
  },
};

/** Overwrites a secret that is no longer needed. Best effort: the runtime may have copied it before. */
export const wipe = (...secrets: readonly Uint8Array[]): void => {
  for (const secret of secrets) sodium.sodium_memzero(secret);
};
