import { boxKeyPair, derive, hash, label, signKeyPair } from '../crypto/index.ts';
import type { BoxKeys, SignKeys } from '../crypto/index.ts';

/** What makes a person that person: the founding keys, from one 32-byte secret. */
export interface PersonKeys {
  readonly id: Uint8Array;
  readonly secret: Uint8Array;
  readonly sign: SignKeys;
  /** Generation 0 of the person's receiving key. */
  readonly box: BoxKeys;
}

/** A device's keys, from one 32-byte secret that never leaves it. Signing, receiving and transport never share a key. */
export interface DeviceKeys {
  /** The signing public key: a device's id is its key. */
  readonly id: Uint8Array;
  readonly secret: Uint8Array;
  readonly sign: SignKeys;
  readonly box: BoxKeys;
  /** Ed25519 keys of direct connections (Noise), known to teammates through `members`. */
  readonly transport: SignKeys;
}

/** PersonId = H("person", founding sign key, founding box key). */
export const personIdOf = (signPublic: Uint8Array, boxPublic: Uint8Array): Uint8Array =>
  hash('person', signPublic, boxPublic);

/** The founding keys of a person, from 32 random bytes. */
export const personKeys = (secret: Uint8Array): PersonKeys => {
  const sign = signKeyPair(derive(secret, 'person-keys', label('sign')));
  const box = boxKeyPair(derive(secret, 'person-keys', label('box')));
  return { id: personIdOf(sign.publicKey, box.publicKey), secret, sign, box };
};

/** The keys of a device, from 32 random bytes. */
export const deviceKeys = (secret: Uint8Array): DeviceKeys => {
  const sign = signKeyPair(derive(secret, 'device', label('sign')));
  const box = boxKeyPair(derive(secret, 'device', label('box')));
  const transport = signKeyPair(derive(secret, 'device', label('transport')));
  return { id: sign.publicKey, secret, sign, box, transport };
};
