import {
  chunkCipher,
  encodeHeader,
  encodeRecords,
  magic,
  phraseSlot,
  type BackupRecord,
} from '#engine/backup/index.ts';
import { signBytes, signKeyPair } from '#engine/crypto/index.ts';
import { membersSpaceId, teamSpaceId } from '#engine/keys/index.ts';
import { encodeKit, formatSheetCode, kitObjectId, phraseKeys, phraseOf, sealKit } from '#engine/recovery/index.ts';
import { buildGrant } from '#shared/sync/index.ts';
import { seededRandom } from '#test/support/seeded-random.ts';

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
const filled = (byte: number, length = 32): Uint8Array => new Uint8Array(length).fill(byte);

const makeBackup = (phraseBox: Uint8Array) => {
  const random = seededRandom(31);
  const masterKey = filled(0x21);
  const header = encodeHeader({
    at: 1_778_490_000_000,
    salt: filled(0x22, 16),
    slots: [phraseSlot(masterKey, phraseBox, random)],
  });
  const records: readonly BackupRecord[] = [
    { kind: 'secrets', bytes: filled(0x23, 40) },
    { kind: 'relay', url: 'wss://relay.example' },
    { kind: 'entry', receivedAt: 1, wire: filled(0x24, 20) },
    { kind: 'object', id: filled(0x25), version: 2, bytes: null },
    { kind: 'draft', key: 'check-in', value: 'half a thought', savedAt: 3 },
    { kind: 'pin', targetId: 'goal', at: 4 },
    { kind: 'end', entries: 1, objects: 1 },
  ];
  const cipher = chunkCipher(masterKey, filled(0x22, 16), header);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(header.length);
  const parts = [records.slice(0, 3), records.slice(3)].map((some, index) =>
    cipher.seal(encodeRecords(some), index, index === 1, random),
  );
  return {
    masterKey: hex(masterKey),
    kinds: records.map(({ kind }) => kind),
    file: hex(Buffer.concat([magic, length, header, ...parts])),
  };
};

/** Phrase, kit, sheet code and a small backup that the phrase opens. */
export const makeRecovery = () => {
  const entropy = Uint8Array.from({ length: 32 }, (_, index) => index * 7);
  const { device, kitKey } = phraseKeys(entropy);
  const root = signKeyPair(filled(0x11));
  const grant = buildGrant(
    { team: root.publicKey, kind: 'device', subject: device.id, issuer: root.publicKey, mayGrant: true },
    signBytes(root),
  );
  const personSecret = filled(0x12);
  const relayUrls = ['wss://relay.example'];
  const lanKey = filled(0x13);
  const plain = encodeKit({
    teamRoot: root.publicKey,
    teamName: 'Nordlicht',
    personSecret,
    generations: [{ generation: 1, seed: filled(0x14) }],
    keys: [membersSpaceId(root.publicKey), teamSpaceId(root.publicKey)].map((spaceId) => ({
      spaceId,
      key: filled(0x15),
      supersedes: [],
    })),
    grants: [grant],
    lanKey,
    relayUrls,
  });
  return {
    about: 'Recovery phrase, kit, sheet code and backup (docs/formats/recovery.md, backup.md).',
    entropy: hex(entropy),
    words: phraseOf(entropy).join(' '),
    phrase: {
      deviceSecret: hex(device.secret),
      deviceId: hex(device.id),
      box: hex(device.box.publicKey),
      kitKey: hex(kitKey),
    },
    kit: {
      id: hex(kitObjectId(kitKey)),
      personSecret: hex(personSecret),
      plain: hex(plain),
      object: hex(sealKit(plain, kitKey, seededRandom(32))),
    },
    code: formatSheetCode({ teamRoot: root.publicKey, relayUrls, lanKey, grants: [grant] }),
    backup: makeBackup(device.box.publicKey),
  };
};
