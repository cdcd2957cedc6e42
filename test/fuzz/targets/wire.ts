import { sign, signBytes, signKeyPair } from '#engine/crypto/index.ts';
import { createDice } from '../dice.ts';
import { accepted, readingOf, refused, type Target } from '../target.ts';
import {
  buildGrant,
  buildRevocation,
  checkGrant,
  checkRevocation,
  decodeCbor,
  decodeControl,
  decodeFrame,
  decodeHeader,
  decodeWireEntry,
  encodeCbor,
  encodeControl,
  encodeFrame,
  encodeHeader,
  encodeWireEntry,
  expandChain,
  limits,
  readShortChain,
  shortenChain,
  zeroHash,
  type CborValue,
  type ControlFrame,
  type Frame,
  type Header,
} from '#shared/sync/index.ts';

const dice = createDice(1);
const some = (length: number): Uint8Array => dice.bytes(length);
const keys = signKeyPair(some(32));
const subject = signKeyPair(some(32));
const team = keys.publicKey;
const header = (seq: number): Header => ({
  v: 1,
  logId: some(32),
  seq,
  prevHash: seq === 1 ? zeroHash : some(32),
  epochTag: some(16),
  bodyHash: some(32),
  bodyLen: 300 * seq,
});
const headers = [1, 2, 24, 65_536, Number.MAX_SAFE_INTEGER].map((seq) =>
  encodeHeader({ ...header(seq), bodyLen: 256 }),
);
const wires = headers.map((bytes, at) =>
  encodeWireEntry({ header: bytes, signature: sign(keys, 'entry', bytes), body: at === 2 ? null : some(256) }),
);
const grants = [
  buildGrant({ team, kind: 'device', subject: subject.publicKey, issuer: team, mayGrant: true }, signBytes(keys)),
  buildGrant(
    { team, kind: 'invite', subject: some(32), issuer: subject.publicKey, mayGrant: false },
    signBytes(subject),
  ),
];
const revocation = buildRevocation({ team, key: some(32), issuer: team }, signBytes(keys));
const rows = [1, 2, 3].map((seq) => ({ id: some(32), seq, hash: some(32) }));

const frames: readonly Frame[] = [
  { type: 'hello', version: 1, team, role: 0, window: 8 },
  { type: 'digest', digest: some(32) },
  {
    type: 'buckets',
    buckets: [
      { prefix: 3, digest: some(16) },
      { prefix: 200, digest: some(16) },
    ],
  },
  { type: 'vector', rows, last: true },
  { type: 'state', rows },
  { type: 'entries', batch: 1, entries: wires },
  { type: 'receipt', batch: 1, heads: rows, refused: [{ id: some(32), seq: 3, code: 2 }] },
  { type: 'fork', sides: headers.slice(0, 2).map((bytes) => ({ header: bytes, signature: some(64) })) },
  { type: 'notes', notes: [{ id: some(32), version: 3 }] },
  { type: 'get', request: 1, id: some(32) },
  { type: 'object', request: 1, id: some(32), version: 2, bytes: some(90) },
  { type: 'put', request: 2, id: some(32), version: 2, bytes: null },
  { type: 'bye', code: 0, sentence: 'The device disconnects.' },
  { type: 'put-done', request: 2, code: 0 },
];
const controls: readonly ControlFrame[] = [
  { type: 'challenge', version: 1, nonce: some(32) },
  {
    type: 'prove',
    origin: 'wss://relay.example',
    team,
    device: subject.publicKey,
    chain: grants,
    revocations: [{ revocation, chain: grants }],
    signature: some(64),
  },
  { type: 'welcome' },
  { type: 'refuse', code: 5, sentence: 'This invitation was already used on another device.' },
  { type: 'revoke', revocation, chain: grants },
  { type: 'fetch', id: some(32) },
  { type: 'found', objects: [some(80), some(0)] },
];

