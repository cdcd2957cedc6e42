import { concatBytes } from '#shared/std/index.ts';
import type { Random } from '#shared/std/index.ts';
import { framed } from '#shared/sync/index.ts';
import { cipherOverhead, decrypt, derive, encrypt, hash } from '../crypto/index.ts';

/** Plain bytes of a chunk aimed at; one larger record makes one larger chunk. */
export const chunkAim = 256 * 1024;
export const chunkLimit = 4 * 1024 * 1024;
export const sealedLimit = chunkLimit + cipherOverhead;
const lastFlag = 0x8000_0000;

/** Keys and place of one file's chunks: which file, which number, whether the last. */
export interface ChunkCipher {
  /** On disk: length (31 bits) with the flag of the last chunk on top, 32 bits big-endian, then nonce and ciphertext. */
  readonly seal: (plain: Uint8Array, index: number, last: boolean, random: Random) => Uint8Array;
  /** Undefined for other bytes than were written there. */
  readonly open: (sealed: Uint8Array, index: number, last: boolean) => Uint8Array | undefined;
}

export const readChunkHead = (head: Uint8Array): { readonly length: number; readonly last: boolean } => {
  const value = new DataView(head.buffer, head.byteOffset, 4).getUint32(0);
  return { length: value & 0x7fff_ffff, last: value >= lastFlag };
};

const placeOf = (headerHash: Uint8Array, index: number, last: boolean): Uint8Array => {
  const place = new Uint8Array(9);
  new DataView(place.buffer).setBigUint64(0, BigInt(index));
  place[8] = last ? 1 : 0;
  return framed('backup', headerHash, place);
};

/**
 * XChaCha20-Poly1305 a chunk under H("backup-file", master key, salt). Header, number and end are authenticated: chunks
 * cannot be taken out, swapped, added, or moved between files, and a shortened file is told from a whole one.
 */
export const chunkCipher = (masterKey: Uint8Array, salt: Uint8Array, header: Uint8Array): ChunkCipher => {
  const key = derive(masterKey, 'backup-file', salt);
  const headerHash = hash('backup', header);
  return {
    seal: (plain, index, last, random) => {
      if (plain.length > chunkLimit) throw new Error('a chunk of a backup is larger than its limit');
      const sealed = encrypt(key, plain, placeOf(headerHash, index, last), random);
      const head = new Uint8Array(4);
      new DataView(head.buffer).setUint32(0, sealed.length + (last ? lastFlag : 0));
      return concatBytes(head, sealed);
    },
    open: (sealed, index, last) => decrypt(key, sealed, placeOf(headerHash, index, last)),
  };
};
