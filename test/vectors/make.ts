import { boxKeyPair, hash, seal, sign, signBytes, signKeyPair } from '#engine/crypto/index.ts';
import { buildCertificate, buildEntry, epochOf, epochTag, recordIdOf } from '#engine/entry/index.ts';
import type { Body } from '#engine/entry/index.ts';
import {
  createInvitation,
  inviteKeys,
  inviteObjectId,
  joinAct,
  newcomerGrants,
  parseLink,
} from '#engine/invitation/index.ts';
import {
  deviceKeys,
  membersSpaceId,
  pairSpace,
  personKeys,
  sealOffer,
  selfSpace,
  teamSpaceId,
} from '#engine/keys/index.ts';
import { buildCreate, encodeAct } from '#engine/members/index.ts';
import { expectOk } from '#shared/std/index.ts';
import {
  branchId,
  buildBranchObject,
  buildGrant,
  buildRedaction,
  buildRedactionList,
  buildRevocation,
  encodeRedaction,
  emptyLogEnd,
  encodeCbor,
  encodeHeader,
  encodeWireEntry,
  entryHash,
  entryVersion,
  zeroHash,
} from '#shared/sync/index.ts';
import type { CborValue } from '#shared/sync/index.ts';
import { seededRandom } from '#test/support/seeded-random.ts';
import { makeRecovery } from './recovery.ts';

const utf8 = new TextEncoder();
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
const filled = (byte: number, length = 32): Uint8Array => new Uint8Array(length).fill(byte);

const cborSamples: readonly CborValue[] = [
  0,
  23,
  24,
  255,
  256,
  65_536,
  4_294_967_296,
  Number.MAX_SAFE_INTEGER,
  true,
  false,
  null,
  '',
  'Nordlicht 🌍',
  new Uint8Array(0),
  filled(7),
  [],
  [1, ['two', [filled(3, 3)]], null],
];

/** Not accepted, each for the reason given. */
const cborRefused: readonly (readonly [string, string])[] = [
  ['1801', 'an integer in more bytes than needed'],
  ['20', 'a negative integer'],
  ['fb3ff0000000000000', 'a float, although whole'],
  ['f7', 'undefined'],
  ['a0', 'a map'],
  ['c100', 'a tag'],
  ['9f01ff', 'an array without a length'],
  ['5f4101ff', 'bytes without a length'],
  ['62fffe', 'text that is not UTF-8'],
  ['8201', 'an array that ends early'],
  ['0000', 'something behind the value'],
  ['1b0020000000000000', 'an integer beyond 2^53 - 1'],
  ['', 'nothing'],
];

const describe = (value: CborValue): unknown => {
  if (value instanceof Uint8Array) return { bytes: hex(value) };
  return Array.isArray(value) ? (value as readonly CborValue[]).map(describe) : value;
};

const makeCbor = () => ({
  about: 'Deterministic CBOR of Meridian: bytes and values. Byte strings are shown as {"bytes": hex}.',
  accepted: cborSamples.map((value) => ({ hex: hex(encodeCbor(value)), value: describe(value) })),
  refused: cborRefused.map(([bytes, because]) => ({ hex: bytes, because })),
});

const makeCrypto = () => {
  const keys = signKeyPair(filled(1));
  const box = boxKeyPair(filled(2));
  return {
    about: 'H, signatures and seals with their domains. All byte strings are hex.',
    hashes: [
      { domain: 'entry', parts: [], hash: hex(hash('entry')) },
      { domain: 'entry', parts: ['00'], hash: hex(hash('entry', filled(0, 1))) },
      { domain: 'epoch', parts: [hex(filled(1)), hex(filled(2))], hash: hex(hash('epoch', filled(1), filled(2))) },
    ],
    signature: {
      seed: hex(filled(1)),
      publicKey: hex(keys.publicKey),
      domain: 'entry',
      parts: ['010203'],
      signature: hex(sign(keys, 'entry', Uint8Array.of(1, 2, 3))),
    },
    seal: {
      seed: hex(filled(2)),
      publicKey: hex(box.publicKey),
      domain: 'offer',
      message: hex(utf8.encode('a sealed message')),
      sealed: hex(seal(box.publicKey, 'offer', utf8.encode('a sealed message'), seededRandom(1))),
    },
  };
};

const team = signKeyPair(filled(10));
const teamRoot = team.publicKey;
const [ana, bilal] = [personKeys(filled(11)), personKeys(filled(12))];
const [anaDevice, bilalDevice] = [deviceKeys(filled(13)), deviceKeys(filled(14))];

