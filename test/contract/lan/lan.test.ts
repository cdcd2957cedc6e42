import { createConnection, createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { lanTag, startAnnouncing } from '#engine/transports/lan/announcing.ts';
import { readLanAddress } from '#engine/transports/index.ts';
import { toText } from '#shared/std/index.ts';
import { seededRandom } from '#test/support/seeded-random.ts';
import { createMemoryNetwork, startLabLan } from '#test/support/sync/lan-lab.ts';
import type { LabLanDevice } from '#test/support/sync/lan-lab.ts';
import { createLogWriter } from '#test/support/sync/log-writer.ts';
import { createManualTime } from '#test/support/sync/manual-timers.ts';
import { until } from '#test/support/sync/real-ports.ts';
import { createTestTeam } from '#test/support/sync/test-team.ts';

const random = seededRandom(60);
const lanKey = random.bytes(32);
const team = createTestTeam(random);
const running: LabLanDevice[] = [];
const start = async (...args: Parameters<typeof startLabLan>): Promise<LabLanDevice> => {
  const device = await startLabLan(...args);
  running.push(device);
  return device;
};
afterEach(async () => {
  await Promise.all(running.splice(0).map(({ lan }) => lan.close()));
});

describe('two devices on one network', () => {
  test('exchange what they hold by a typed address, both ways, and live afterwards', async () => {
    const a = await start(team.device(), lanKey);
    const b = await start(team.device(), lanKey);
    const writers = [createLogWriter(random), createLogWriter(random)] as const;
    for (let i = 0; i < 300; i += 1) {
      a.replica.append(writers[0].next());
      b.replica.append(writers[1].next(2000));
    }
    const connected = await a.lan.connect(b.address);
    expect(connected.ok).toBe(true);
    await until(() => a.replica.entryCount() === 600 && b.replica.entryCount() === 600);
    a.replica.append(writers[0].next());
    await until(() => b.replica.entryCount() === 601);
    expect(b.lan.peers().map(({ deviceId }) => deviceId)).toHaveLength(1);
  });

  test('find each other by announcement, without names, and again under new names', async () => {
    const network = createMemoryNetwork();
    const [first, second] = [team.device(), team.device()];
    const a = await start(first, lanKey, { discovery: network.join() });
    const b = await start(second, lanKey, { discovery: network.join() });
    await until(() => a.lan.peers().length === 1 && b.lan.peers().length === 1);
    for (const { name, tag } of network.announced()) {
      expect(name).toMatch(/^[\w-]{16}$/);
      expect(tag).toBe(lanTag(lanKey, name));
    }
    expect(network.announced().map(({ name }) => name)).not.toContain(toText(first.keys.publicKey));
  });

  test('S63: the announced name changes every half hour and is never used again', () => {
    const time = createManualTime();
    const network = createMemoryNetwork();
    const announcing = startAnnouncing({
      discovery: network.join(),
      lanKey,
      port: 1,
      timers: time.timers,
      random,
      onFound: () => undefined,
      onLost: () => undefined,
    });
    const names = new Set<string>();
    for (let rotation = 0; rotation < 20; rotation += 1) {
      const [service, ...others] = network.announced();
      expect(others).toEqual([]);
      names.add(service?.name ?? '');
      time.advance(30 * 60_000);
    }
    expect(names.size).toBe(20);
    announcing.close();
    expect(network.announced()).toEqual([]);
    expect(time.waiting()).toEqual([]);
  });

  test('S62: both dialling at once ends with one connection between the two', async () => {
    const a = await start(team.device(), lanKey);
    const b = await start(team.device(), lanKey);
    await Promise.all([a.lan.connect(b.address), b.lan.connect(a.address)]);
    a.replica.append(createLogWriter(random).next());
    b.replica.append(createLogWriter(random).next());
    await until(() => a.replica.entryCount() === 2 && b.replica.entryCount() === 2);
    expect(a.lan.peers()).toHaveLength(1);
    expect(b.lan.peers()).toHaveLength(1);
  });

  test('S62: two ways to one device end with one connection that stays', async () => {
    const a = await start(team.device(), lanKey);
    const b = await start(team.device(), lanKey);
    a.lan.keep(b.address);
    a.lan.keep(b.address);
    await a.lan.connect(b.address);
    // Longer than the first pauses before a redial, which are what would tear it again and again.
    const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 1800));
    await settled();
    const [first] = a.lan.peers();
    expect(first).toBeDefined();
    await settled();
    expect(a.lan.peers()).toEqual([first]);
    expect(b.lan.peers()).toHaveLength(1);
  });

  test.each(['kept', 'dialled once'])(
    'an address that was %s is connected again after the other device came back',
    async (way) => {
      const a = await start(team.device(), lanKey);
      const second = team.device();
      const b = await start(second, lanKey);
      const { port } = b.lan;
      expect(way === 'kept' ? a.lan.keep(b.address).ok : (await a.lan.connect(b.address)).ok).toBe(true);
      await until(() => a.lan.peers().length === 1);
      await b.lan.close();
      await until(() => a.lan.peers().length === 0);
      const back = await start(second, lanKey, { port, replica: b.replica });
      a.replica.append(createLogWriter(random).next());
      await until(() => back.replica.entryCount() === 1);
    },
  );
});

