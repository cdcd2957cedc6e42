import type { Identity } from '#engine/transports/index.ts';
import { signBytes, signKeyPair } from '#engine/crypto/index.ts';
import type { SignKeys } from '#engine/crypto/index.ts';

import type { Random } from '#shared/std/index.ts';
import { buildGrant, buildRevocation } from '#shared/sync/index.ts';
import type { GrantKind, RevocationNotice } from '#shared/sync/index.ts';

export interface TestDevice {
  readonly keys: SignKeys;
  readonly chain: readonly Uint8Array[];
  readonly identity: Identity;
}

export interface TestTeam {
  readonly root: Uint8Array;
  /** A device granted by the root. */
  readonly device: (mayGrant?: boolean) => TestDevice;
  /** A device let in by an invitation of `by`; the same `invite` may be passed twice to use it twice. */
  readonly invited: (by: TestDevice, invite?: SignKeys) => TestDevice;
  /** A device let in by a pairing code of `by`, which need not be allowed to grant. */
  readonly paired: (by: TestDevice, pair?: SignKeys) => TestDevice;
  /** The same device with a chain straight through `by`. */
  readonly granted: (by: TestDevice, to: TestDevice) => TestDevice;
  readonly inviteKeys: () => SignKeys;
  readonly revoke: (key: Uint8Array, by?: TestDevice) => RevocationNotice;
}

/** A team with real keys and grants. */
export const createTestTeam = (random: Random): TestTeam => {
  const keysOf = (): SignKeys => signKeyPair(random.bytes(32));
  const root = keysOf();
  const deviceOf = (keys: SignKeys, chain: readonly Uint8Array[]): TestDevice => ({
    keys,
    chain,
    identity: {
      team: root.publicKey,
      device: keys.publicKey,
      sign: signBytes(keys),
      chain: () => chain,
      revocations: () => [],
    },
  });
  const grant = (issuer: SignKeys, kind: GrantKind, subject: SignKeys, mayGrant: boolean): Uint8Array =>
    buildGrant(
      { team: root.publicKey, kind, subject: subject.publicKey, issuer: issuer.publicKey, mayGrant },
      signBytes(issuer),
    );
  return {
    root: root.publicKey,
    device: (mayGrant = true) => {
      const keys = keysOf();
      return deviceOf(keys, [grant(root, 'device', keys, mayGrant)]);
    },
    invited: (by, invite = keysOf()) => {
      const keys = keysOf();
      return deviceOf(keys, [
        ...by.chain,
        grant(by.keys, 'invite', invite, false),
        grant(invite, 'device', keys, false),
      ]);
    },
    paired: (by, pair = keysOf()) => {
      const keys = keysOf();
      return deviceOf(keys, [...by.chain, grant(by.keys, 'pair', pair, false), grant(pair, 'device', keys, false)]);
    },
    granted: (by, to) => deviceOf(to.keys, [...by.chain, grant(by.keys, 'device', to.keys, false)]),
    inviteKeys: keysOf,
    revoke: (key, by) => ({
      revocation: buildRevocation(
        { team: root.publicKey, key, issuer: by ? by.keys.publicKey : root.publicKey },
        signBytes(by ? by.keys : root),
      ),
      chain: by ? by.chain : [],
    }),
  };
};
