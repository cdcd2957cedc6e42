import { afterEach, expect, test } from 'vitest';
import { systemTimers } from '#engine/hosts/system-ports.ts';
import { fetchObjects } from '#engine/transports/index.ts';
import { seededRandom } from '#test/support/seeded-random.ts';
import { until } from '#test/support/sync/real-ports.ts';
import { connectLabDevice, startLabRelay } from '#test/support/sync/relay-lab.ts';
import type { LabDevice, LabRelay } from '#test/support/sync/relay-lab.ts';
import { createTestTeam } from '#test/support/sync/test-team.ts';

const random = seededRandom(44);
const relays: LabRelay[] = [];
const devices: LabDevice[] = [];
afterEach(async () => {
  for (const device of devices.splice(0)) device.client.close();
  for (const relay of relays.splice(0)) await relay.stop();
});
const relayWith = async (options: Parameters<typeof startLabRelay>[0] = {}): Promise<LabRelay> => {
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
const id = (name: number): Uint8Array => new Uint8Array(32).fill(name);

test('S40, S44: an object that one device publishes reaches others through the relay, also those that come later', async () => {
  const relay = await relayWith();
  const team = createTestTeam(random);
  const [a, b] = [await connect(relay.url, team.device()), await connect(relay.url, team.device())];
  a.replica.putLocal({ id: id(1), version: 1, bytes: Uint8Array.of(1) });
  await until(() => b.replica.objectOf(id(1)) !== undefined);
  a.client.close();
  const late = await connect(relay.url, team.device());
  await until(() => late.replica.objectOf(id(1)) !== undefined);
  b.replica.putLocal({ id: id(1), version: 2, bytes: null });
  await until(() => late.replica.objectOf(id(1))?.bytes === null);
  expect(relay.store.counts().bytes).toBe(0);
});

test('S41, S42: a newcomer asks for one object by name, and a giver knows when it is durable', async () => {
  const relay = await relayWith();
  const team = createTestTeam(random);
  const founder = team.device();
  const a = await connect(relay.url, founder);
  const sealed = { id: id(2), version: 7, bytes: random.bytes(5000) };
  await expect(a.client.putObject(sealed)).resolves.toEqual({ ok: true, value: 'stored' });
  a.client.close();
  const newcomer = await connect(relay.url, team.invited(founder));
  const answer = await newcomer.client.getObject(id(2));
  expect(answer.ok && Buffer.from(answer.value?.bytes ?? []).equals(Buffer.from(sealed.bytes))).toBe(true);
  await expect(newcomer.client.getObject(id(3))).resolves.toEqual({ ok: true, value: undefined });
});

test('objects of one team are not there for another', async () => {
  const relay = await relayWith();
  const [mine, other] = [createTestTeam(random), createTestTeam(random)];
  const a = await connect(relay.url, mine.device());
  await a.client.putObject({ id: id(4), version: 1, bytes: Uint8Array.of(1) });
  const b = await connect(relay.url, other.device());
  await expect(b.client.getObject(id(4))).resolves.toEqual({ ok: true, value: undefined });
  expect(b.replica.objectOf(id(4))).toBeUndefined();
});

test('S42, S55: objects above the quota of a team are refused, and smaller versions of held ones are not', async () => {
  const relay = await relayWith({ limits: { teamBytes: 1000, teamObjects: 2 } });
  const a = await connect(relay.url, createTestTeam(random).device());
  const put = (name: number, version: number, size: number) =>
    a.client.putObject({ id: id(name), version, bytes: new Uint8Array(size) });
  await expect(put(5, 1, 900)).resolves.toEqual({ ok: true, value: 'stored' });
  await expect(put(6, 1, 200)).resolves.toEqual({ ok: true, value: 'refused' });
  await expect(put(5, 2, 100)).resolves.toEqual({ ok: true, value: 'stored' });
  await expect(put(6, 1, 200)).resolves.toEqual({ ok: true, value: 'stored' });
  await expect(put(7, 1, 1)).resolves.toEqual({ ok: true, value: 'refused' });
});

test('S59: whoever names an id gets what lies there, without being anybody; other ids give nothing', async () => {
  const relay = await relayWith();
  const [mine, other] = [createTestTeam(random), createTestTeam(random)];
  const [a, b] = [await connect(relay.url, mine.device()), await connect(relay.url, other.device())];
  const sealed = random.bytes(3000);
  await a.client.putObject({ id: id(9), version: 4, bytes: sealed });
  await b.client.putObject({ id: id(9), version: 9, bytes: Uint8Array.of(1) });
  const found = await fetchObjects(relay.url, id(9), systemTimers);
  expect(found.ok ? found.value.map((bytes) => bytes.length) : found).toEqual([1, 3000]);
  await b.client.putObject({ id: id(9), version: 10, bytes: null });
  const left = await fetchObjects(relay.url, id(9), systemTimers);
  expect(left.ok ? left.value.map((bytes) => Buffer.from(bytes).equals(Buffer.from(sealed))) : left).toEqual([true]);
  await expect(fetchObjects(relay.url, id(10), systemTimers)).resolves.toEqual({ ok: true, value: [] });
});

test('S59: an address where no relay answers is said to be one', async () => {
  const refused = await fetchObjects('ws://127.0.0.1:9', id(9), systemTimers);
  expect(refused.ok).toBe(false);
});
