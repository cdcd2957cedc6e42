import { compareBytes, fromText, toText, type Random } from '#shared/std/index.ts';
import { bytesOf, decodeCbor, encodeCbor, fieldsOf, listOf, textUpTo, uintIn } from '#shared/sync/index.ts';
import type { CborValue } from '#shared/sync/index.ts';
import { decrypt, encrypt, hash, sign, verify } from '../../crypto/index.ts';
import type { Epoch } from '../../entry/index.ts';
import type { DeviceKeys } from '../../keys/index.ts';
import type { StoredDraft } from '../../store/index.ts';
import { mostNames, type DeviceName } from './names.ts';

/** What one device of a person tells the others: their names, and what is half written on it. */
export interface DeviceNotes {
  readonly deviceId: string;
  readonly names: ReadonlyMap<string, DeviceName>;
  readonly drafts: readonly StoredDraft[];
}

/** Plain bytes of all drafts at most; an object is at most 256 KiB (S3). The oldest are left out. */
export const mostDraftBytes = 200_000;
const mostDrafts = 1_000;
const plainBytes = 250_000;
const time = uintIn(0, 8_640_000_000_000_000);

const readNotes = fieldsOf({
  v: uintIn(1, 1),
  deviceId: bytesOf(32),
  names: listOf(fieldsOf({ deviceId: bytesOf(32), name: textUpTo(60), at: time }), mostNames),
  drafts: listOf(fieldsOf({ key: textUpTo(200), value: textUpTo(plainBytes), savedAt: time }), mostDrafts),
  signature: bytesOf(64),
});

/** Where a device's notes lie beside the log. Only devices that hold the key of `self` can compute it. */
export const notesId = (selfKey: Uint8Array, deviceId: Uint8Array): Uint8Array =>
  hash('device-notes', selfKey, deviceId);

const fitting = (drafts: readonly StoredDraft[]): readonly StoredDraft[] => {
  let left = mostDraftBytes;
  const newest = [...drafts].sort((a, b) => b.savedAt - a.savedAt || (a.key < b.key ? -1 : 1)).slice(0, mostDrafts);
  return newest.filter(({ key, value }) => {
    const size = Buffer.byteLength(key) + Buffer.byteLength(value) + 32;
    if (size > left) return false;
    left -= size;
    return true;
  });
};

const namesValue = (names: ReadonlyMap<string, DeviceName>): CborValue =>
  [...names]
    .flatMap(([deviceId, { name, at }]): [Uint8Array, string, number][] => {
      const id = fromText(deviceId);
      return id?.length === 32 ? [[id, name, at]] : [];
    })
    .sort(([a], [b]) => compareBytes(a, b));

/**
 * The notes of a device: CBOR `[1, deviceId, names, drafts, signature]`, signed by the device, encrypted under the current
 * key of `self`. Never an entry: it is replaced in place and leaves no history.
 */
export const sealNotes = (
  device: DeviceKeys,
  notes: Omit<DeviceNotes, 'deviceId'>,
  epoch: Epoch,
  random: Random,
): Uint8Array => {
  const names = namesValue(notes.names);
  const drafts = fitting(notes.drafts).map(({ key, value, savedAt }) => [key, value, savedAt]);
  const signature = sign(device.sign, 'device-notes', encodeCbor([device.id, names, drafts]));
  return encrypt(
    epoch.key,
    encodeCbor([1, device.id, names, drafts, signature]),
    notesId(epoch.key, device.id),
    random,
  );
};

/** Opens notes with a key of `self`; undefined for every other object. Whether the device is still one's own is for the reader. */
export const openNotes = (id: Uint8Array, sealed: Uint8Array, epochs: readonly Epoch[]): DeviceNotes | undefined => {
  for (const epoch of epochs) {
    const plain = decrypt(epoch.key, sealed, id);
    if (plain === undefined) continue;
    const value = decodeCbor(plain, { maxBytes: 256 * 1024, maxDepth: 3 });
    const read = value.ok ? readNotes(value.value) : undefined;
    if (read === undefined) return undefined;
    const names = read.names.map(({ deviceId, name, at }): CborValue => [deviceId, name, at]);
    const drafts = read.drafts.map(({ key, value: text, savedAt }): CborValue => [key, text, savedAt]);
    const signed = encodeCbor([read.deviceId, names, drafts]);
    if (!verify(read.deviceId, read.signature, 'device-notes', signed)) return undefined;
    return {
      deviceId: toText(read.deviceId),
      names: new Map(read.names.map(({ deviceId, name, at }) => [toText(deviceId), { name, at }])),
      drafts: read.drafts,
    };
  }
  return undefined;
};
