import { afterEach, describe, expect, test } from 'vitest';
import { hash } from '#engine/crypto/index.ts';
import { createMemoryStore } from '#relay/index.ts';
import {
  branchId,
  branchVersions,
  buildRedactionList,
  decodeWireEntry,
  encodeRedaction,
  encodeWireEntry,
} from '#shared/sync/index.ts';
import type { SyncObject } from '#shared/sync/index.ts';
import { expectOk } from '#shared/std/index.ts';
import { seededRandom } from '#test/support/seeded-random.ts';
import { createLogWriter, type WrittenEntry } from '#test/support/sync/log-writer.ts';
import { until } from '#test/support/sync/real-ports.ts';
import { connectLabDevice, startLabRelay } from '#test/support/sync/relay-lab.ts';
import { createTestTeam } from '#test/support/sync/test-team.ts';

const random = seededRandom(33);
const endings: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end();
});

const connected = async () => {
  const store = createMemoryStore();
  const relay = await startLabRelay({ store });
  endings.push(() => relay.stop());
  const { client, replica } = connectLabDevice(relay.url, createTestTeam(random).device());
  endings.push(() => client.close());
  await until(() => client.state().state === 'synced');
  const put = async (object: SyncObject): Promise<string> => {
    const done = await client.putObject(object);
    return done.ok ? done.value : 'failed';
  };
  const held = (id: Uint8Array): SyncObject | undefined => store.object(0, id);
  return { put, held, replica, client, store };
};

const objectOf = (entry: WrittenEntry): SyncObject => ({
  id: branchId(hash, entry.hash),
  version: branchVersions.whole,
  bytes: entry.bytes,
});

const changed = (bytes: Uint8Array, at: number): Uint8Array =>
  Uint8Array.from(bytes, (byte, place) => (place === at ? byte ^ 1 : byte));

/** Two histories of one log behind its first entry. */
const forked = () => {
  const writer = createLogWriter(random);
  writer.next(64);
  const other = writer.fork();
  return { writer, entry: writer.next(64), rival: other.next(64) };
};

describe('a relay and entries of forked logs', () => {
  test('S33: takes each that proves itself, of any branch, and nothing else in its place', async () => {
    const { put, held } = await connected();
    const { entry, rival } = forked();
    const [mine, theirs] = [objectOf(entry), objectOf(rival)];
    const wire = expectOk(decodeWireEntry(entry.bytes));
    const badSignature = encodeWireEntry({ ...wire, signature: changed(wire.signature, 5) });
    const otherBody = encodeWireEntry({ ...wire, body: changed(wire.body ?? new Uint8Array(64), 5) });
    for (const wrong of [
      { ...mine, id: theirs.id },
      { ...mine, version: branchVersions.blank },
      { ...mine, bytes: null },
      { ...mine, bytes: badSignature },
      { ...mine, bytes: otherBody },
      { ...mine, bytes: encodeWireEntry({ ...wire, body: null }), version: branchVersions.blank },
      { ...mine, bytes: new Uint8Array(40) },
    ])
      expect(await put(wrong)).toBe('refused');
    expect(held(mine.id)).toBeUndefined();
    expect([await put(mine), await put(theirs), await put(mine)]).toEqual(['stored', 'stored', 'held']);
    expect(held(mine.id)?.bytes).toEqual(mine.bytes);
  });

  test('S58: drops the content of one on the word of its log, and does not take it again', async () => {
    const { put, held } = await connected();
    const { writer, entry } = forked();
    const object = objectOf(entry);
    expect(await put(object)).toBe('stored');
    expect(await put(buildRedactionList(writer.id, 0, [writer.redact(entry)], hash))).toBe('stored');
    const kept = held(object.id);
    expect(kept?.version).toBe(branchVersions.blank);
    expect(expectOk(decodeWireEntry(kept?.bytes ?? new Uint8Array(0))).body).toBeNull();
    expect(await put(object)).toBe('refused');
    const wire = expectOk(decodeWireEntry(entry.bytes));
    const blank = encodeWireEntry({ ...wire, body: null, redaction: encodeRedaction(writer.redact(entry)) });
    expect(await put({ id: object.id, version: branchVersions.blank, bytes: blank })).toBe('held');
  });

  test('S46: takes no entry without content that nothing proves', async () => {
    const { replica, client, store } = await connected();
    const writer = createLogWriter(random);
    const entry = writer.next(64);
    const wire = expectOk(decodeWireEntry(entry.bytes));
    replica.append({ ...entry, bytes: encodeWireEntry({ ...wire, body: null }) });
    const later = createLogWriter(random).next(64);
    replica.append(later);
    await until(() => store.hashAt(0, later.log, 1) !== undefined && client.state().state === 'synced');
    expect(store.hashAt(0, entry.log, 1)).toBeUndefined();
  });
});
