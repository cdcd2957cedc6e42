import { boxKeyPair, derive, hash, label, signKeyPair } from '../crypto/index.ts';
import type { BoxKeys, SignKeys } from '../crypto/index.ts';

/** What a link's secret turns into: whoever holds it may join once and open the package. */
export interface InviteKeys {
  readonly sign: SignKeys;
  readonly box: BoxKeys;
}

export const inviteKeys = (secret: Uint8Array): InviteKeys => ({
  sign: signKeyPair(derive(secret, 'invite-keys', label('sign'))),
  box: boxKeyPair(derive(secret, 'invite-keys', label('box'))),
});

/** Where the sealed package lies beside the log: deletable, and found by nobody without the invite key. */
export const inviteObjectId = (invite: Uint8Array): Uint8Array => hash('invite-object', invite);
