import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, describe, expect, test } from 'vitest';
import { hash, verifyBytes } from '#engine/crypto/index.ts';
import { createMemoryStore, openSqliteStore } from '#relay/index.ts';
import {
  buildRedactionList,
  decodeHeader,
  decodeWireEntry,
  encodeRedaction,
  encodeWireEntry,
  firstListVersion,
  proofOfBlank,
} from '#shared/sync/index.ts';
import { expectOk } from '#shared/std/index.ts';
import { seededRandom } from '#test/support/seeded-random.ts';
import { createLogWriter } from '#test/support/sync/log-writer.ts';
import type { LogWriter, WrittenEntry } from '#test/support/sync/log-writer.ts';
import { until } from '#test/support/sync/real-ports.ts';
import { connectLabDevice, startLabRelay } from '#test/support/sync/relay-lab.ts';
import type { LabDevice, LabRelay } from '#test/support/sync/relay-lab.ts';
import { createTestTeam } from '#test/support/sync/test-team.ts';

const random = seededRandom(58);
const device = random.bytes(32);
const folders: string[] = [];
const madeFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'meridian-relay-erasure-'));
  folders.push(folder);
  return folder;
};
const relays: LabRelay[] = [];
const devices: LabDevice[] = [];
afterEach(async () => {
  for (const device of devices.splice(0)) device.client.close();
  for (const relay of relays.splice(0)) await relay.stop();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

const start = async (options: Parameters<typeof startLabRelay>[0] = {}): Promise<LabRelay> => {
  const relay = await startLabRelay(options);
  relays.push(relay);
  return relay;
};
const connect = async (...args: Parameters<typeof connectLabDevice>): Promise<LabDevice> => {
  const device = connectLabDevice(...args);
  devices.push(device);
  await until(() => device.client.state().state === 'synced');
  return device;
};

const bodyOf = (entry: WrittenEntry): Buffer =>
  Buffer.from(expectOk(decodeWireEntry(entry.bytes)).body ?? new Uint8Array(0));
const listOf = (writer: LogWriter, ...entries: readonly WrittenEntry[]) =>
  buildRedactionList(
    writer.id,
    0,
    entries.map((entry) => writer.redact(entry)),
    hash,
  );

const stores = [
  ['memory', () => createMemoryStore()],
  ['SQLite', () => openSqliteStore(join(madeFolder(), 'relay.db'))],
] as const;

for (const [name, create] of stores)
  describe(`a relay with its data in ${name}`, () => {
    test('S58: drops bodies on the word of their log; latecomers get a chain that verifies without them', async () => {
      const relay = await start({ store: create() });
      const team = createTestTeam(random);
      const writer = createLogWriter(random);
      const a = await connect(relay.url, team.device());
      const entries = Array.from({ length: 5 }, () => writer.next());
      for (const entry of entries) a.replica.append(entry);
      await until(() => relay.store.counts().bytes > 0 && a.client.session()?.status().synced === true);
      const [, second, third] = entries;
      if (second === undefined || third === undefined) throw new Error('nothing was written');
      const before = relay.store.counts().bytes;
      const list = listOf(writer, second, third);
      expect(await a.client.putObject(list)).toEqual({ ok: true, value: 'stored' });
      expect(relay.store.counts().bytes).toBeLessThan(before + (list.bytes?.length ?? 0));
      a.client.close();

      const late = await connect(relay.url, team.device());
      await until(() => late.replica.entryCount() === 5);
      const got = await late.replica.read([{ log: writer.log, from: 1, to: 5 }], { maxEntries: 9, maxBytes: 1e6 });
      const wires = got.map(({ bytes }) => expectOk(decodeWireEntry(bytes)));
      expect(wires.map(({ body }) => body === null)).toEqual([false, true, true, false, false]);
      for (const [at, wire] of wires.entries()) {
        if (wire.body !== null) continue;
        const entry = entries[at];
        expect(
          proofOfBlank(wire, expectOk(decodeHeader(wire.header)), entry?.hash ?? wire.header, verifyBytes),
        ).toBeDefined();
      }
    });

    test('S58: does not store a body again that comes later, nor one that it was told of before it came', async () => {
      const relay = await start({ store: create() });
      const team = createTestTeam(random);
      const writer = createLogWriter(random);
      const a = await connect(relay.url, team.device());
      const [first, second] = [writer.next(), writer.next()];
      await a.client.putObject(listOf(writer, second));
      a.replica.append(first);
      a.replica.append(second);
      await until(() => a.client.session()?.status().synced === true);
      const late = await connect(relay.url, team.device());
      await until(() => late.replica.entryCount() === 2);
      const got = await late.replica.read([{ log: writer.log, from: 1, to: 2 }], { maxEntries: 9, maxBytes: 1e6 });
      expect(got.map(({ bytes }) => expectOk(decodeWireEntry(bytes)).body === null)).toEqual([false, true]);
    });

    test('S45: nobody can delete a list, shorten it, take its place beforehand, or make one without the log key', async () => {
      const relay = await start({ store: create() });
      const team = createTestTeam(random);
      const writer = createLogWriter(random);
      const [a, mallory] = [await connect(relay.url, team.device()), await connect(relay.url, team.device())];
      const entries = [writer.next(), writer.next()];
      const [first] = entries;
      if (first === undefined) throw new Error('nothing was written');
      const list = listOf(writer, ...entries);
      const shorter = listOf(writer, first);
      const put = async (object: Parameters<typeof mallory.client.putObject>[0]) => {
        const done = await mallory.client.putObject(object);
        return done.ok ? done.value : done.error;
      };
      expect(await put({ ...list, version: 9, bytes: random.bytes(40) })).toBe('stored');
      expect(await put({ ...list, version: firstListVersion + 999, bytes: random.bytes(40) })).toBe('refused');
      expect(await put({ ...list, version: firstListVersion + 999, bytes: null })).toBe('refused');
      expect(await a.client.putObject(list)).toEqual({ ok: true, value: 'stored' });
      expect(await put(shorter)).toBe('held');
      expect(await put({ ...list, version: list.version + 1, bytes: null })).toBe('refused');
      expect(await put({ ...list, version: 2 ** 53 - 1, bytes: list.bytes })).toBe('refused');
      const answer = await mallory.client.getObject(list.id);
      expect(answer.ok ? answer.value?.version : null).toBe(list.version);
    });

    test('S58: forgets even when its team has used up all its space', async () => {
      const relay = await start({ store: create(), limits: { teamBytes: 3_000, teamObjects: 0 } });
      const team = createTestTeam(random);
      const writer = createLogWriter(random);
      const a = await connect(relay.url, team.device());
      const entry = writer.next(2_500);
      a.replica.append(entry);
      await until(() => a.client.session()?.status().synced === true);
      expect(await a.client.putObject(listOf(writer, entry))).toEqual({ ok: true, value: 'stored' });
      expect(relay.store.counts().bytes).toBeLessThan(2_000);
    });
  });

describe('the files of a relay', () => {
  test('S58: hold no byte of a dropped body, in the database or beside it', async () => {
    const data = madeFolder();
    const relay = await start({ store: openSqliteStore(join(data, 'relay.db')) });
    const team = createTestTeam(random);
    const writer = createLogWriter(random);
    const a = await connect(relay.url, team.device());
    // Some bodies share a page with others, some fill pages of their own.
    const entries = [300, 260, 9_000, 256, 70_000].map((size) => writer.next(size));
    for (const entry of entries) a.replica.append(entry);
    await until(() => a.client.session()?.status().synced === true);
    const erased = entries.filter((_, at) => at !== 3);
    const parts = (entry: WrittenEntry): Buffer[] => {
      const body = bodyOf(entry);
      return Array.from({ length: Math.floor(body.length / 128) }, (_, at) => body.subarray(at * 128, at * 128 + 24));
    };
    const found = (): number =>
      erased
        .flatMap(parts)
        .filter((needle) => readdirSync(data).some((name) => readFileSync(join(data, name)).includes(needle))).length;
    expect(found()).toBeGreaterThan(500);
    await a.client.putObject(listOf(writer, ...erased));
    expect(found()).toBe(0);
  });

  test('S58: hold no copy of a dropped body that was left where a page was divided', () => {
    const data = madeFolder();
    const file = join(data, 'relay.db');
    const store = openSqliteStore(file);
    const drawn = seededRandom(584);
    const team = store.openTeam(drawn.bytes(32), true)?.id ?? 0;
    const writers = [1, 2, 3, 4, 5, 6].map(() => createLogWriter(drawn));
    // Logs grow by turns, so that pages in the middle of the table are divided again and again.
    const written = Array.from({ length: 1_500 }, () => {
      const [of = 0, size = 0] = drawn.bytes(2);
      const writer = writers[of % writers.length] ?? createLogWriter(drawn);
      return { writer, entry: writer.next(150 + 4 * size) };
    });
    store.append(written.map(({ entry }) => ({ team, device, ...entry })));
    const erased = written.filter((_, at) => at % 5 === 2);
    for (const { writer, entry } of erased) {
      const { header, signature } = expectOk(decodeWireEntry(entry.bytes));
      const redaction = encodeRedaction(writer.redact(entry));
      const blank = encodeWireEntry({ header, signature, body: null, redaction });
      store.replace(team, writer.log, entry.seq, entry.hash, blank);
    }
    const found = (): number =>
      erased.filter(({ entry }) => {
        const piece = bodyOf(entry).subarray(60, 90);
        return readdirSync(data).some((name) => readFileSync(join(data, name)).includes(piece));
      }).length;
    const other = new Database(file);
    other.pragma('wal_checkpoint(TRUNCATE)');
    other.close();
    expect(found(), 'what SQLite leaves by itself').toBeGreaterThan(0);
    store.scrub();
    expect(found()).toBe(0);
    store.close();
  });
});
