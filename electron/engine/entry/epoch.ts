import { hash } from '../crypto/index.ts';

/** A key of a space, under the name that commits to it. */
export interface Epoch {
  /** H("epoch", spaceId, key): never a counter, so that concurrent rotations are told apart (FORMATS 1). */
  readonly id: Uint8Array;
  /** The XChaCha20-Poly1305 key, 32 bytes. */
  readonly key: Uint8Array;
}

/** The epoch a key makes in a space. The name commits to the key, which the cipher alone does not. */
export const epochOf = (spaceId: Uint8Array, key: Uint8Array): Epoch => ({ id: hash('epoch', spaceId, key), key });

/** What an entry shows of its epoch: 16 bytes that differ from log to log, so relays cannot group logs by space. */
export const epochTag = (epochId: Uint8Array, logId: Uint8Array): Uint8Array =>
  hash('epoch-tag', epochId, logId).slice(0, 16);
