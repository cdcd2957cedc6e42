import sodiumNative from 'sodium-native';
import { createHash } from '#shared/sync/index.ts';
import type { VerifyBytes } from '#shared/sync/index.ts';

/** The libsodium calls of the relay, typed for plain Uint8Array: the published types ask for Buffer, the addon does not. */
interface Sodium {
  readonly crypto_generichash: (out: Uint8Array, input: Uint8Array) => void;
  readonly crypto_sign_verify_detached: (signature: Uint8Array, message: Uint8Array, publicKey: Uint8Array) => boolean;
  readonly randombytes_buf: (out: Uint8Array) => void;
}

const sodium = sodiumNative as unknown as Sodium;

/** H of docs/formats/entry.md. */
export const hash = createHash((bytes) => {
  const out = new Uint8Array(32);
  sodium.crypto_generichash(out, bytes);
  return out;
});

export const verify: VerifyBytes = (publicKey, signature, message) =>
  publicKey.length === 32 &&
  signature.length === 64 &&
  sodium.crypto_sign_verify_detached(signature, message, publicKey);

export const systemRandom = {
  bytes: (length: number): Uint8Array => {
    const out = new Uint8Array(length);
    sodium.randombytes_buf(out);
    return out;
  },
};