describe('who is not let in', () => {
  test('S60: who does not know the LAN key of the team', async () => {
    const a = await start(team.device(), lanKey);
    const stranger = await start(team.device(), random.bytes(32));
    await expect(stranger.lan.connect(a.address)).resolves.toMatchObject({
      ok: false,
      error: expect.stringContaining('does not belong to this team') as string,
    });
    expect(a.lan.peers()).toHaveLength(0);
  });

  test('S60: a prober gets 32 bytes that differ each time and nothing more', async () => {
    const a = await start(team.device(), lanKey);
    const probe = (send: Uint8Array): Promise<Buffer> =>
      new Promise((resolve) => {
        const got: Buffer[] = [];
        const socket = createConnection({ host: '127.0.0.1', port: a.lan.port ?? 0 });
        socket.on('data', (chunk) => got.push(chunk));
        socket.on('error', () => undefined);
        socket.on('close', () => resolve(Buffer.concat(got)));
        socket.write(send);
      });
    const [first, second] = [await probe(new Uint8Array(64)), await probe(random.bytes(300))];
    expect(first).toHaveLength(32);
    expect(second).toHaveLength(32);
    expect(first.equals(second)).toBe(false);
  });

  test('S60: nothing recognisable crosses the wire, Noise handshake and keys included', async () => {
    const a = await start(team.device(), lanKey);
    const second = team.device();
    const b = await start(second, lanKey);
    const wire: Buffer[] = [];
    const tap = createServer((socket) => {
      const onward = createConnection({ host: '127.0.0.1', port: a.lan.port ?? 0 });
      socket.on('data', (chunk) => void (wire.push(chunk), onward.write(chunk)));
      onward.on('data', (chunk) => void (wire.push(chunk), socket.write(chunk)));
      for (const end of [socket, onward]) end.on('error', () => undefined);
      socket.on('close', () => onward.destroy());
      onward.on('close', () => socket.destroy());
    });
    await new Promise<void>((resolve) => tap.listen(0, '127.0.0.1', resolve));
    const { port } = tap.address() as AddressInfo;
    const writer = createLogWriter(random);
    b.replica.append(writer.next());
    await b.lan.connect(`127.0.0.1:${port}`);
    await until(() => a.replica.entryCount() === 1);
    const all = Buffer.concat(wire);
    for (const secret of [team.root, second.keys.publicKey, lanKey, writer.id])
      expect(all.includes(Buffer.from(secret))).toBe(false);
    tap.close();
  });

  test('S61: devices that the engine does not admit, of another team, or with the grants of another device', async () => {
    const a = await start(team.device(), lanKey, { admits: () => false });
    const b = await start(team.device(), lanKey);
    const other = createTestTeam(random);
    const foreign = await start(other.device(), lanKey);
    const thief = team.device();
    const victim = team.device();
    const pretender = await start({ ...thief, identity: { ...thief.identity, chain: () => victim.chain } }, lanKey);
    await b.lan.connect(a.address);
    await expect(foreign.lan.connect(b.address)).resolves.toMatchObject({ ok: false });
    await pretender.lan.connect(b.address);
    await until(() => [a, b, foreign].every(({ lan }) => lan.peers().length === 0));
    expect(a.lan.peers()).toHaveLength(0);
  });

  test('S61: a newcomer by invitation is let in with the grant that the invitation gave', async () => {
    const founder = team.device();
    const a = await start(founder, lanKey);
    const newcomer = await start(team.invited(founder), lanKey, { port: null });
    a.replica.append(createLogWriter(random).next());
    expect((await newcomer.lan.connect(a.address)).ok).toBe(true);
    await until(() => newcomer.replica.entryCount() === 1);
  });

  test('a device that is not admitted any more is disconnected', async () => {
    const a = await start(team.device(), lanKey);
    const b = await start(team.device(), lanKey);
    await a.lan.connect(b.address);
    a.lan.recheck(() => false);
    await until(() => a.lan.peers().length === 0 && b.lan.peers().length === 0);
  });
});

test('addresses are read as people type them and refused with a sentence', async () => {
  expect(readLanAddress(' 192.168.1.20:4123 ')).toEqual({ ok: true, value: { host: '192.168.1.20', port: 4123 } });
  expect(readLanAddress('[fd00::1]:80')).toEqual({ ok: true, value: { host: 'fd00::1', port: 80 } });
  for (const wrong of ['', 'host', 'host:', 'host:0', 'host:70000', '::1:80', '[host]:80', 'a b:80'])
    expect(readLanAddress(wrong)).toMatchObject({ ok: false });
  const a = await start(team.device(), lanKey);
  await expect(a.lan.connect('nonsense')).resolves.toMatchObject({ ok: false });
  await expect(a.lan.connect('127.0.0.1:1')).resolves.toMatchObject({
    ok: false,
    error: 'Nothing answers at this address.',
  });
  await expect(a.lan.connect(a.address)).resolves.toMatchObject({ ok: false });
});
