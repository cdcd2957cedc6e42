import { createConnection, createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import type { LanOptions } from '#engine/transports/index.ts';
import { lanTag } from '#engine/transports/lan/announcing.ts';
import { seededRandom } from '#test/support/seeded-random.ts';
import { startLabLan } from '#test/support/sync/lan-lab.ts';
import type { LabLanDevice } from '#test/support/sync/lan-lab.ts';
import { until } from '#test/support/sync/real-ports.ts';
import { createTestTeam } from '#test/support/sync/test-team.ts';

const random = seededRandom(61);
const lanKey = random.bytes(32);
const team = createTestTeam(random);
const stops: (() => Promise<unknown>)[] = [];
const start = async (options?: Partial<LanOptions>): Promise<LabLanDevice> => {
  const device = await startLabLan(team.device(), lanKey, options);
  stops.push(() => device.lan.close());
  return device;
};
afterEach(async () => {
  await Promise.all(stops.splice(0).map((stop) => stop()));
});

/** More than may be connected without having proved anything. */
const many = 80;

/** Connects and resets the connection once the first bytes have come, as scanners of ports do. */
const resetAt = (port: number): Promise<void> =>
  new Promise((resolve) => {
    const socket = createConnection({ host: '127.0.0.1', port });
    socket.on('error', () => undefined);
    socket.on('close', () => resolve());
    socket.once('readable', () => socket.resetAndDestroy());
  });

/** Something on the network that resets every connection; counts them. */
const startResetter = async (): Promise<{ readonly port: number; readonly count: () => number }> => {
  let count = 0;
  const server = createServer((socket) => {
    count += 1;
    socket.on('error', () => undefined);
    socket.once('readable', () => socket.resetAndDestroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  stops.push(() => new Promise((resolve) => server.close(resolve)));
  return { port: (server.address() as AddressInfo).port, count: () => count };
};

describe('connections that are reset', () => {
  test('by who dialled: a teammate still finds a place', async () => {
    const a = await start();
    for (let left = many; left > 0; left -= 1) await resetAt(a.lan.port ?? 0);
    const b = await start();
    await expect(b.lan.connect(a.address)).resolves.toMatchObject({ ok: true });
    await until(() => a.lan.peers().length === 1);
  });

  test('by who was dialled: said in a sentence, and dialled again where the address is kept', async () => {
    const resetter = await startResetter();
    const a = await start();
    await expect(a.lan.connect(`127.0.0.1:${resetter.port}`)).resolves.toEqual({
      ok: false,
      error: 'The other device hung up.',
    });
    a.lan.keep(`127.0.0.1:${resetter.port}`);
    await until(() => resetter.count() >= 3);
    expect(a.lan.peers()).toEqual([]);
  });
});

describe('what fails behind a connection', () => {
  test('ends that connection and is logged; the place is free again', async () => {
    const logged: string[] = [];
    const a = await start({
      log: { info: () => undefined, warn: (message) => void logged.push(message) },
      admits: () => {
        throw new Error('the disk refused to read');
      },
    });
    const b = await start();
    // Who dialled keeps the address and dials again: at least so many.
    for (let left = many; left > 0; left -= 1) await b.lan.connect(a.address);
    await until(() => logged.length >= many);
    expect(a.lan.peers()).toEqual([]);
  });

  test('an announcement that nobody can dial does not stop the others from being dialled', async () => {
    const logged: string[] = [];
    const b = await start();
    let announced: ((name: string, port: number) => void) | undefined;
    const a = await start({
      log: { info: () => undefined, warn: (message) => void logged.push(message) },
      discovery: {
        announce: () => () => undefined,
        browse: (found) => {
          announced = (name, port) => found({ name, tag: lanTag(lanKey, name), port, addresses: ['127.0.0.1'] });
          return () => undefined;
        },
        close: () => undefined,
      },
    });
    announced?.('one', 70_000);
    announced?.('two', b.lan.port ?? 0);
    await until(() => a.lan.peers().length === 1 && logged.length > 0);
  });
});
