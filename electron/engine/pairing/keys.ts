import { derive, hash, label, signKeyPair } from '../crypto/index.ts';
import type { SignKeys } from '../crypto/index.ts';

/** What the secret of a pairing code turns into. */
export interface PairingKeys {
  /** The key that the old device grants and that admits exactly one new device to relays. */
  readonly sign: SignKeys;
  /** Hides the new device's answer from relays and carriers. */
  readonly cipher: Uint8Array;
}

export const pairingKeys = (secret: Uint8Array): PairingKeys => ({
  sign: signKeyPair(derive(secret, 'pair-keys', label('sign'))),
  cipher: derive(secret, 'pair-keys', label('cipher')),
});

/** Where the new device's answer lies beside the log: found by nobody without the code's public key. */
export const answerId = (pair: Uint8Array): Uint8Array => hash('pair-object', pair, label('answer'));

/** Where the sealed secrets lie, from the confirmation until the new device has taken them. */
export const bundleId = (pair: Uint8Array): Uint8Array => hash('pair-object', pair, label('bundle'));
