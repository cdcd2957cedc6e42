import { afterEach, describe, expect, test } from 'vitest';
import { createMemoryStore } from '#relay/index.ts';
import type { RelayStore } from '#relay/index.ts';
import { decodeFrame, encodeFrame, encodeWireEntry, decodeWireEntry, refusalCodes } from '#shared/sync/index.ts';
import type { Frame, ReceivedEntry } from '#shared/sync/index.ts';
import { verify } from '#engine/crypto/index.ts';
import { seededRandom } from '#test/support/seeded-random.ts';
import { startFaultProxy } from '#test/support/sync/fault-proxy.ts';
import type { FaultProxy } from '#test/support/sync/fault-proxy.ts';
import { createLogWriter } from '#test/support/sync/log-writer.ts';
import { createMemoryReplica } from '#test/support/sync/memory-replica.ts';
import type { MemoryReplica } from '#test/support/sync/memory-replica.ts';
import { until } from '#test/support/sync/real-ports.ts';
import { connectLabDevice, startLabRelay } from '#test/support/sync/relay-lab.ts';
import type { LabDevice, LabRelay } from '#test/support/sync/relay-lab.ts';
import { createTestTeam } from '#test/support/sync/test-team.ts';

const random = seededRandom(80);
const closing: (() => void | Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});
const relayWith = async (options: Parameters<typeof startLabRelay>[0] = {}): Promise<LabRelay> => {
  const relay = await startLabRelay(options);
  closing.push(relay.stop);
  return relay;
};
const proxyTo = async (relay: LabRelay): Promise<FaultProxy> => {
  const proxy = await startFaultProxy(relay.url);
  relay.alsoAt(proxy.url);
  closing.push(proxy.close);
  return proxy;
};
const connect = (...args: Parameters<typeof connectLabDevice>): LabDevice => {
  const device = connectLabDevice(...args);
  closing.push(device.client.close);
  return device;
};
const frameOf = (bytes: Uint8Array): Frame | undefined => {
  const frame = decodeFrame(bytes);
  return frame.ok ? frame.value : undefined;
};
const synced = ({ client }: LabDevice): boolean => client.state().state === 'synced';

