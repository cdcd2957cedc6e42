import { fromText, toText, type Random } from '#shared/std/index.ts';
import { bytesOf, decodeCbor, encodeCbor, fieldsOf, listOf, uintIn } from '#shared/sync/index.ts';
import { decrypt, encrypt, hash, sign, verify } from '../crypto/index.ts';
import type { Epoch } from '../entry/index.ts';
import type { DeviceKeys } from '../keys/index.ts';

/** What a device held, and when: highest seq by log id (text). */
export interface Have {
  readonly deviceId: string;
  /** Claimed milliseconds since the epoch. */
  readonly at: number;
  readonly heads: ReadonlyMap<string, number>;
}

const most = 5_000;
const readHave = fieldsOf({
  v: uintIn(1, 1),
  deviceId: bytesOf(32),
  at: uintIn(0, Number.MAX_SAFE_INTEGER),
  rows: listOf(fieldsOf({ log: bytesOf(32), seq: uintIn(1, Number.MAX_SAFE_INTEGER) }), most),
  signature: bytesOf(64),
});

/** Where a device's list lies beside the logs. Only members can compute the id, so relays learn no device from it. */
export const haveId = (membersKey: Uint8Array, deviceId: Uint8Array): Uint8Array =>
  hash('object', membersKey, deviceId);

const signedPart = (deviceId: Uint8Array, at: number, rows: readonly (readonly [Uint8Array, number])[]): Uint8Array =>
  encodeCbor([deviceId, at, rows.map(([log, seq]) => [log, seq])]);

/** A device's signed list of what it holds, sealed for members. Beyond the limit the longest lists lose their tail. */
export const sealHave = (
  device: DeviceKeys,
  at: number,
  heads: ReadonlyMap<string, number>,
  epoch: Epoch,
  random: Random,
): Uint8Array => {
  const rows = [...heads]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .slice(0, most)
    .flatMap(([log, seq]): [Uint8Array, number][] => {
      const id = fromText(log);
      return id === undefined ? [] : [[id, seq]];
    });
  const signature = sign(device.sign, 'object', signedPart(device.id, at, rows));
  const plain = encodeCbor([1, device.id, at, rows, signature]);
  return encrypt(epoch.key, plain, haveId(epoch.key, device.id), random);
};

/** Opens a list with any of the members keys; undefined for every other object. */
export const openHave = (id: Uint8Array, sealed: Uint8Array, epochs: readonly Epoch[]): Have | undefined => {
  for (const epoch of epochs) {
    const plain = decrypt(epoch.key, sealed, id);
    if (plain === undefined) continue;
    const value = decodeCbor(plain, { maxBytes: 256 * 1024, maxDepth: 3 });
    const have = value.ok ? readHave(value.value) : undefined;
    if (have === undefined) return undefined;
    const rows = have.rows.map(({ log, seq }): [Uint8Array, number] => [log, seq]);
    if (!verify(have.deviceId, have.signature, 'object', signedPart(have.deviceId, have.at, rows))) return undefined;
    const heads = new Map(have.rows.map(({ log, seq }): [string, number] => [toText(log), seq]));
    return { deviceId: toText(have.deviceId), at: have.at, heads };
  }
  return undefined;
};
