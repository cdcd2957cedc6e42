import { deflateRawSync } from 'node:zlib';
import { decrypt, encrypt, hash, sign, signKeyPair } from '#engine/crypto/index.ts';
import { bodyLimits, buildCertificate, checkCertificate, epochOf, openBody, type Body } from '#engine/entry/index.ts';
import { decodeBody, encodeBody } from '#engine/entry/body.ts';
import { additionalData } from '#engine/entry/build-entry.ts';
import { deflate, inflate } from '#engine/entry/deflate.ts';
import { epochTag } from '#engine/entry/epoch.ts';
import { pad, unpad } from '#engine/entry/padding.ts';
import { encodeHeader, entryLimits, type Header } from '#shared/sync/index.ts';
import { seededRandom } from '#test/support/seeded-random.ts';
import { createDice } from '../dice.ts';
import { readingOf, refused, type Reading, type Target } from '../target.ts';
import { cborBombs } from './wire.ts';

const dice = createDice(2);
const some = (length: number): Uint8Array => dice.bytes(length);
const spaceId = some(32);
const epoch = epochOf(spaceId, some(32));
const logKeys = signKeyPair(some(32));
const device = signKeyPair(some(32));
const certificate = buildCertificate(device, spaceId, logKeys.publicKey);
const random = seededRandom(7);

const body: Body = {
  kind: 'objective',
  schema: 1,
  writerId: some(16),
  time: 1_700_000_000_000,
  membersHeads: [some(32)],
  refs: [],
  seen: [some(32)],
  recordKey: some(16),
  expected: [some(32)],
  changes: [some(120)],
  certificate: null,
};
const bodies: readonly Body[] = [
  body,
  { ...body, kind: 'act', membersHeads: [], recordKey: new Uint8Array(0) },
  { ...body, expected: [some(32), some(32)], changes: [some(0), some(700)], seen: [], refs: [some(32), some(32)] },
];
const plains = bodies.map(encodeBody);

/** Opens `sealed` as the body of an entry behind the first, under a header that promises exactly it. */
const openUnder = (padded: Uint8Array): Reading => {
  const fields: Header = {
    v: 1,
    logId: logKeys.publicKey,
    seq: 2,
    prevHash: spaceId,
    epochTag: epochTag(epoch.id, logKeys.publicKey),
    bodyHash: spaceId,
    bodyLen: padded.length + 40,
  };
  if (fields.bodyLen > entryLimits.bodyBytes) return refused('It is longer than a body may be.');
  const sealed = encrypt(epoch.key, padded, additionalData(fields), random);
  const header = encodeHeader({ ...fields, bodyHash: hash('body', sealed) });
  const opened = openBody({ header, signature: sign(logKeys, 'entry', header), body: sealed }, epoch);
  return readingOf(opened, (found) => pad(deflate(encodeBody(found))));
};

/** What inflates to this many zeros. */
const zipBomb = (bytes: number): Uint8Array => deflateRawSync(new Uint8Array(bytes), { level: 9 });

export const entryTargets: readonly Target[] = [
  {
    name: 'body',
    form: 'cbor',
    samples: () => plains,
    read: (bytes) => readingOf(decodeBody(bytes), encodeBody),
    bombs: cborBombs(bodyLimits.inflatedBytes),
  },
  {
    name: 'sealed-body',
    form: 'bytes',
    samples: () => plains.map((plain) => pad(deflate(plain))),
    // Deflate has many spellings of one text, so only the value is compared: by reading what it is written as again.
    read: (padded) => {
      const reading = openUnder(padded);
      return reading.ok ? { ok: true, value: reading.value } : reading;
    },
    bombs: () => [1 << 20, 1 << 26].map((bytes) => pad(zipBomb(bytes))),
  },
  {
    name: 'deflated-body',
    form: 'bytes',
    samples: () => plains.map(deflate),
    read: (bytes) => {
      const reading = openUnder(pad(bytes));
      return reading.ok ? { ok: true, value: reading.value } : reading;
    },
  },
  {
    name: 'inflate',
    form: 'bytes',
    samples: () => plains.map(deflate),
    read: (bytes) => readingOf(inflate(bytes, bodyLimits.inflatedBytes)),
    bombs: () => [1 << 22, 1 << 24, 1 << 28].map(zipBomb),
  },
  {
    name: 'padding',
    form: 'bytes',
    samples: () => [0, 1, 200, 252, 253, 1000].map((length) => pad(some(length))),
    read: (bytes) => readingOf(unpad(bytes), pad),
    bombs: () => [new Uint8Array(1 << 20), new Uint8Array(1 << 20).fill(255)],
  },
  {
    name: 'ciphertext',
    form: 'bytes',
    samples: () => [encrypt(epoch.key, some(100), spaceId, random)],
    read: (bytes) =>
      decrypt(epoch.key, bytes, spaceId) === undefined ? refused('It does not open.') : { ok: true, value: bytes },
  },
  {
    name: 'certificate',
    form: 'cbor',
    samples: () => [certificate],
    read: (bytes) => readingOf(checkCertificate(bytes, { spaceId, logId: logKeys.publicKey }), () => certificate),
    bombs: cborBombs(1 << 16),
  },
];
