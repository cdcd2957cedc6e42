import { derive, hash, label } from '../crypto/index.ts';
import { deviceKeys } from '../keys/index.ts';
import type { DeviceKeys } from '../keys/index.ts';

/** What the words turn into. Nothing of it names the person or the team. */
export interface PhraseKeys {
  /** An ordinary device of the person, whose secret is on paper instead of a machine. */
  readonly device: DeviceKeys;
  /** Encrypts the recovery kit. The person's machine keeps it, to renew the kit; it opens nothing else. */
  readonly kitKey: Uint8Array;
}

/** device secret = H("recovery-keys", entropy, "device"), kit key = H("recovery-keys", entropy, "kit"). */
export const phraseKeys = (entropy: Uint8Array): PhraseKeys => ({
  device: deviceKeys(derive(entropy, 'recovery-keys', label('device'))),
  kitKey: derive(entropy, 'recovery-keys', label('kit')),
});

/** Where the kit lies beside the log: H("recovery-object", kit key). Whoever knows the id may fetch it, so only these do. */
export const kitObjectId = (kitKey: Uint8Array): Uint8Array => hash('recovery-object', kitKey);
