import { boxKeyPair, encrypt, seal, sign } from '#engine/crypto/index.ts';
import { epochOf } from '#engine/entry/index.ts';
import {
  decodeSecrets,
  encodeSecrets,
  openGeneration,
  openOffer,
  personKeys,
  deviceKeys,
  sealGeneration,
  sealOffer,
  type SpaceKey,
} from '#engine/keys/index.ts';
import { spaceKeyValue } from '#engine/keys/space-key-codec.ts';
import { decodeAct, encodeAct, type WrittenAct } from '#engine/members/index.ts';
import { haveId, openHave } from '#engine/network/have.ts';
import { encodeCbor } from '#shared/sync/index.ts';
import { seededRandom } from '#test/support/seeded-random.ts';
import { createDice } from '../dice.ts';
import { accepted, readingOf, readingOrNothing, refused, type Target } from '../target.ts';
import { cborBombs } from './wire.ts';

const dice = createDice(3);
const some = (length = 32): Uint8Array => dice.bytes(length);
const random = seededRandom(8);
const box = boxKeyPair(some());
const person = personKeys(some());
const device = deviceKeys(some());
const epoch = epochOf(some(), some());
const pins = [1, 2].map((seq) => ({ logId: some(), seq, hash: some() }));
const publicPerson = { sign: some(), box: some() };
const publicDevice = { sign: some(), box: some(), transport: some() };

const acts: readonly WrittenAct[] = [
  {
    kind: 'create',
    person: publicPerson,
    device: publicDevice,
    name: 'Ana',
    rootSignature: some(64),
    personSignature: some(64),
  },
  {
    kind: 'invite',
    invite: some(),
    box: some(),
    role: 'member',
    expiresAt: 9,
    grant: some(200),
    note: 'for Bilal',
    approval: true,
  },
  { kind: 'revoke-invite', invite: some() },
  {
    kind: 'join',
    invite: some(),
    person: publicPerson,
    device: publicDevice,
    name: 'Bilal',
    inviteSignature: some(64),
    personSignature: some(64),
  },
  { kind: 'accept', join: some() },
  { kind: 'set-role', personId: some(), role: 'admin', cut: pins },
  { kind: 'set-manager', personId: some(), managerId: null },
  { kind: 'device-add', device: publicDevice, label: 'Phone', deviceSignature: some(64), sealed: [some(90)] },
  { kind: 'device-revoke', deviceId: some(), cut: pins },
  { kind: 'remove', personId: some(), cut: pins },
  { kind: 'rotate', spaceId: some(), epochId: some(), supersedes: [some()], cause: null, cut: pins },
  { kind: 'checkpoint', pins },
  { kind: 'offer', sealed: [some(120), some(130)] },
  { kind: 'ask', epochs: [some()] },
  { kind: 'cosign', personId: some(), replacedId: some(), since: some(), signature: some(64) },
  { kind: 'redact', pins },
  {
    kind: 'succeed',
    personId: some(),
    replacedId: some(),
    since: some(),
    cut: pins,
    cosigns: [{ deviceId: some(), signature: some(64) }],
  },
  { kind: 'grant', grants: [some(180)] },
  { kind: 'person-key', generation: 2, box: some(), sealed: [some(100)] },
  { kind: 'fork', headerA: some(150), signatureA: some(64), headerB: some(150), signatureB: some(64) },
  {
    kind: 'device-fork',
    headerA: some(150),
    signatureA: some(64),
    headerB: some(150),
    signatureB: some(64),
    certificate: some(180),
  },
];

const spaceKey = { spaceId: some(), key: some(), supersedes: [some()] };
const offerPlain = (key: SpaceKey): Uint8Array => encodeCbor([1, epochOf(key.spaceId, key.key).id, spaceKeyValue(key)]);

const haveRows = [1, 9].map((seq) => [some(), seq] as const).map(([log, seq]) => [log, seq]);
const signedHave = encodeCbor([device.id, 5, haveRows]);

const secrets = {
  teamRoot: some(),
  deviceSecret: some(),
  personSecret: some(),
  generations: [{ generation: 1, seed: some() }],
  logs: [{ spaceId: some(), seed: some() }],
  keys: [spaceKey],
  grants: [some(180)],
  lanKey: some(),
};

export const membershipTargets: readonly Target[] = [
  {
    name: 'act',
    form: 'cbor',
    samples: () => acts.map(encodeAct),
    read: (bytes) => {
      const act = decodeAct(bytes);
      return act.kind === 'unreadable' ? refused(act.sentence) : accepted(act, () => encodeAct(act));
    },
    bombs: cborBombs(1 << 22),
  },
  {
    name: 'sealed-offer',
    form: 'cbor',
    samples: () => [offerPlain(spaceKey), offerPlain({ ...spaceKey, supersedes: [] })],
    read: (plain) => readingOrNothing(openOffer(seal(box.publicKey, 'offer', plain, random), [box]), offerPlain),
    bombs: cborBombs(1 << 16),
  },
  {
    name: 'offer-bytes',
    form: 'bytes',
    samples: () => [sealOffer(spaceKey, box.publicKey, random)],
    read: (bytes) => readingOrNothing(openOffer(bytes, [box])),
  },
  {
    name: 'person-key',
    form: 'cbor',
    samples: () => [encodeCbor([1, person.id, 1, some()])],
    read: (plain) =>
      readingOrNothing(
        openGeneration(seal(device.box.publicKey, 'person-key', plain, random), person.id, device.box),
        ({ generation, seed }) => encodeCbor([1, person.id, generation, seed]),
      ),
    bombs: cborBombs(1 << 16),
  },
  {
    name: 'person-key-bytes',
    form: 'bytes',
    samples: () => [sealGeneration(person.id, { generation: 3, seed: some() }, device.box.publicKey, random)],
    read: (bytes) => readingOrNothing(openGeneration(bytes, person.id, device.box)),
  },
  {
    name: 'have',
    form: 'cbor',
    samples: () => [encodeCbor([1, device.id, 5, haveRows, sign(device.sign, 'object', signedHave)])],
    read: (plain) => {
      const id = haveId(epoch.key, device.id);
      return readingOrNothing(openHave(id, encrypt(epoch.key, plain, id, random), [epoch]));
    },
    bombs: cborBombs(200_000),
  },
  {
    name: 'secrets',
    form: 'cbor',
    samples: () => [encodeSecrets(secrets), encodeSecrets({ ...secrets, generations: [], keys: [] })],
    read: (bytes) => readingOf(decodeSecrets(bytes), encodeSecrets),
    bombs: cborBombs(1 << 20),
  },
];
