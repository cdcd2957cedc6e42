import { framed } from '#shared/sync/index.ts';
import type { Random } from '#shared/std/index.ts';
import { decrypt, encrypt, hash, label } from '../crypto/index.ts';

/** Encrypts single values of the file under the profile key, each bound to the place it is for. */
export interface BlobSealing {
  readonly seal: (place: string, bytes: Uint8Array) => Uint8Array;
  /** Undefined for changed bytes, another place or another key. */
  readonly open: (place: string, sealed: Uint8Array) => Uint8Array | undefined;
}

/** `purpose` separates the keys of documents, changes and snapshot: none opens what is for another. */
export const blobSealing = (
  profileKey: Uint8Array,
  purpose: 'record' | 'change' | 'snapshot' | 'manifest',
  random: Random,
): BlobSealing => {
  const key = hash('at-rest', profileKey, label(purpose));
  const aad = (place: string): Uint8Array => framed('at-rest', label(purpose), label(place));
  return {
    seal: (place, bytes) => encrypt(key, bytes, aad(place), random),
    open: (place, sealed) => decrypt(key, sealed, aad(place)),
  };
};
