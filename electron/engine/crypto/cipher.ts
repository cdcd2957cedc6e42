import { concatBytes } from '#shared/std/index.ts';
import type { Random } from '#shared/std/index.ts';
import { sodium } from './sodium.ts';

const nonceBytes = 24;
const tagBytes = 16;

/** Bytes that encryption adds: the nonce in front and the authenticator behind. */
export const cipherOverhead = nonceBytes + tagBytes;

/** XChaCha20-Poly1305 with a random nonce stored in front. `additional` is authenticated, not stored. */
export const encrypt = (key: Uint8Array, message: Uint8Array, additional: Uint8Array, random: Random): Uint8Array => {
  const nonce = random.bytes(nonceBytes);
  const sealed = new Uint8Array(message.length + tagBytes);
  sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(sealed, message, additional, null, nonce, key);
  return concatBytes(nonce, sealed);
};

/** Reverse of `encrypt`; undefined for a wrong key, changed bytes or other additional data. */
export const decrypt = (key: Uint8Array, sealed: Uint8Array, additional: Uint8Array): Uint8Array | undefined => {
  if (sealed.length < cipherOverhead) return undefined;
  const message = new Uint8Array(sealed.length - cipherOverhead);
  try {
    sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(
      message,
      null,
      sealed.subarray(nonceBytes),
      additional,
      sealed.subarray(0, nonceBytes),
      key,
    );
  } catch {
    // libsodium reports a failed authentication by throwing; sizes were right by construction.
    return undefined;
  }
  return message;
};