describe('a relay or network that misbehaves', () => {
  test('connections that drop again and again in the middle only delay', async () => {
    const relay = await relayWith();
    const proxy = await proxyTo(relay);
    const team = createTestTeam(random);
    const [a, b] = [connect(proxy.url, team.device()), connect(proxy.url, team.device())];
    const [left, right] = [createLogWriter(random), createLogWriter(random)];
    for (let i = 0; i < 1500; i += 1) {
      a.replica.append(left.next());
      b.replica.append(right.next());
    }
    let messages = 0;
    proxy.tamper((bytes) => {
      messages += 1;
      if (messages % 23 === 0 && messages < 200) queueMicrotask(proxy.drop);
      return [bytes];
    });
    const hurry = setInterval(() => {
      a.client.retryNow();
      b.client.retryNow();
    }, 10);
    closing.push(() => clearInterval(hurry));
    await until(() => a.replica.entryCount() === 3000 && b.replica.entryCount() === 3000);
    expect(a.replica.fingerprint()).toBe(b.replica.fingerprint());
    expect(messages).toBeGreaterThan(46);
  });

  test('batches that are repeated or swapped end that connection, and the next one completes the work', async () => {
    const relay = await relayWith();
    const proxy = await proxyTo(relay);
    const team = createTestTeam(random);
    let held: Uint8Array | undefined;
    let misdeeds = 0;
    proxy.tamper((bytes, _, connection) => {
      if (frameOf(bytes)?.type !== 'entries' || connection > 2) return [bytes];
      misdeeds += 1;
      if (connection === 1) return [bytes, bytes];
      const before = held;
      held = bytes;
      return before ? [bytes, before] : [];
    });
    const a = connect(proxy.url, team.device());
    const writer = createLogWriter(random);
    for (let i = 0; i < 1000; i += 1) a.replica.append(writer.next());
    const b = connect(relay.url, team.device());
    const hurry = setInterval(a.client.retryNow, 10);
    closing.push(() => clearInterval(hurry));
    await until(() => b.replica.entryCount() === 1000);
    expect(misdeeds).toBeGreaterThanOrEqual(3);
    expect(a.states.filter(({ state }) => state === 'offline').length).toBeGreaterThanOrEqual(2);
  });

  test('S26: a relay that withholds entries leaves the device "syncing", never "synced"', async () => {
    const relay = await relayWith();
    const team = createTestTeam(random);
    const a = connect(relay.url, team.device());
    a.replica.append(createLogWriter(random).next());
    await until(() => synced(a));
    const proxy = await proxyTo(relay);
    let withheld = 0;
    proxy.tamper((bytes, direction) => {
      const isEntries = direction === 'to-client' && frameOf(bytes)?.type === 'entries';
      if (isEntries) withheld += 1;
      return isEntries ? [] : [bytes];
    });
    const b = connect(proxy.url, team.device());
    await until(() => withheld > 0);
    expect(b.client.state().state).toBe('syncing');
    expect(b.client.session()?.status()).toMatchObject({ synced: false, toReceive: 1 });
    proxy.tamper((bytes) => [bytes]);
    proxy.drop();
    b.client.retryNow();
    await until(() => synced(b) && b.replica.entryCount() === 1);
  });

  test('S56: a relay rolled back to an old backup gets the missing entries again from whoever has them', async () => {
    const [relay, empty] = [await relayWith(), await relayWith()];
    const proxy = await proxyTo(relay);
    const team = createTestTeam(random);
    const a = connect(proxy.url, team.device());
    const writer = createLogWriter(random);
    for (let i = 0; i < 20; i += 1) a.replica.append(writer.next());
    await until(() => synced(a));
    empty.alsoAt(proxy.url);
    proxy.retarget(empty.url);
    const b = connect(empty.url, team.device());
    a.client.retryNow();
    await until(() => b.replica.entryCount() === 20);
  });

  test('S56: rows damaged on the disk of the relay are fetched again from a device that has them', async () => {
    const memory = createMemoryStore();
    let damage = false;
    const store: RelayStore = {
      ...memory,
      read: (team, wants, limits) => {
        const result = memory.read(team, wants, limits);
        const at = result.entries.findIndex(({ seq }) => seq === 3);
        const hit = result.entries[at];
        if (!damage || !hit) return result;
        damage = false;
        return { entries: result.entries.slice(0, at), damaged: { log: hit.log, seq: 3 } };
      },
    };
    const relay = await relayWith({ store });
    const team = createTestTeam(random);
    const a = connect(relay.url, team.device());
    const writer = createLogWriter(random);
    for (let i = 0; i < 8; i += 1) a.replica.append(writer.next());
    await until(() => synced(a));
    damage = true;
    const b = connect(relay.url, team.device());
    await until(() => b.replica.entryCount() === 8);
    expect(damage).toBe(false);
  });

  test('entries changed on the way are refused by name, and the honest copy is taken afterwards', async () => {
    const relay = await relayWith();
    const team = createTestTeam(random);
    const a = connect(relay.url, team.device());
    const writer = createLogWriter(random);
    for (let i = 0; i < 5; i += 1) a.replica.append(writer.next());
    await until(() => synced(a));
    const proxy = await proxyTo(relay);
    proxy.tamper((bytes, direction) => {
      const frame = frameOf(bytes);
      if (direction !== 'to-client' || frame?.type !== 'entries') return [bytes];
      const entries = frame.entries.map((entry, index) => {
        const wire = decodeWireEntry(entry);
        if (index !== 2 || !wire.ok || !wire.value.body) return entry;
        const body = new Uint8Array(wire.value.body);
        body[10] = (body[10] ?? 0) ^ 1;
        return encodeWireEntry({ ...wire.value, body });
      });
      return [encodeFrame({ ...frame, entries })];
    });
    const b = connect(proxy.url, team.device());
    await until(() => b.reports.some(({ type }) => type === 'refused'));
    expect(b.replica.entryCount()).toBe(2);
    expect(b.reports.find((report) => report.type === 'refused')?.refusals).toEqual([
      expect.objectContaining({ log: writer.log, seq: 3, code: refusalCodes.malformed }),
    ]);
    proxy.tamper((bytes) => [bytes]);
    proxy.drop();
    b.client.retryNow();
    await until(() => b.replica.entryCount() === 5);
  });

  test('a relay that serves the entries of another team is refused at HELLO', async () => {
    const relay = await relayWith();
    const [mine, other] = [createTestTeam(random), createTestTeam(random)];
    const proxy = await proxyTo(relay);
    proxy.tamper((bytes, direction) => {
      const frame = frameOf(bytes);
      return direction === 'to-client' && frame?.type === 'hello'
        ? [encodeFrame({ ...frame, team: other.root })]
        : [bytes];
    });
    const a = connect(proxy.url, mine.device());
    await until(() => a.client.state().sentence.includes('another team'));
    expect(a.client.state().state).toBe('offline');
  });

  test('S51: a proof passed on to another relay under its own name is refused there', async () => {
    const relay = await relayWith();
    const proxy = await startFaultProxy(relay.url);
    closing.push(proxy.close);
    const a = connect(proxy.url, createTestTeam(random).device());
    await until(() => a.client.state().state === 'refused');
  });

  test('junk instead of a relay is said in plain words', async () => {
    const relay = await relayWith();
    const proxy = await proxyTo(relay);
    proxy.tamper((bytes, direction) => (direction === 'to-client' ? [Uint8Array.of(1, 2, 3)] : [bytes]));
    const a = connect(proxy.url, createTestTeam(random).device());
    await until(() => a.client.state().sentence.includes('not a Meridian relay'));
    const nobody = connect('ws://127.0.0.1:1', createTestTeam(random).device());
    await until(() => nobody.client.state().sentence === 'Nothing answers at this address.');
    expect(nobody.client.state().nextTryAt).not.toBeNull();
  });
});

