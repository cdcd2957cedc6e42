import { afterEach, describe, expect, it } from 'vitest';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocket, WebSocketServer } from 'ws';
import { socketPort } from '#engine/client/index.ts';
import {
  connectPort,
  maxRequestLength,
  protocolVersion,
  servePort,
  type EngineClient,
  type EngineMessage,
  type PortLike,
} from '#shared/protocol/index.ts';
import { memoryPorts } from '#test/support/memory-ports.ts';
import { pocketEngine } from '#test/support/pocket-engine.ts';

const cleanups: (() => void | Promise<void>)[] = [];
afterEach(async () => {
  for (const clean of cleanups.splice(0).reverse()) await clean();
});

/** A connected pair: what the engine holds and what the window holds. */
type Pair = () => Promise<readonly [PortLike, PortLike]>;

const listening = (server: Server): Promise<number> =>
  new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port)));

const socketPair: Pair = async () => {
  const http = createServer();
  const sockets = new WebSocketServer({ server: http, perMessageDeflate: false });
  const engineEnd = new Promise<PortLike>((resolve) =>
    sockets.once('connection', (socket) => resolve(socketPort(socket))),
  );
  const windowSocket = new WebSocket(`ws://127.0.0.1:${await listening(http)}`);
  const windowEnd = socketPort(windowSocket);
  await new Promise((resolve) => windowSocket.once('open', resolve));
  cleanups.push(() => {
    windowSocket.terminate();
    sockets.close();
    http.close();
  });
  return [await engineEnd, windowEnd];
};

const pairs: Readonly<Record<string, Pair>> = {
  'a pair in memory': () => Promise.resolve(memoryPorts()),
  'a WebSocket': socketPair,
};

/** The next value a listener is called with, each in turn. */
const collector = <T>() => {
  const values: T[] = [];
  const waiting: ((value: T) => void)[] = [];
  return {
    values,
    push: (value: T): void => {
      values.push(value);
      waiting.shift()?.(value);
    },
    next: (): Promise<T> => new Promise((resolve) => waiting.push(resolve)),
  };
};

