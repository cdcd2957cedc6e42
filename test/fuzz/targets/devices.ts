import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openBackup } from '#engine/backup/index.ts';
import { decodeHeader, encodeHeader } from '#engine/backup/header.ts';
import { decodeRecords, encodeRecords } from '#engine/backup/records.ts';
import { encrypt, sign, signBytes, signKeyPair } from '#engine/crypto/index.ts';
import { deviceKeys } from '#engine/keys/index.ts';
import { formatCode, openAnswer, pairingKeys, parseCode } from '#engine/pairing/index.ts';
import { answerId } from '#engine/pairing/keys.ts';
import { devicePublic, signDevice } from '#engine/members/index.ts';
import {
  encodeKit,
  findSheetCode,
  formatSheetCode,
  openKit,
  phraseOf,
  readPhrase,
  type RecoveryKit,
} from '#engine/recovery/index.ts';
import { kitObjectId } from '#engine/recovery/phrase-keys.ts';
import { buildGrant, buildRedaction, decodeRedaction, encodeCbor, encodeRedaction } from '#shared/sync/index.ts';
import { seededRandom } from '#test/support/seeded-random.ts';
import { createDice } from '../dice.ts';
import { accepted, readingOf, readingOrNothing, refused, type Reading, type Target } from '../target.ts';
import { cborBombs } from './wire.ts';

const utf8 = new TextEncoder();
const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
const dice = createDice(5);
const some = (length = 32): Uint8Array => dice.bytes(length);
const random = seededRandom(13);
const root = signKeyPair(some());
const old = deviceKeys(some());
const fresh = deviceKeys(some());
const secret = some();
const pair = pairingKeys(secret);
const grants = [
  buildGrant(
    { team: root.publicKey, kind: 'device', subject: old.id, issuer: root.publicKey, mayGrant: true },
    signBytes(root),
  ),
  buildGrant(
    { team: root.publicKey, kind: 'pair', subject: pair.sign.publicKey, issuer: old.id, mayGrant: false },
    signBytes(old.sign),
  ),
];
const code = {
  teamRoot: root.publicKey,
  personId: some(),
  secret,
  expiresAt: 1_700_000_000_000,
  relayUrls: ['wss://relay.example.org'],
  addresses: ['192.168.1.20:41234'],
  lanKey: some(),
  teamName: 'Nordlicht',
  grants,
};
const what = devicePublic(fresh);
const answer = [
  1,
  [what.sign, what.box, what.transport],
  signDevice(code.teamRoot, code.personId, fresh),
  'Laptop',
  sign(pair.sign, 'pair-answer', code.teamRoot, code.personId, what.sign, what.box, what.transport),
];

const kitKey = some();
const kit: RecoveryKit = {
  teamRoot: root.publicKey,
  teamName: 'Nordlicht',
  personSecret: some(),
  generations: [{ generation: 1, seed: some() }],
  keys: [{ spaceId: some(), key: some(), supersedes: [some()] }],
  grants,
  lanKey: some(),
  relayUrls: ['wss://relay.example.org'],
};

const header = { at: 1_700_000_000_000, salt: some(16), slots: [{ kind: 'phrase' as const, bytes: some(80) }] };
const records = encodeRecords([
  { kind: 'secrets', bytes: some(100) },
  { kind: 'relay', url: 'wss://relay.example.org' },
  { kind: 'erased', log: some(), seq: 3, hash: some(), statement: null, certificate: some(90) },
  { kind: 'entry', receivedAt: 5, wire: some(200) },
  { kind: 'object', id: some(), version: 2, bytes: null },
  { kind: 'draft', key: 'check-in', value: 'half a thought', savedAt: 7 },
  { kind: 'pin', targetId: 'x'.repeat(43), at: 7 },
  { kind: 'end', entries: 1, objects: 1 },
]);
const headerBytes = encodeHeader(header);
const backupFile = Uint8Array.from([...utf8.encode('MERIDIAN BACKUP\n'), 0, 0, 0, headerBytes.length, ...headerBytes]);

const readBackup = async (bytes: Uint8Array): Promise<Reading> => {
  const folder = mkdtempSync(join(tmpdir(), 'meridian-fuzz-'));
  try {
    const path = join(folder, 'x.meridian-backup');
    writeFileSync(path, bytes);
    const opened = openBackup(path);
    if (!opened.ok) return refused(opened.error.sentence);
    const read = await opened.value.read<{ readonly sentence: string }>({ masterKey: kitKey }, () =>
      Promise.resolve({ ok: true, value: undefined }),
    );
    opened.value.close();
    return readingOf(read);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

const redaction = encodeRedaction(
  buildRedaction({ logId: root.publicKey, seq: 4, hash: some(), certificate: null }, signBytes(root)),
);

export const deviceTargets: readonly Target[] = [
  {
    name: 'pairing-code',
    form: 'text',
    samples: () => [utf8.encode(formatCode(code))],
    read: (bytes) => readingOf(parseCode(textOf(bytes))),
    bombs: () =>
      ['>', ']', ' ', '#'].map((char) => utf8.encode(`meridian://pair/1#${`${char.repeat(15_000)}x`.repeat(2)}`)),
  },
  {
    name: 'pairing-answer',
    form: 'cbor',
    samples: () => [encodeCbor(answer)],
    read: (plain) => readingOf(openAnswer(code, encrypt(pair.cipher, plain, answerId(pair.sign.publicKey), random))),
    bombs: cborBombs(1 << 16),
  },
  {
    name: 'recovery-phrase',
    form: 'text',
    samples: () => [utf8.encode(phraseOf(some()).join(' ')), utf8.encode(phraseOf(some()).join('\n2. '))],
    read: (bytes) => readingOf(readPhrase(textOf(bytes))),
    bombs: () => ['a ', 'abandon ', 'e\u0301', 'zzzzzzzzz '].map((run) => utf8.encode(run.repeat(40_000))),
  },
  {
    name: 'recovery-kit',
    form: 'cbor',
    samples: () => [encodeKit(kit)],
    read: (plain) => readingOf(openKit(encrypt(kitKey, plain, kitObjectId(kitKey), random), kitKey), encodeKit),
    bombs: cborBombs(1 << 18),
  },
  {
    name: 'recovery-sheet-code',
    form: 'text',
    samples: () => [utf8.encode(`Team: ${formatSheetCode({ ...code, grants: grants.slice(0, 1) })} and words`)],
    read: (bytes) => {
      const found = findSheetCode(textOf(bytes));
      return found === undefined ? refused('There is no code.') : readingOf(found);
    },
    bombs: () => [utf8.encode('meridian://recover/1#'.repeat(10_000)), utf8.encode(' '.repeat(200_000))],
  },
  {
    name: 'backup-header',
    form: 'cbor',
    samples: () => [headerBytes],
    read: (bytes) => readingOf(decodeHeader(bytes), encodeHeader),
    bombs: cborBombs(1 << 16),
  },
  {
    name: 'backup-records',
    form: 'cbor',
    samples: () => [records],
    read: (bytes) => readingOrNothing(decodeRecords(bytes), encodeRecords),
    bombs: cborBombs(1 << 20),
  },
  { name: 'backup-file', form: 'bytes', samples: () => [backupFile], read: readBackup },
  {
    name: 'redaction',
    form: 'cbor',
    samples: () => [redaction],
    read: (bytes) => {
      const read = decodeRedaction(bytes, () => true);
      return read === undefined ? refused('It is no redaction.') : accepted(read, () => encodeRedaction(read));
    },
    bombs: cborBombs(1 << 12),
  },
];
