import { createHash } from '#shared/sync/index.ts';
import { sodium } from './sodium.ts';

/** Plain BLAKE2b-256. Use `hash`, which separates purposes, for everything of our own. */
export const blake2b256 = (bytes: Uint8Array): Uint8Array => {
  const out = new Uint8Array(32);
  sodium.crypto_generichash(out, bytes);
  return out;
};

/** H of FORMATS: BLAKE2b-256 over a length-prefixed domain string and parts. */
export const hash = createHash(blake2b256);
