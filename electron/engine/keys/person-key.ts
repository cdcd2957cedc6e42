import { equalBytes } from '#shared/std/index.ts';
import type { Random } from '#shared/std/index.ts';
import { bytesOf, decodeCbor, encodeCbor, fieldsOf, uintIn } from '#shared/sync/index.ts';
import { boxKeyPair, openSealed, seal } from '../crypto/index.ts';
import type { BoxKeys } from '../crypto/index.ts';

/** One generation of a person's receiving key. A new one is made whenever one of the person's devices is revoked. */
export interface PersonGeneration {
  readonly generation: number;
  readonly seed: Uint8Array;
}

const readGeneration = fieldsOf({
  v: uintIn(1, 1),
  personId: bytesOf(32),
  generation: uintIn(1, 0xffff),
  seed: bytesOf(32),
});

/** The receiving keys of a generation. Generation 0 comes from the founding secret instead, see `personKeys`. */
export const generationKeys = ({ seed }: PersonGeneration): BoxKeys => boxKeyPair(seed);

/** A generation sealed to one of the person's devices: CBOR `[1, personId, generation, seed]` under "person-key". */
export const sealGeneration = (
  personId: Uint8Array,
  { generation, seed }: PersonGeneration,
  deviceBox: Uint8Array,
  random: Random,
): Uint8Array => seal(deviceBox, 'person-key', encodeCbor([1, personId, generation, seed]), random);

/** The generation, if it was sealed to this device and is this person's. */
export const openGeneration = (
  sealed: Uint8Array,
  personId: Uint8Array,
  device: BoxKeys,
): PersonGeneration | undefined => {
  const plain = openSealed(device, 'person-key', sealed);
  const value = plain === undefined ? undefined : decodeCbor(plain, { maxDepth: 1, maxItems: 8 });
  const read = value?.ok === true ? readGeneration(value.value) : undefined;
  if (read === undefined || !equalBytes(read.personId, personId)) return undefined;
  return { generation: read.generation, seed: read.seed };
};
