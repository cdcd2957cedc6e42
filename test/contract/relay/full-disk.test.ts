import { afterEach, describe, expect, test } from 'vitest';
import { createMemoryStore } from '#relay/index.ts';
import type { RelayStore } from '#relay/index.ts';
import { expectOk } from '#shared/std/index.ts';
import type { Log } from '#shared/std/index.ts';
import { decodeWireEntry, encodeWireEntry, refusalCodes } from '#shared/sync/index.ts';
import { seededRandom } from '#test/support/seeded-random.ts';
import { createLogWriter } from '#test/support/sync/log-writer.ts';
import { createMemoryReplica } from '#test/support/sync/memory-replica.ts';
import type { MemoryReplica } from '#test/support/sync/memory-replica.ts';
import { until } from '#test/support/sync/real-ports.ts';
import { connectLabDevice, startLabRelay } from '#test/support/sync/relay-lab.ts';
import type { LabDevice, LabRelay } from '#test/support/sync/relay-lab.ts';
import { createTestTeam } from '#test/support/sync/test-team.ts';

const random = seededRandom(85);
const closing: (() => void | Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

const connect = (...args: Parameters<typeof connectLabDevice>): LabDevice => {
  const device = connectLabDevice(...args);
  closing.push(device.client.close);
  return device;
};
const synced = ({ client }: LabDevice): boolean => client.state().state === 'synced';

/** A store whose disk can be full: whatever writes throws then, as SQLite does; `knows` lasts. */
const fillableStore = () => {
  const store = createMemoryStore();
  let full = false;
  const writing =
    <A extends unknown[], R>(method: (...args: A) => R) =>
    (...args: A): R => {
      if (full) throw new Error('database or disk is full');
      return method(...args);
    };
  const filling: RelayStore = {
    ...store,
    openTeam: (root, create) =>
      store.openTeam(root, false) ?? (create ? writing(store.openTeam)(root, true) : undefined),
    append: writing(store.append),
    cut: writing(store.cut),
    replace: writing(store.replace),
    putObject: writing(store.putObject),
    admit: writing(store.admit),
    useInvite: writing(store.useInvite),
    revoke: writing(store.revoke),
    rest: writing(store.rest),
  };
  return { store: filling, memory: store, fill: () => (full = true), free: () => (full = false) };
};

const lab = async () => {
  const disk = fillableStore();
  const logged: string[] = [];
  const log: Log = { info: () => undefined, warn: (message) => void logged.push(message) };
  const relay: LabRelay = await startLabRelay({ store: disk.store, log });
  closing.push(relay.stop);
  return { disk, logged, relay };
};

const refusedForNow = async (device: LabDevice): Promise<void> => {
  await until(() => device.client.state().sentence.includes('cannot read or store'));
  expect(device.client.state()).toMatchObject({ state: 'offline', nextTryAt: expect.any(Number) as number });
};

describe('a relay whose disk is full', () => {
  test('refuses new teams and devices for now, says why, and goes on serving whom it knows', async () => {
    const { disk, logged, relay } = await lab();
    const team = createTestTeam(random);
    const founder = team.device();
    const a = connect(relay.url, founder);
    a.replica.append(createLogWriter(random).next());
    await until(() => synced(a) && relay.store.counts().bytes > 0);
    a.client.close();
    await until(() => relay.health().connections === 0);
    disk.fill();
    await refusedForNow(connect(relay.url, createTestTeam(random).device()));
    const newcomer = connect(relay.url, team.invited(founder));
    await refusedForNow(newcomer);
    expect(logged.length).toBeGreaterThanOrEqual(2);
    const known = connect(relay.url, founder);
    await until(() => synced(known) && known.replica.entryCount() === 1);
    disk.free();
    newcomer.client.retryNow();
    await until(() => synced(newcomer) && newcomer.replica.entryCount() === 1);
  });

  test('goes on when the last device leaves and the file cannot be written anew', async () => {
    const { disk, logged, relay } = await lab();
    const founder = createTestTeam(random).device();
    const a = connect(relay.url, founder);
    await until(() => synced(a));
    disk.fill();
    a.client.close();
    await until(() => logged.length > 0 && relay.health().connections === 0);
    const again = connect(relay.url, founder);
    await until(() => synced(again));
  });

  test('ends the connection that tells it of a removal; who brings it with a proof is let in, and it counts once there is room', async () => {
    const { disk, relay } = await lab();
    const team = createTestTeam(random);
    const [founder, removed] = [team.device(), team.device()];
    const notice = team.revoke(removed.keys.publicKey, founder);
    const a = connect(relay.url, founder);
    const b = connect(relay.url, removed);
    await until(() => synced(a) && synced(b));
    disk.fill();
    a.client.revoke(notice);
    await refusedForNow(a);
    a.client.close();
    const bringing = { ...founder.identity, revocations: () => [notice] };
    const again = connect(relay.url, { ...founder, identity: bringing });
    await until(() => synced(again));
    disk.free();
    again.client.close();
    const later = connect(relay.url, { ...founder, identity: bringing });
    await until(() => synced(later) && !synced(b));
    b.client.retryNow();
    await until(() => b.client.state().state === 'refused');
  });

  test('ends the connection of who complains of a false signature; the entry goes once there is room', async () => {
    const { disk, logged, relay } = await lab();
    const team = createTestTeam(random);
    const entry = createLogWriter(random).next();
    const wire = expectOk(decodeWireEntry(entry.bytes));
    const attacker = connect(relay.url, team.device());
    attacker.replica.append({ ...entry, bytes: encodeWireEntry({ ...wire, signature: new Uint8Array(64) }) });
    await until(() => synced(attacker) && relay.store.counts().bytes > 0);
    attacker.client.close();
    const doubtful = createMemoryReplica();
    const complaining: MemoryReplica = {
      ...doubtful,
      ingest: (entries) => ({
        heads: new Map(),
        refused: entries.map(({ log, header }) => ({
          log,
          seq: header.seq,
          code: refusalCodes.signature,
          sentence: 'It is false.',
        })),
      }),
    };
    const reader = team.device();
    // Admitted while there is room, so that only what it says has to be written.
    const before = connect(relay.url, reader);
    await until(() => synced(before));
    before.client.close();
    disk.fill();
    await refusedForNow(connect(relay.url, reader, { replica: complaining }));
    expect(logged.length).toBeGreaterThan(0);
    disk.free();
    connect(relay.url, reader, { replica: complaining });
    await until(() => relay.store.counts().bytes === 0);
  });
});

test('a relay that cannot read its file says so to whoever asks how it is, and goes on', async () => {
  let broken = true;
  const memory = createMemoryStore();
  const counts: RelayStore['counts'] = () => {
    if (broken) throw new Error('disk I/O error');
    return memory.counts();
  };
  const relay = await startLabRelay({ store: { ...memory, counts } });
  closing.push(relay.stop);
  const health = `http://127.0.0.1:${relay.port}/health`;
  expect((await fetch(health)).status).toBe(503);
  broken = false;
  expect((await fetch(health)).status).toBe(200);
});