/** An array that says it has as many empty items as fit into so many bytes. */
export const manyItems = (bytes: number, item = 0x80): Uint8Array => {
  const all = new Uint8Array(bytes).fill(item);
  all.set([0x9a, ...[24, 16, 8, 0].map((shift) => ((bytes - 5) >>> shift) & 255)]);
  return all;
};
const deep = (bytes: number): Uint8Array => new Uint8Array(bytes).fill(0x81);
export const lie = (major: number): Uint8Array => Uint8Array.of((major << 5) | 27, 0, 0, 0, 255, 255, 255, 255, 255, 1);
export const cborBombs = (bytes: number) => (): readonly Uint8Array[] => [
  manyItems(bytes),
  manyItems(bytes, 0x00),
  manyItems(bytes, 0x60),
  manyItems(bytes, 0x40),
  deep(bytes),
  lie(2),
  lie(3),
  lie(4),
  encodeCbor(new Uint8Array(bytes - 9)),
  encodeCbor('x'.repeat(bytes - 9)),
];

const values: readonly CborValue[] = [
  0,
  Number.MAX_SAFE_INTEGER,
  true,
  null,
  'Nordlicht 🌍',
  some(70),
  [1, ['two', [some(3)]], null, [[], [false]]],
];

export const wireTargets: readonly Target[] = [
  {
    name: 'cbor',
    form: 'cbor',
    samples: () => values.map(encodeCbor),
    read: (bytes) => readingOf(decodeCbor(bytes), encodeCbor),
    bombs: cborBombs(1 << 20),
  },
  {
    name: 'header',
    form: 'cbor',
    samples: () => headers,
    read: (bytes) => readingOf(decodeHeader(bytes), encodeHeader),
    bombs: cborBombs(300),
  },
  {
    name: 'wire-entry',
    form: 'cbor',
    samples: () => wires,
    read: (bytes) => readingOf(decodeWireEntry(bytes), encodeWireEntry),
    bombs: cborBombs(1 << 20),
  },
  {
    name: 'frame',
    form: 'cbor',
    samples: () => frames.map(encodeFrame),
    read: (bytes) => readingOf(decodeFrame(bytes), encodeFrame),
    bombs: cborBombs(limits.frameBytes),
  },
  {
    name: 'relay-frame',
    form: 'cbor',
    samples: () => controls.map(encodeControl),
    read: (bytes) => readingOf(decodeControl(bytes), encodeControl),
    bombs: cborBombs(limits.frameBytes),
  },
  {
    name: 'grant',
    form: 'cbor',
    samples: () => grants,
    // Every signature is taken for good: what is fuzzed here is what lies behind it.
    read: (bytes) => {
      let signature = new Uint8Array(64);
      const checked = checkGrant(bytes, (_key, found) => {
        signature = found.slice();
        return true;
      });
      return readingOf(checked, (grant) => buildGrant(grant, () => signature));
    },
    bombs: cborBombs(1 << 16),
  },
  {
    name: 'grant-chain-short',
    form: 'cbor',
    samples: () => [encodeCbor(shortenChain(grants)), encodeCbor([])],
    read: (bytes) => {
      const value = decodeCbor(bytes, { maxBytes: 12_000, maxDepth: 3, maxItems: 400 });
      const chain = value.ok ? readShortChain(value.value) : undefined;
      if (chain === undefined) return refused('It is no chain.');
      return accepted(chain, () => encodeCbor(shortenChain(expandChain(team, chain))));
    },
  },
  {
    name: 'revocation',
    form: 'cbor',
    samples: () => [revocation],
    read: (bytes) => {
      let signature = new Uint8Array(64);
      const checked = checkRevocation(bytes, team, { subject: subject.publicKey, mayGrant: true }, (_key, found) => {
        signature = found.slice();
        return true;
      });
      return readingOf(checked, (one) => buildRevocation(one, () => signature));
    },
    bombs: cborBombs(1 << 16),
  },
];
