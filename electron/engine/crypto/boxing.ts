import { concatBytes, equalBytes } from '#shared/std/index.ts';
import type { Random } from '#shared/std/index.ts';
import { framed } from '#shared/sync/index.ts';
import type { Domain } from '#shared/sync/index.ts';
import { wipe } from './random.ts';
import { sodium } from './sodium.ts';

/** X25519 keys for receiving, 32 bytes each. */
export interface BoxKeys {
  readonly publicKey: Uint8Array;
  readonly secretKey: Uint8Array;
}

/** What sealing adds to a message: the one-off public key and the authenticator. */
const sealOverhead = 48;

/** Keys from 32 secret bytes. */
export const boxKeyPair = (seed: Uint8Array): BoxKeys => {
  const publicKey = new Uint8Array(32);
  const secretKey = new Uint8Array(32);
  sodium.crypto_box_seed_keypair(publicKey, secretKey, seed);
  return { publicKey, secretKey };
};

/**
 * Encrypts for one X25519 key without naming sender or recipient. The bytes are libsodium's sealed box; it is put
 * together here, because libsodium's own call draws the one-off key from the system and simulations need it from the
 * Random port. The domain travels inside, so a seal for one purpose never opens as another.
 */
export const seal = (recipient: Uint8Array, domain: Domain, message: Uint8Array, random: Random): Uint8Array => {
  const once = boxKeyPair(random.bytes(32));
  const plain = framed(domain, message);
  const nonce = new Uint8Array(24);
  sodium.crypto_generichash(nonce, concatBytes(once.publicKey, recipient));
  const box = new Uint8Array(plain.length + sealOverhead - once.publicKey.length);
  sodium.crypto_box_easy(box, plain, nonce, recipient, once.secretKey);
  wipe(once.secretKey);
  return concatBytes(once.publicKey, box);
};

/** Opens what was sealed to these keys for this purpose; undefined for everything else. */
export const openSealed = (keys: BoxKeys, domain: Domain, sealed: Uint8Array): Uint8Array | undefined => {
  if (sealed.length < sealOverhead) return undefined;
  const plain = new Uint8Array(sealed.length - sealOverhead);
  if (!sodium.crypto_box_seal_open(plain, sealed, keys.publicKey, keys.secretKey)) return undefined;
  const prefix = framed(domain, new Uint8Array(0)).length;
  const message = plain.slice(prefix);
  return equalBytes(framed(domain, message), plain) ? message : undefined;
};

/**
 * X25519 of my secret and their public key. Undefined where the other key is one of the few that would make the result
 * predictable; libsodium refuses those.
 */
export const sharedSecret = (mine: BoxKeys, theirs: Uint8Array): Uint8Array | undefined => {
  const shared = new Uint8Array(32);
  try {
    sodium.crypto_scalarmult(shared, mine.secretKey, theirs);
  } catch {
    // The only failure libsodium reports here is a low-order public key, which a hostile peer can choose.
    return undefined;
  }
  return shared;
};
