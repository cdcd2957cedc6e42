import { framed } from '#shared/sync/index.ts';
import type { Domain } from '#shared/sync/index.ts';
import { sodium } from './sodium.ts';

/** Ed25519 keys. The public key (32 bytes) is what others know; the secret key is libsodium's 64-byte form. */
export interface SignKeys {
  readonly publicKey: Uint8Array;
  readonly secretKey: Uint8Array;
}

/** Keys from 32 secret bytes: from the Random port for new keys, derived ones for recoverable keys. */
export const signKeyPair = (seed: Uint8Array): SignKeys => {
  const publicKey = new Uint8Array(32);
  const secretKey = new Uint8Array(64);
  sodium.crypto_sign_seed_keypair(publicKey, secretKey, seed);
  return { publicKey, secretKey };
};

/** Ed25519 signature (64 bytes) over the framed domain and parts. */
export const sign = (keys: SignKeys, domain: Domain, ...parts: readonly Uint8Array[]): Uint8Array => {
  const signature = new Uint8Array(64);
  sodium.crypto_sign_detached(signature, framed(domain, ...parts), keys.secretKey);
  return signature;
};

/** Whether `signature` was made by `publicKey` over exactly this domain and these parts; false for any wrong size. */
export const verify = (
  publicKey: Uint8Array,
  signature: Uint8Array,
  domain: Domain,
  ...parts: readonly Uint8Array[]
): boolean =>
  publicKey.length === 32 &&
  signature.length === 64 &&
  sodium.crypto_sign_verify_detached(signature, framed(domain, ...parts), publicKey);

/** Verification of bytes that are already framed: the port that `shared/sync` asks for. */
export const verifyBytes = (publicKey: Uint8Array, signature: Uint8Array, message: Uint8Array): boolean =>
  publicKey.length === 32 &&
  signature.length === 64 &&
  sodium.crypto_sign_verify_detached(signature, message, publicKey);

/** Signing of bytes that are already framed: the port that `shared/sync` asks for. */
export const signBytes =
  (keys: SignKeys) =>
  (message: Uint8Array): Uint8Array => {
    const signature = new Uint8Array(64);
    sodium.crypto_sign_detached(signature, message, keys.secretKey);
    return signature;
  };
