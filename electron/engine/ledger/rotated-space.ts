import { hash } from '../crypto/index.ts';

/** How a rotation names a space: ids of private spaces stay with their readers (keys.md, K rules). */
export const rotatedSpace = (spaceId: Uint8Array, cause: Uint8Array | null): Uint8Array =>
  hash('rotated-space', spaceId, cause ?? new Uint8Array(0));

/** The epoch of a `rotate` act that makes no new key and only states a cut (membership.md, C3). */
export const noEpoch: Uint8Array = new Uint8Array(32);
