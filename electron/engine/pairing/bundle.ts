import { equalBytes, ok } from '#shared/std/index.ts';
import type { Random, Result } from '#shared/std/index.ts';
import {
  bytesOf,
  bytesUpTo,
  checkGrantChain,
  decodeCbor,
  encodeCbor,
  fieldsOf,
  listOf,
  textUpTo,
  uintIn,
} from '#shared/sync/index.ts';
import { openSealed, seal, verifyBytes } from '../crypto/index.ts';
import { membersSpaceId, personKeys, readSpaceKey, spaceKeyValue, teamSpaceId } from '../keys/index.ts';
import type { DeviceKeys, PersonGeneration, SpaceKey } from '../keys/index.ts';
import { codeLimits, type PairingCode } from './code.ts';
import { fault } from './fault.ts';
import type { PairingFault } from './fault.ts';

/** All that makes a machine a device of this person. Sealed to one device that was looked at, deleted once taken. */
export interface PairingBundle {
  readonly teamRoot: Uint8Array;
  readonly personSecret: Uint8Array;
  readonly generations: readonly PersonGeneration[];
  readonly keys: readonly SpaceKey[];
  /** A chain of grants for the new device; empty: the one through the pairing code has to do. */
  readonly grants: readonly Uint8Array[];
  readonly lanKey: Uint8Array;
  readonly relayUrls: readonly string[];
}

/** An object is at most 256 KiB (S3). Beyond this many, the new device finds the rest in the offers of `members`. */
export const mostBundledKeys = 2_400;

const readBundle = fieldsOf({
  v: uintIn(1, 1),
  teamRoot: bytesOf(32),
  personSecret: bytesOf(32),
  generations: listOf(fieldsOf({ generation: uintIn(1, 0xffff), seed: bytesOf(32) }), 4_096),
  keys: listOf(readSpaceKey, mostBundledKeys),
  grants: listOf(bytesUpTo(512), 64),
  lanKey: bytesOf(32),
  relayUrls: listOf(textUpTo(codeLimits.relayUrl), codeLimits.relays),
});

/** CBOR of the bundle in a seal (domain "pair-bundle") to the new device's own receiving key, which never leaves it. */
export const sealBundle = (bundle: PairingBundle, deviceBox: Uint8Array, random: Random): Uint8Array => {
  const plain = encodeCbor([
    1,
    bundle.teamRoot,
    bundle.personSecret,
    bundle.generations.map(({ generation, seed }) => [generation, seed]),
    bundle.keys.slice(0, mostBundledKeys).map(spaceKeyValue),
    bundle.grants,
    bundle.lanKey,
    bundle.relayUrls,
  ]);
  return seal(deviceBox, 'pair-bundle', plain, random);
};

/**
 * Opens what the old device sealed. Anybody who saw the new device's public keys could have sealed something, so what
 * matters is proven again: the secret makes the person of the code, and the keys of the team's own spaces are there.
 */
export const openBundle = (
  code: PairingCode,
  device: DeviceKeys,
  sealed: Uint8Array,
): Result<PairingBundle, PairingFault> => {
  const malformed = fault('bundle-malformed', 'What your other machine sent cannot be read. Make a new pairing code.');
  const plain = openSealed(device.box, 'pair-bundle', sealed);
  const value =
    plain === undefined ? undefined : decodeCbor(plain, { maxBytes: 256 * 1024, maxDepth: 4, maxItems: 64_000 });
  const read = value?.ok === true ? readBundle(value.value) : undefined;
  if (read === undefined || !equalBytes(read.teamRoot, code.teamRoot)) return malformed;
  if (!equalBytes(personKeys(read.personSecret).id, code.personId)) return malformed;
  const spaces = [membersSpaceId(code.teamRoot), teamSpaceId(code.teamRoot)];
  if (!spaces.every((space) => read.keys.some((key) => equalBytes(space, key.spaceId)))) return malformed;
  const { v: _version, ...bundle } = read;
  if (bundle.grants.length > 0) {
    const chain = checkGrantChain(bundle.grants, code.teamRoot, verifyBytes);
    if (!chain.ok || !equalBytes(chain.value.subject, device.id)) return malformed;
  }
  return ok(bundle);
};