const makeKeys = () => {
  const pair = pairSpace(teamRoot, ana.box, bilal.box.publicKey);
  const self = selfSpace(teamRoot, ana.secret);
  const offered = { spaceId: filled(15), key: filled(16), supersedes: [filled(17)] };
  return {
    about: 'Identities, spaces, epochs and offers. All byte strings are hex.',
    teamRoot: hex(teamRoot),
    person: { secret: hex(ana.secret), sign: hex(ana.sign.publicKey), box: hex(ana.box.publicKey), id: hex(ana.id) },
    device: {
      secret: hex(anaDevice.secret),
      sign: hex(anaDevice.sign.publicKey),
      box: hex(anaDevice.box.publicKey),
      transport: hex(anaDevice.transport.publicKey),
    },
    spaces: {
      members: hex(membersSpaceId(teamRoot)),
      team: hex(teamSpaceId(teamRoot)),
      self: { id: hex(self.id), key: hex(self.key) },
      pair: {
        other: { secret: hex(bilal.secret), box: hex(bilal.box.publicKey) },
        id: hex(pair?.id ?? filled(0)),
        key: hex(pair?.key ?? filled(0)),
      },
    },
    epoch: {
      spaceId: hex(filled(15)),
      key: hex(filled(16)),
      id: hex(epochOf(filled(15), filled(16)).id),
      logId: hex(filled(18)),
      tag: hex(epochTag(epochOf(filled(15), filled(16)).id, filled(18))),
    },
    offer: {
      recipientSecret: hex(ana.secret),
      spaceId: hex(offered.spaceId),
      key: hex(offered.key),
      supersedes: offered.supersedes.map(hex),
      sealed: hex(sealOffer(offered, ana.box.publicKey, seededRandom(2))),
    },
    record: {
      spaceId: hex(filled(15)),
      kind: 'objective',
      key: hex(filled(19, 16)),
      id: hex(recordIdOf(filled(15), 'objective', filled(19, 16))),
    },
  };
};

const makeInvitation = () => {
  const founding = buildGrant(
    { team: teamRoot, kind: 'device', subject: anaDevice.id, issuer: teamRoot, mayGrant: true },
    signBytes(team),
  );
  const created = createInvitation({
    teamRoot,
    teamName: 'Nordlicht',
    relayUrls: ['wss://relay.example.org'],
    lanKey: filled(20),
    role: 'member',
    expiresAt: 1_800_000_000_000,
    note: '',
    approval: false,
    inviterId: ana.id,
    device: anaDevice,
    grants: [founding],
    keys: [membersSpaceId(teamRoot), teamSpaceId(teamRoot)].map((spaceId) => ({
      spaceId,
      key: spaceId,
      supersedes: [],
    })),
    random: seededRandom(3),
  });
  const link = expectOk(parseLink(created.link));
  const { sign: inviteSign, box } = inviteKeys(link.secret);
  const revocation = buildRevocation(
    { team: teamRoot, key: inviteSign.publicKey, issuer: anaDevice.id },
    signBytes(anaDevice.sign),
  );
  return {
    about:
      'An invitation from link to join. All byte strings are hex. Keys are those of keys.json; the space keys equal the space ids.',
    teamRootSeed: hex(filled(10)),
    link: created.link,
    fields: {
      secret: hex(link.secret),
      relayUrls: link.relayUrls,
      lanKey: hex(link.lanKey),
      teamName: link.teamName,
      grants: link.grants.map(hex),
    },
    inviteSign: hex(inviteSign.publicKey),
    inviteBox: hex(box.publicKey),
    inviteAct: hex(encodeAct(created.act)),
    objectId: hex(inviteObjectId(inviteSign.publicKey)),
    package: hex(created.object.bytes),
    newcomer: { personSecret: hex(bilal.secret), deviceSecret: hex(bilalDevice.secret), name: 'Bilal' },
    joinAct: hex(encodeAct(joinAct(link, bilal, bilalDevice, 'Bilal'))),
    newcomerGrants: newcomerGrants(link, bilalDevice).map(hex),
    revocation: hex(revocation),
    createAct: hex(encodeAct(buildCreate(team, ana, anaDevice, 'Ana'))),
  };
};

const bodyOf = (fields: Partial<Body>): Body => ({
  kind: 'objective',
  schema: 1,
  writerId: filled(1, 16),
  time: 1_700_000_000_000,
  membersHeads: [filled(2)],
  refs: [],
  seen: [filled(3)],
  recordKey: filled(4, 16),
  expected: [filled(5)],
  changes: [utf8.encode('stands for an Automerge change')],
  certificate: null,
  ...fields,
});

const showBody = (body: Body) => ({
  kind: body.kind,
  schema: body.schema,
  writerId: hex(body.writerId),
  time: body.time,
  membersHeads: body.membersHeads.map(hex),
  refs: body.refs.map(hex),
  seen: body.seen.map(hex),
  recordKey: hex(body.recordKey),
  expected: body.expected.map(hex),
  changes: body.changes.map(hex),
  certificate: body.certificate === null ? null : hex(body.certificate),
});

