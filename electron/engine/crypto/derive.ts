import type { Domain } from '#shared/sync/index.ts';
import { hash } from './hash.ts';

/** A 32-byte key for one purpose from a uniformly random secret: H(domain, secret, ...context). */
export const derive = (secret: Uint8Array, domain: Domain, ...context: readonly Uint8Array[]): Uint8Array =>
  hash(domain, secret, ...context);

/** A short label as bytes, for keys of one secret that differ only in their use. ASCII only. */
export const label = (text: string): Uint8Array => Uint8Array.from(text, (char) => char.charCodeAt(0) & 0x7f);
