import { err, ok } from '#shared/std/index.ts';
import type { Random, Result } from '#shared/std/index.ts';
import { bytesOf, bytesUpTo, decodeCbor, encodeCbor, fieldsOf, framed, uintIn } from '#shared/sync/index.ts';
import { decrypt, encrypt } from './cipher.ts';
import { wipe } from './random.ts';
import { sodium } from './sodium.ts';

/** Argon2id cost: passes over memory, and memory in bytes. */
export interface PassphraseCost {
  readonly operations: number;
  readonly memory: number;
}

/** libsodium's "moderate": about a second on a laptop, 256 MiB. */
export const passphraseCost: PassphraseCost = { operations: 3, memory: 256 * 1024 * 1024 };

export interface PassphraseFault {
  readonly code: 'passphrase-wrong' | 'wrapped-secret-malformed';
  readonly sentence: string;
}

// Upper bounds keep a hostile file from taking all memory before anything is proven.
const readWrapped = fieldsOf({
  v: uintIn(1, 1),
  operations: uintIn(1, 16),
  memory: uintIn(8192, 1024 * 1024 * 1024),
  salt: bytesOf(16),
  sealed: bytesUpTo(1024 * 1024),
});

const keyOf = async (passphrase: string, salt: Uint8Array, cost: PassphraseCost): Promise<Uint8Array> => {
  // The same passphrase typed on another keyboard may be composed differently.
  const typed = new TextEncoder().encode(passphrase.normalize('NFKC'));
  const key = new Uint8Array(32);
  const algorithm = sodium.crypto_pwhash_ALG_ARGON2ID13;
  await sodium.crypto_pwhash_async(key, typed, salt, cost.operations, cost.memory, algorithm);
  wipe(typed);
  return key;
};

/** Encrypts a secret under a passphrase: CBOR `[1, operations, memory, salt, nonce + ciphertext]`. */
export const wrapSecret = async (
  secret: Uint8Array,
  passphrase: string,
  random: Random,
  cost: PassphraseCost = passphraseCost,
): Promise<Uint8Array> => {
  const salt = random.bytes(16);
  const key = await keyOf(passphrase, salt, cost);
  const sealed = encrypt(key, secret, framed('secret', salt), random);
  wipe(key);
  return encodeCbor([1, cost.operations, cost.memory, salt, sealed]);
};

/** Reverse of `wrapSecret`. */
export const unwrapSecret = async (
  wrapped: Uint8Array,
  passphrase: string,
): Promise<Result<Uint8Array, PassphraseFault>> => {
  const value = decodeCbor(wrapped, { maxDepth: 1, maxItems: 8 });
  const parts = value.ok ? readWrapped(value.value) : undefined;
  if (parts === undefined)
    return err({ code: 'wrapped-secret-malformed', sentence: 'The protected key file is damaged.' });
  const key = await keyOf(passphrase, parts.salt, parts);
  const secret = decrypt(key, parts.sealed, framed('secret', parts.salt));
  wipe(key);
  return secret === undefined
    ? err({ code: 'passphrase-wrong', sentence: 'This passphrase does not open the protected keys.' })
    : ok(secret);
};
