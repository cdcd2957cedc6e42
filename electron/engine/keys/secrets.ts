import { err, ok } from '#shared/std/index.ts';
import type { Result } from '#shared/std/index.ts';
import { bytesOf, bytesUpTo, decodeCbor, encodeCbor, fieldsOf, listOf, uintIn } from '#shared/sync/index.ts';
import type { SpaceKey } from './keyring.ts';
import type { PersonGeneration } from './person-key.ts';
import { readSpaceKey, spaceKeyValue } from './space-key-codec.ts';

/** Everything a profile must keep secret, and nothing that can be found again in the logs. */
export interface ProfileSecrets {
  readonly teamRoot: Uint8Array;
  /** 32 bytes each; see `deviceKeys` and `personKeys`. */
  readonly deviceSecret: Uint8Array;
  readonly personSecret: Uint8Array;
  /** Receiving keys after the founding one. */
  readonly generations: readonly PersonGeneration[];
  /** Seed of the signing keys of this device's log in each space. */
  readonly logs: readonly LogSecret[];
  readonly keys: readonly SpaceKey[];
  /** Signed grants from the team root to this device, root first: what relays ask for. */
  readonly grants: readonly Uint8Array[];
  /** Pre-handshake secret of the team's direct connections. */
  readonly lanKey: Uint8Array;
}

export interface LogSecret {
  readonly spaceId: Uint8Array;
  readonly seed: Uint8Array;
}

export interface SecretsFault {
  readonly code: 'secrets-malformed';
  readonly sentence: string;
}

const many = 100_000;

const readSecrets = fieldsOf({
  v: uintIn(1, 1),
  teamRoot: bytesOf(32),
  deviceSecret: bytesOf(32),
  personSecret: bytesOf(32),
  generations: listOf(fieldsOf({ generation: uintIn(1, 0xffff), seed: bytesOf(32) }), many),
  logs: listOf(fieldsOf({ spaceId: bytesOf(32), seed: bytesOf(32) }), many),
  keys: listOf(readSpaceKey, many),
  grants: listOf(bytesUpTo(512), 64),
  lanKey: bytesOf(32),
});

/** CBOR of the secrets, to be wrapped before it touches a disk. */
export const encodeSecrets = (secrets: ProfileSecrets): Uint8Array =>
  encodeCbor([
    1,
    secrets.teamRoot,
    secrets.deviceSecret,
    secrets.personSecret,
    secrets.generations.map(({ generation, seed }) => [generation, seed]),
    secrets.logs.map(({ spaceId, seed }) => [spaceId, seed]),
    secrets.keys.map(spaceKeyValue),
    secrets.grants,
    secrets.lanKey,
  ]);

/** Reverse of `encodeSecrets`. */
export const decodeSecrets = (bytes: Uint8Array): Result<ProfileSecrets, SecretsFault> => {
  const value = decodeCbor(bytes, { maxBytes: 64 * 1024 * 1024, maxDepth: 4, maxItems: 10 * many });
  const read = value.ok ? readSecrets(value.value) : undefined;
  if (read === undefined)
    return err({ code: 'secrets-malformed', sentence: 'The key file of this profile is damaged.' });
  const { v: _version, ...secrets } = read;
  return ok(secrets);
};
