import { ok } from '#shared/std/index.ts';
import type { Random, Result } from '#shared/std/index.ts';
import { bytesOf, decodeCbor, encodeCbor, fieldsOf, textUpTo, uintIn } from '#shared/sync/index.ts';
import { decrypt, encrypt, sign, verify } from '../crypto/index.ts';
import type { DeviceKeys } from '../keys/index.ts';
import { devicePublic, deviceSignatureHolds, signDevice } from '../members/index.ts';
import type { DevicePublic } from '../members/index.ts';
import type { PairingCode } from './code.ts';
import { fault } from './fault.ts';
import type { PairingFault } from './fault.ts';
import { answerId, pairingKeys } from './keys.ts';

/** What a new device says of itself, before anybody trusts it with anything. */
export interface PairingAnswer {
  readonly device: DevicePublic;
  /** The device's own word that it wants to be this person's. */
  readonly deviceSignature: Uint8Array;
  /** What its user calls it. */
  readonly name: string;
}

const readAnswer = fieldsOf({
  v: uintIn(1, 1),
  device: fieldsOf({ sign: bytesOf(32), box: bytesOf(32), transport: bytesOf(32) }),
  deviceSignature: bytesOf(64),
  name: textUpTo(60),
  pairSignature: bytesOf(64),
});

/** The answer as it lies beside the log: CBOR encrypted under the code, and signed by the code's key over the device. */
export const sealAnswer = (code: PairingCode, device: DeviceKeys, name: string, random: Random): Uint8Array => {
  const { sign: pair, cipher } = pairingKeys(code.secret);
  const what = devicePublic(device);
  const deviceSignature = signDevice(code.teamRoot, code.personId, device);
  const pairSignature = sign(pair, 'pair-answer', code.teamRoot, code.personId, what.sign, what.box, what.transport);
  const fields = [1, [what.sign, what.box, what.transport], deviceSignature, name, pairSignature];
  return encrypt(cipher, encodeCbor(fields), answerId(pair.publicKey), random);
};

/** Reads an answer. Whoever has the code can write one: whose it is, people find out by comparing fingerprints. */
export const openAnswer = (
  code: Pick<PairingCode, 'teamRoot' | 'personId' | 'secret'>,
  sealed: Uint8Array,
): Result<PairingAnswer, PairingFault> => {
  const { sign: pair, cipher } = pairingKeys(code.secret);
  const malformed = fault('answer-malformed', 'What answered this pairing code cannot be read. Make a new code.');
  const plain = decrypt(cipher, sealed, answerId(pair.publicKey));
  const value = plain === undefined ? undefined : decodeCbor(plain, { maxBytes: 1_024, maxDepth: 2, maxItems: 16 });
  const read = value?.ok === true ? readAnswer(value.value) : undefined;
  if (read === undefined) return malformed;
  const { device, deviceSignature, name, pairSignature } = read;
  const parts = [code.teamRoot, code.personId, device.sign, device.box, device.transport] as const;
  if (!verify(pair.publicKey, pairSignature, 'pair-answer', ...parts)) return malformed;
  if (!deviceSignatureHolds(code.teamRoot, code.personId, device, deviceSignature)) return malformed;
  return ok({ device, deviceSignature, name });
};