describe('a device that misbehaves towards the relay', () => {
  test('S55: the quota of a team refuses entries by name and says so to the device', async () => {
    const relay = await relayWith({ limits: { teamBytes: 3000 } });
    const a = connect(relay.url, createTestTeam(random).device());
    const writer = createLogWriter(random);
    for (let i = 0; i < 20; i += 1) a.replica.append(writer.next());
    await until(() => a.reports.some(({ type }) => type === 'rejected'));
    expect(a.reports).toContainEqual(expect.objectContaining({ type: 'rejected', code: refusalCodes.quota }));
    expect(relay.store.counts().bytes).toBeLessThanOrEqual(3000);
  });

  test('S53: an entry handed in with a false signature is thrown out when a receiver complains; the true one follows', async () => {
    const relay = await relayWith();
    const team = createTestTeam(random);
    const writer = createLogWriter(random);
    const [first, second] = [writer.next(), writer.next()];
    const wire = decodeWireEntry(second.bytes);
    if (!wire.ok) throw new Error('An entry of the writer must decode.');
    const attacker = connect(relay.url, team.device());
    attacker.replica.append(first);
    attacker.replica.append({ ...second, bytes: encodeWireEntry({ ...wire.value, signature: new Uint8Array(64) }) });
    await until(() => synced(attacker));
    attacker.client.close();

    const careful = (): MemoryReplica => {
      const held = createMemoryReplica();
      const holds = ({ header, wire: { signature, header: signed } }: ReceivedEntry): boolean =>
        verify(header.logId, signature, 'entry', signed);
      return {
        ...held,
        ingest: async (entries) => {
          const { heads, refused } = await held.ingest(entries.filter(holds));
          const wrong = entries
            .filter((entry) => !holds(entry))
            .map(({ log, header }) => ({
              log,
              seq: header.seq,
              code: refusalCodes.signature,
              sentence: 'It is false.',
            }));
          return { heads, refused: [...refused, ...wrong] };
        },
      };
    };
    const author = connect(relay.url, team.device(), { replica: careful() });
    author.replica.append(first);
    author.replica.append(second);
    const reader = connect(relay.url, team.device(), { replica: careful() });
    await until(() => reader.reports.some(({ type }) => type === 'refused'));
    author.client.close();
    const again = connect(relay.url, team.device(), { replica: author.replica });
    await until(() => synced(again));
    reader.client.close();
    const later = connect(relay.url, team.device(), { replica: reader.replica });
    await until(() => later.replica.entryCount() === 2);
  });

  test('S30: two devices that continue one log differently learn of it from the relay, and everything else goes on', async () => {
    const relay = await relayWith();
    const team = createTestTeam(random);
    const [a, b] = [connect(relay.url, team.device()), connect(relay.url, team.device())];
    const writer = createLogWriter(random);
    const shared = writer.next();
    a.replica.append(shared);
    b.replica.append(shared);
    await until(() => synced(a) && synced(b));
    const other = writer.fork();
    a.replica.append(writer.next());
    await until(() => b.replica.entryCount() === 2);
    a.client.close();
    const restored = connect(relay.url, team.device());
    await until(() => restored.replica.entryCount() === 2);
    restored.replica.cut(writer.log, 1);
    restored.client.close();
    const forked = connect(relay.url, team.device());
    forked.client.close();
    const fresh = connect(relay.url, team.device(), { replica: restored.replica });
    restored.replica.append(other.next());
    await until(() => fresh.reports.some(({ type }) => type === 'fork'));
    fresh.replica.append(createLogWriter(random).next());
    await until(() => b.replica.entryCount() === 3);
  });

  test('S54: a store that cannot commit ends the session, receipts nothing, and works again when the disk does', async () => {
    const memory = createMemoryStore();
    let full = true;
    const store: RelayStore = {
      ...memory,
      append: (entries) => {
        if (full) throw new Error('database or disk is full');
        memory.append(entries);
      },
    };
    const relay = await relayWith({ store });
    const team = createTestTeam(random);
    const a = connect(relay.url, team.device());
    const writer = createLogWriter(random);
    for (let i = 0; i < 400; i += 1) a.replica.append(writer.next());
    await until(() => a.client.state().sentence.includes('disk is full'));
    expect(a.reports.some(({ type }) => type === 'synced')).toBe(false);
    full = false;
    a.client.retryNow();
    await until(() => synced(a));
    const b = connect(relay.url, team.device());
    await until(() => b.replica.entryCount() === 400);
  });

  test('S55: more bytes than agreed are stored, only their receipts come later', async () => {
    const relay = await relayWith({ limits: { bytesPerSecond: 2_000_000, bytesBurst: 1000 } });
    const a = connect(relay.url, createTestTeam(random).device());
    const writer = createLogWriter(random);
    for (let i = 0; i < 500; i += 1) a.replica.append(writer.next());
    await until(() => synced(a));
    expect(relay.store.counts().bytes).toBeGreaterThan(200_000);
  });
});