/** A log of two entries. Its bytes depend on the deflate implementation, so they are published once and only read. */
const makeEntries = () => {
  const random = seededRandom(4);
  const spaceId = filled(30);
  const epoch = epochOf(spaceId, filled(31));
  const logKeys = signKeyPair(filled(32));
  const certificate = buildCertificate(anaDevice.sign, spaceId, logKeys.publicKey);
  const bodies = [bodyOf({ certificate }), bodyOf({ time: 1_700_000_060_000, refs: [filled(6)] })];
  let after = emptyLogEnd;
  const entries = bodies.map((body) => {
    const built = expectOk(buildEntry({ logKeys, after, epoch, body, random }));
    after = built.end;
    const { header, signature, fields } = built;
    return {
      wire: hex(encodeWireEntry({ header, signature, body: built.body })),
      header: hex(header),
      signature: hex(signature),
      hash: hex(built.hash),
      seq: fields.seq,
      prevHash: hex(fields.prevHash),
      epochTag: hex(fields.epochTag),
      bodyHash: hex(fields.bodyHash),
      bodyLen: fields.bodyLen,
      body: showBody(body),
    };
  });
  return {
    about: 'A log of two entries. All byte strings are hex; wire is CBOR [header, signature, body].',
    spaceId: hex(spaceId),
    spaceKey: hex(epoch.key),
    epochId: hex(epoch.id),
    logSeed: hex(filled(32)),
    logId: hex(logKeys.publicKey),
    deviceId: hex(anaDevice.id),
    entries,
  };
};

const makeRedaction = () => {
  const log = signKeyPair(filled(32));
  const redactions = [3, 1].map((seq) =>
    buildRedaction(
      { logId: log.publicKey, seq, hash: filled(seq), certificate: seq === 1 ? filled(9, 60) : null },
      signBytes(log),
    ),
  );
  const list = buildRedactionList(log.publicKey, 0, redactions, hash);
  const [third] = redactions;
  return {
    about: 'Redactions of the entries 1 and 3 of a log, and the list of both. All byte strings are hex.',
    logSeed: hex(filled(32)),
    logId: hex(log.publicKey),
    redactions: redactions.map((one) => ({
      seq: one.seq,
      hash: hex(one.hash),
      certificate: one.certificate === null ? null : hex(one.certificate),
      signature: hex(one.signature),
      bytes: hex(encodeRedaction(one)),
    })),
    wire: hex(
      encodeWireEntry({
        header: filled(1, 10),
        signature: filled(2, 64),
        body: null,
        redaction: third === undefined ? filled(0) : encodeRedaction(third),
      }),
    ),
    list: { id: hex(list.id), version: list.version, bytes: hex(list.bytes ?? filled(0)) },
  };
};

/** Two entries of a log that forked at its second place, as the objects they travel as (SPEC S33). */
const makeBranch = () => {
  const log = signKeyPair(filled(40));
  const entryAt = (seq: number, prevHash: Uint8Array, body: Uint8Array) => {
    const header = encodeHeader({
      ...{ v: entryVersion, logId: log.publicKey, seq, prevHash },
      ...{ epochTag: filled(41, 16), bodyHash: hash('body', body), bodyLen: body.length },
    });
    return { header, signature: sign(log, 'entry', header), body, hash: entryHash(hash, header) };
  };
  const first = entryAt(1, zeroHash, filled(42, 64));
  const branches = [43, 44].map((fill) => entryAt(2, first.hash, filled(fill, 64)));
  const objectOf = ({ header, signature, body, hash: name }: (typeof branches)[number], redaction?: Uint8Array) => {
    const wire = redaction === undefined ? { header, signature, body } : { header, signature, body: null, redaction };
    const object = buildBranchObject(branchId(hash, name), wire);
    return { entryHash: hex(name), id: hex(object.id), version: object.version, bytes: hex(object.bytes ?? filled(0)) };
  };
  const [erased] = branches;
  if (erased === undefined) throw new Error('There is no branch.');
  const statement = buildRedaction(
    { logId: log.publicKey, seq: 2, hash: erased.hash, certificate: null },
    signBytes(log),
  );
  return {
    about:
      'A log with two entries at its second place, as branch objects; the first of them also erased. All byte strings are hex.',
    logSeed: hex(filled(40)),
    logId: hex(log.publicKey),
    first: hex(encodeWireEntry({ header: first.header, signature: first.signature, body: first.body })),
    branches: branches.map((one) => objectOf(one)),
    blank: objectOf(erased, encodeRedaction(statement)),
  };
};

/** All published vectors by file name. `entry` is made here too, but compared by reading, see `makeEntries`. */
export const makeVectors = () => ({
  cbor: makeCbor(),
  crypto: makeCrypto(),
  keys: makeKeys(),
  invitation: makeInvitation(),
  redaction: makeRedaction(),
  branch: makeBranch(),
  recovery: makeRecovery(),
  entry: makeEntries(),
});