describe.each(Object.entries(pairs))('the protocol over %s', (_name, pair) => {
  const open = async () => {
    const pocket = pocketEngine();
    const warnings: string[] = [];
    const [engineEnd, windowEnd] = await pair();
    servePort(engineEnd, pocket.engine, {
      log: { info: () => {}, warn: (message, detail) => warnings.push(`${message} ${JSON.stringify(detail)}`) },
    });
    return { pocket, warnings, engineEnd, windowEnd, client: connectPort(windowEnd) };
  };

  /** A window that speaks the protocol by hand. */
  const openRaw = async () => {
    const pocket = pocketEngine();
    const [engineEnd, windowEnd] = await pair();
    servePort(engineEnd, pocket.engine, { log: { info: () => {}, warn: () => {} } });
    const received = collector<EngineMessage>();
    windowEnd.onMessage((message) => received.push(message as EngineMessage));
    return { pocket, windowEnd, received };
  };

  const draftIn = async (client: EngineClient, key: string) => {
    const read = await client.read('draft', { key });
    return read.ok ? read.value.value : read.error;
  };

  /** Everything sent before it has been handled when it returns. */
  const roundTrip = (client: EngineClient) => client.run('relay.retry', {});

  it('a command reaches the engine and its result comes back', async () => {
    const { client, pocket } = await open();
    expect(await client.ready).toEqual({ ok: true, value: null });
    expect(await client.run('draft.save', { key: 'a', value: 'one' })).toEqual({ ok: true, value: {} });
    expect(await draftIn(client, 'a')).toBe('one');
    await roundTrip(client);
    expect(pocket.watching()).toBe(0);
  });

  it('an expected failure arrives as a value with its code and sentence', async () => {
    const { client } = await open();
    expect(await client.run('relay.retry', {})).toEqual({
      ok: false,
      error: { code: 'unreachable', sentence: 'No relay answers.' },
    });
  });

  it('defaults of a request are filled in before the engine sees it', async () => {
    const { client, pocket } = await open();
    await client.run('invitation.create', {});
    expect(pocket.requests[0]?.params).toEqual({ role: 'member', days: 14, approval: false, name: '' });
  });

  it('a request that is not valid is refused with the field and a sentence, and never reaches the engine', async () => {
    const { client, pocket } = await open();
    const person = { name: ' ', timeZone: 'Asia/Karachi', workingHours: [null, null, null, null, null, null, null] };
    expect(await client.run('team.create', { teamName: 'T', person })).toEqual({
      ok: false,
      error: { code: 'invalid', sentence: 'Say your name.', field: 'person.name' },
    });
    const missing = await client.run('team.create', { person: { ...person, name: 'A' } } as never);
    expect(missing).toMatchObject({ ok: false, error: { code: 'invalid', field: 'teamName' } });
    const query = await client.read('draft', { key: 7 } as never);
    expect(query).toMatchObject({ ok: false, error: { code: 'invalid', field: 'key' } });
    expect(pocket.requests).toEqual([]);
  });

  it.each(['team.destroy', 'toString', '__proto__'])(
    'an unknown name (%s) is refused with a sentence',
    async (name) => {
      const { client } = await open();
      const ran = await client.run(name as never, {} as never);
      expect(ran).toMatchObject({ ok: false, error: { code: 'invalid' } });
      expect(!ran.ok && ran.error.sentence).toContain(name);
      expect(await client.read(name as never, {} as never)).toMatchObject({ ok: false, error: { code: 'invalid' } });
    },
  );

  it('a defect is logged where it happened and its details do not leave the engine', async () => {
    const { client, warnings } = await open();
    const ran = await client.run('rebuild.run', {});
    expect(ran).toMatchObject({ ok: false, error: { code: 'unavailable' } });
    expect(JSON.stringify(ran)).not.toContain('secret detail');
    const read = await client.read('session', {});
    expect(read).toMatchObject({ ok: false, error: { code: 'unavailable' } });
    expect(warnings.join()).toContain('a defect with a secret detail');
    expect(warnings.join()).toContain('a defect in a query');
    expect(await client.run('draft.save', { key: 'a', value: 'still there' })).toMatchObject({ ok: true });
  });

  it('the id that makes a retry safe is passed on: the second run answers with the first result', async () => {
    const { client, pocket } = await open();
    await client.run('draft.save', { key: 'a', value: 'one' }, 'retry-1');
    expect(await client.run('draft.save', { key: 'a', value: 'one' }, 'retry-1')).toEqual({ ok: true, value: {} });
    expect(pocket.requests.map((request) => request.once)).toEqual(['retry-1', 'retry-1']);
    expect(pocket.saves()).toBe(1);
  });

  it('a watched query gives its value now and after every change, until it is no longer wanted', async () => {
    const { client, pocket } = await open();
    const seen = collector<unknown>();
    const first = seen.next();
    const stop = client.watch('draft', { key: 'a' }, seen.push);
    expect(await first).toEqual({ ok: true, value: { value: null, savedAt: null } });
    const second = seen.next();
    pocket.change('a', 'one');
    expect(await second).toMatchObject({ value: { value: 'one' } });
    stop();
    await roundTrip(client);
    expect(pocket.watching()).toBe(0);
    pocket.change('a', 'two');
    await roundTrip(client);
    expect(seen.values).toHaveLength(2);
  });

  it('a query can be watched again after it was let go', async () => {
    const { client, pocket } = await open();
    client.watch('draft', { key: 'a' }, () => {})();
    const seen = collector<unknown>();
    const value = seen.next();
    client.watch('draft', { key: 'a' }, seen.push);
    expect(await value).toMatchObject({ ok: true });
    expect(pocket.watching()).toBe(1);
  });

  it('many changes within one tick arrive as one value, the newest', async () => {
    const { client, pocket } = await open();
    const seen = collector<{ readonly ok: boolean; readonly value?: { readonly value: string | null } }>();
    const first = seen.next();
    client.watch('draft', { key: 'a' }, seen.push);
    await first;
    const next = seen.next();
    for (let i = 1; i <= 500; i++) pocket.change('a', String(i));
    expect(await next).toMatchObject({ value: { value: '500' } });
    await draftIn(client, 'other');
    expect(seen.values).toHaveLength(2);
  });

  it('what a command changed is seen before the command ends', async () => {
    const { client } = await open();
    const order: unknown[] = [];
    const seen = collector<unknown>();
    const first = seen.next();
    client.watch('draft', { key: 'a' }, (value) => {
      order.push(value.ok && value.value.value);
      seen.push(value);
    });
    await first;
    await client.run('draft.save', { key: 'a', value: 'one' });
    order.push('ended');
    expect(order).toEqual([null, 'one', 'ended']);
  });

  it('a connection that ends in the middle of a call ends the call with a value', async () => {
    const { client, pocket, engineEnd } = await open();
    const seen = collector<unknown>();
    const first = seen.next();
    client.watch('draft', { key: 'a' }, seen.push);
    await first;
    pocket.hold();
    const running = client.run('draft.save', { key: 'a', value: 'one' });
    const ended = seen.next();
    const told = new Promise<void>((resolve) => client.onClose(resolve));
    engineEnd.close();
    expect(await running).toMatchObject({ ok: false, error: { code: 'unavailable' } });
    expect(await ended).toMatchObject({ ok: false, error: { code: 'unavailable' } });
    await told;
    pocket.release();
  });

  it('what is asked after the connection has ended is answered at once', async () => {
    const { client, windowEnd } = await open();
    const told = new Promise<void>((resolve) => client.onClose(resolve));
    windowEnd.close();
    await told;
    expect(await client.run('relay.retry', {})).toMatchObject({ ok: false, error: { code: 'unavailable' } });
    expect(await client.read('session', {})).toMatchObject({ ok: false, error: { code: 'unavailable' } });
    expect(await client.ready).toMatchObject({ ok: expect.any(Boolean) });
    await new Promise<void>((resolve) => client.onClose(resolve));
  });

  it('the engine forgets what a vanished window watched', async () => {
    const { client, pocket, engineEnd } = await open();
    const seen = collector<unknown>();
    const first = seen.next();
    client.watch('draft', { key: 'a' }, seen.push);
    await first;
    expect(pocket.watching()).toBe(1);
    const gone = new Promise<void>((resolve) => engineEnd.onClose(resolve));
    client.close();
    await gone;
    expect(pocket.watching()).toBe(0);
  });

  it('a request over the limit is refused with a sentence and the connection stays', async () => {
    const { client, pocket } = await open();
    const value = 'x'.repeat(maxRequestLength);
    expect(await client.run('draft.save', { key: 'a', value })).toMatchObject({
      ok: false,
      error: { code: 'too-large' },
    });
    expect(await client.read('search', { text: value })).toMatchObject({ ok: false, error: { code: 'too-large' } });
    expect(pocket.requests).toEqual([]);
    expect(await client.run('draft.save', { key: 'a', value: 'small' })).toMatchObject({ ok: true });
  });

  it('10 MB in a field that takes less is refused by that field', async () => {
    const { client } = await open();
    const value = 'x'.repeat(10_000_000);
    expect(await client.run('draft.save', { key: 'a', value })).toMatchObject({
      ok: false,
      error: { code: 'invalid', field: 'value' },
    });
  });

  it('a window of another version is refused with a sentence on both sides', async () => {
    const { pocket, windowEnd, received } = await openRaw();
    const welcome = received.next();
    windowEnd.post({ type: 'hello', version: protocolVersion + 1 });
    expect(await welcome).toEqual({ type: 'welcome', version: protocolVersion });
    const refused = received.next();
    windowEnd.post({ type: 'run', id: 1, name: 'draft.save', params: { key: 'a', value: 'b' } });
    expect(await refused).toMatchObject({ type: 'failed', id: 1, error: { code: 'newer-version' } });
    expect(pocket.requests).toEqual([]);

    const [engineEnd, otherWindow] = await pair();
    engineEnd.onMessage(() => engineEnd.post({ type: 'welcome', version: protocolVersion + 1 }));
    const client = connectPort(otherWindow);
    const pending = client.run('relay.retry', {});
    expect(await client.ready).toMatchObject({ ok: false, error: { code: 'newer-version' } });
    expect(await pending).toMatchObject({ ok: false, error: { code: 'newer-version' } });
    expect(await client.read('session', {})).toMatchObject({ ok: false, error: { code: 'newer-version' } });
  });

  it('nothing is answered before the greeting', async () => {
    const { pocket, windowEnd, received } = await openRaw();
    const refused = received.next();
    windowEnd.post({ type: 'run', id: 4, name: 'draft.save', params: { key: 'a', value: 'b' } });
    expect(await refused).toMatchObject({ type: 'failed', id: 4 });
    expect(pocket.requests).toEqual([]);
  });

  it('a message that is not part of the protocol is answered where it has a number, and else ends the connection', async () => {
    const { windowEnd, received } = await openRaw();
    const answered = received.next();
    windowEnd.post({ type: 'erase', id: 9 });
    expect(await answered).toMatchObject({ type: 'failed', id: 9, error: { code: 'invalid' } });
    const ended = new Promise<void>((resolve) => windowEnd.onClose(resolve));
    windowEnd.post(['nonsense']);
    await ended;
  });

  it('what an engine sends beyond this version is passed over', async () => {
    const [engineEnd, windowEnd] = await pair();
    engineEnd.onMessage((message) => {
      if ((message as { type: string }).type === 'hello') {
        for (const odd of [
          null,
          7,
          'text',
          {},
          { type: 'news' },
          { type: 'done' },
          { type: 'value', id: 99, value: 1 },
        ]) {
          engineEnd.post(odd);
        }
        engineEnd.post({ type: 'welcome', version: protocolVersion });
      } else
        engineEnd.post({ type: 'failed', id: (message as { id: number }).id, error: { code: 'odd', sentence: 5 } });
    });
    const client = connectPort(windowEnd);
    expect(await client.ready).toMatchObject({ ok: true });
    expect(await client.run('relay.retry', {})).toMatchObject({
      ok: false,
      error: { code: 'unavailable', sentence: expect.any(String) },
    });
  });
});
