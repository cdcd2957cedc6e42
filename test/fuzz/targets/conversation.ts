import { signKeyPair, hash } from '#engine/crypto/index.ts';
import { createRelay, createMemoryStore } from '#relay/index.ts';
import {
  createSession,
  driveSession,
  encodeControl,
  encodeFrame,
  emptyLogEnd,
  proofMessage,
  type Channel,
  type DrivenSession,
  type Frame,
} from '#shared/sync/index.ts';
import { concatBytes } from '#shared/std/index.ts';
import { createLogWriter } from '#test/support/sync/log-writer.ts';
import { createMemoryReplica } from '#test/support/sync/memory-replica.ts';
import { opening, testTeam } from '#test/support/sync/meet.ts';
import { quietLog } from '#test/support/sync/real-ports.ts';
import { createTestTeam } from '#test/support/sync/test-team.ts';
import { seededRandom } from '#test/support/seeded-random.ts';
import { parseTree, writeTree } from '../cbor-tree.ts';
import { createDice } from '../dice.ts';
import { accepted, refused, type Reading, type Target } from '../target.ts';

/** Frames in a row as one CBOR array of their trees, so that a mutation may drop, repeat, reorder and change any part. */
const conversation = (frames: readonly Uint8Array[]): Uint8Array => {
  const joined = concatBytes(...frames);
  return concatBytes(Uint8Array.of(0x98, frames.length), joined);
};
const messagesOf = (bytes: Uint8Array): readonly Uint8Array[] =>
  (parseTree(bytes)?.items ?? []).map((item) => writeTree(item));

/** More messages than this in answer to one conversation of a few frames would be an amplifier. */
const mostAnswers = 4_000;

interface Wire {
  readonly channel: Channel;
  readonly say: (bytes: Uint8Array) => void;
  readonly hangUp: () => void;
  readonly answers: () => number;
  readonly end: () => string | undefined;
}

const createWire = (onAnswer: (bytes: Uint8Array) => void = () => undefined): Wire => {
  let message: (bytes: Uint8Array) => void = () => undefined;
  let close: (sentence: string) => void = () => undefined;
  let answers = 0;
  let end: string | undefined;
  const shut = (sentence: string): void => {
    if (end !== undefined) return;
    end = sentence;
    close(sentence);
  };
  return {
    channel: {
      send: (bytes) => {
        answers += 1;
        if (answers > mostAnswers) throw new Error('It answers without end.');
        onAnswer(bytes);
      },
      onMessage: (listener) => (message = listener),
      onClose: (listener) => (close = listener),
      close: shut,
    },
    say: (bytes) => {
      if (end === undefined) message(bytes);
    },
    hangUp: () => shut('The other side hung up.'),
    answers: () => answers,
    end: () => end,
  };
};

const random = seededRandom(11);
const writers = [createLogWriter(random), createLogWriter(random)] as const;
const mine = writers.flatMap((writer) => [writer.next(64), writer.next(64)]);
const forks = writers.map((writer) => writer.fork());
const theirs = [...forks.map((fork) => fork.next(64)), createLogWriter(random).next(64)];
const branch = writers.map((writer) => writer.next(64));
const dice = createDice(12);
const rows = theirs.map(({ log, seq, hash: at }) => ({ log, seq, hash: at }));
const idOf = (log: string): Uint8Array => new Uint8Array(Buffer.from(log, 'base64url'));
const rowsOf = rows
  .map((row) => ({ id: idOf(row.log), seq: row.seq, hash: row.hash }))
  .sort((a, b) => Buffer.compare(a.id, b.id));

const frames: readonly Frame[] = [
  { type: 'hello', version: 1, team: testTeam, role: 0, window: 8 },
  { type: 'digest', digest: dice.bytes(32) },
  { type: 'buckets', buckets: rowsOf.map(({ id }) => ({ prefix: id[0] ?? 0, digest: dice.bytes(16) })) },
  { type: 'vector', rows: rowsOf, last: true },
  { type: 'state', rows: rowsOf },
  { type: 'entries', batch: 1, entries: theirs.map(({ bytes }) => bytes) },
  { type: 'receipt', batch: 1, heads: rowsOf, refused: [{ id: dice.bytes(32), seq: 3, code: 2 }] },
  { type: 'notes', notes: [{ id: dice.bytes(32), version: 3 }] },
  { type: 'get', request: 1, id: dice.bytes(32) },
  { type: 'put', request: 2, id: dice.bytes(32), version: 2, bytes: dice.bytes(20) },
  { type: 'object', request: 1, id: dice.bytes(32), version: 2, bytes: null },
];

const replicaOfMine = () => {
  const replica = createMemoryReplica();
  for (const entry of [...mine, ...branch]) replica.append(entry);
  return replica;
};

const readSession = async (bytes: Uint8Array): Promise<Reading> => {
  const wire = createWire();
  const session: DrivenSession = driveSession({
    session: createSession({ team: testTeam, role: 'device', hash }),
    channel: wire.channel,
    replica: replicaOfMine(),
  });
  await opening();
  for (const message of messagesOf(bytes)) wire.say(message);
  const ended = wire.end();
  wire.hangUp();
  await session.ended;
  return ended === undefined ? accepted(wire.answers()) : refused(ended);
};

const origin = 'wss://relay.example';
const team = createTestTeam(random);
const device = team.device();
const stranger = signKeyPair(random.bytes(32));

/** A relay, a client that proves itself properly or not, and then says these frames. */
const readRelay = async (bytes: Uint8Array): Promise<Reading> => {
  const tasks: (() => void)[] = [];
  const relay = createRelay({
    store: createMemoryStore(),
    clock: { now: () => 1_700_000_000_000 },
    timers: { after: () => () => undefined },
    random: { bytes: (length) => new Uint8Array(length).fill(5) },
    log: quietLog,
    defer: (task) => tasks.push(task),
    origins: [origin],
  });
  const wire = createWire();
  relay.accept({ ...wire.channel, local: undefined, address: '203.0.113.5' });
  for (const message of messagesOf(bytes)) {
    wire.say(message);
    await opening();
    for (const task of tasks.splice(0)) task();
  }
  const ended = wire.end();
  wire.hangUp();
  relay.stop('The relay stops.');
  return ended === undefined ? accepted(wire.answers()) : refused(ended);
};

const nonce = new Uint8Array(32).fill(5);
const prove = (signature: Uint8Array): Uint8Array =>
  encodeControl({
    type: 'prove',
    origin,
    team: team.root,
    device: device.keys.publicKey,
    chain: device.chain,
    revocations: [],
    signature,
  });
const proven = prove(device.identity.sign(proofMessage(origin, team.root, nonce)));
const sessionFrames = frames.map((frame) =>
  encodeFrame(frame.type === 'hello' ? { ...frame, team: team.root } : frame),
);
const notice = team.revoke(stranger.publicKey, device);

export const conversationTargets: readonly Target[] = [
  {
    name: 'session',
    form: 'cbor',
    samples: () => [conversation(frames.map(encodeFrame)), conversation(frames.slice(0, 4).map(encodeFrame))],
    read: readSession,
  },
  {
    name: 'relay-connection',
    form: 'cbor',
    samples: () => [
      conversation([proven, ...sessionFrames]),
      conversation([proven, encodeControl({ type: 'revoke', ...notice }), ...sessionFrames.slice(0, 3)]),
      conversation([prove(emptyLogEnd.hash.length === 32 ? new Uint8Array(64) : nonce)]),
    ],
    read: readRelay,
  },
];
