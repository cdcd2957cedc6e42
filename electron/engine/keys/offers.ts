import { equalBytes } from '#shared/std/index.ts';
import type { Random } from '#shared/std/index.ts';
import { bytesOf, decodeCbor, encodeCbor, fieldsOf, uintIn } from '#shared/sync/index.ts';
import { openSealed, seal } from '../crypto/index.ts';
import type { BoxKeys } from '../crypto/index.ts';
import { epochOf } from '../entry/index.ts';
import type { SpaceKey } from './keyring.ts';
import { readSpaceKey, spaceKeyValue } from './space-key-codec.ts';

const readOffer = fieldsOf({ v: uintIn(1, 1), epochId: bytesOf(32), key: readSpaceKey });

/**
 * A space's key, sealed to one person's receiving key. It names no recipient: everybody tries to open what is offered
 * (FORMATS 5). Plaintext: CBOR `[1, epochId, [spaceId, key, superseded]]` under the domain "offer".
 */
export const sealOffer = (key: SpaceKey, recipient: Uint8Array, random: Random): Uint8Array =>
  seal(recipient, 'offer', encodeCbor([1, epochOf(key.spaceId, key.key).id, spaceKeyValue(key)]), random);

/** The key offered, if the offer is for one of these receiving keys and names the epoch the key really makes. */
export const openOffer = (sealed: Uint8Array, mine: readonly BoxKeys[]): SpaceKey | undefined => {
  for (const keys of mine) {
    const plain = openSealed(keys, 'offer', sealed);
    if (plain === undefined) continue;
    const value = decodeCbor(plain, { maxDepth: 3, maxItems: 128 });
    const offer = value.ok ? readOffer(value.value) : undefined;
    if (offer === undefined) return undefined;
    return equalBytes(epochOf(offer.key.spaceId, offer.key.key).id, offer.epochId) ? offer.key : undefined;
  }
  return undefined;
};
