import { err, ok } from '#shared/std/index.ts';
import type { Random, Result } from '#shared/std/index.ts';
import { bytesOf, bytesUpTo, decodeCbor, encodeCbor, fieldsOf, listOf, textUpTo, uintIn } from '#shared/sync/index.ts';
import { decrypt, encrypt } from '../crypto/index.ts';
import { readSpaceKey, spaceKeyValue } from '../keys/index.ts';
import type { PersonGeneration, SpaceKey } from '../keys/index.ts';
import { kitObjectId } from './phrase-keys.ts';

/** What an empty machine needs, besides the words, to be the person again. Everything else is in the log. */
export interface RecoveryKit {
  readonly teamRoot: Uint8Array;
  readonly teamName: string;
  readonly personSecret: Uint8Array;
  readonly generations: readonly PersonGeneration[];
  /** All epochs of `members` and `team`. The keys of other spaces are derived, or offered in `members`. */
  readonly keys: readonly SpaceKey[];
  /** Grants from the team root to the phrase's device, root first. */
  readonly grants: readonly Uint8Array[];
  readonly lanKey: Uint8Array;
  readonly relayUrls: readonly string[];
}

export interface KitFault {
  readonly code: 'kit-not-for-phrase' | 'kit-malformed' | 'kit-newer';
  readonly sentence: string;
}

export const kitLimits = { keys: 1_024, generations: 1_024, relays: 8, relayUrl: 512, teamName: 200 } as const;

const readKit = fieldsOf({
  v: uintIn(1, 1),
  teamRoot: bytesOf(32),
  teamName: textUpTo(kitLimits.teamName),
  personSecret: bytesOf(32),
  generations: listOf(fieldsOf({ generation: uintIn(1, 0xffff), seed: bytesOf(32) }), kitLimits.generations),
  keys: listOf(readSpaceKey, kitLimits.keys),
  grants: listOf(bytesUpTo(512), 64),
  lanKey: bytesOf(32),
  relayUrls: listOf(textUpTo(kitLimits.relayUrl), kitLimits.relays),
});

/** CBOR `[1, teamRoot, teamName, personSecret, [[generation, seed]], keys, grants, lanKey, relayUrls]`. */
export const encodeKit = (kit: RecoveryKit): Uint8Array =>
  encodeCbor([
    1,
    kit.teamRoot,
    kit.teamName,
    kit.personSecret,
    kit.generations.slice(-kitLimits.generations).map(({ generation, seed }) => [generation, seed]),
    kit.keys.slice(-kitLimits.keys).map(spaceKeyValue),
    kit.grants,
    kit.lanKey,
    kit.relayUrls.slice(0, kitLimits.relays),
  ]);

/** Encrypted under the kit key and bound to the place where it lies. Nobody without the phrase can forge it. */
export const sealKit = (encoded: Uint8Array, kitKey: Uint8Array, random: Random): Uint8Array =>
  encrypt(kitKey, encoded, kitObjectId(kitKey), random);

export const openKit = (sealed: Uint8Array, kitKey: Uint8Array): Result<RecoveryKit, KitFault> => {
  const plain = decrypt(kitKey, sealed, kitObjectId(kitKey));
  if (plain === undefined)
    return err({ code: 'kit-not-for-phrase', sentence: 'What was found for this phrase does not open with it.' });
  const value = decodeCbor(plain, { maxBytes: 256 * 1024, maxDepth: 5, maxItems: 64_000 });
  const [version] = value.ok && Array.isArray(value.value) ? (value.value as readonly unknown[]) : [];
  if (typeof version === 'number' && version > 1)
    return err({
      code: 'kit-newer',
      sentence:
        'What was found for this phrase was made by a newer version of Meridian. Update Meridian and try again.',
    });
  const read = value.ok ? readKit(value.value) : undefined;
  if (read === undefined) return err({ code: 'kit-malformed', sentence: 'What was found for this phrase is damaged.' });
  const { v: _version, ...kit } = read;
  return ok(kit);
};
