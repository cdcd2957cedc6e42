import { describe, expect, test } from 'vitest';
import { serveUtility, type MainPort, type UtilityPorts } from '../../../electron/engine/hosts/utility/index.ts';
import { connectPort, failure, type PortLike } from '#shared/protocol/index.ts';
import { err, ok } from '#shared/std/index.ts';
import { MessagePortMain } from '../../support/electron-stand-in/message-ports.ts';
import { pocketEngine } from '../../support/pocket-engine.ts';

const opening = { type: 'open', directory: '/p', key: null, relays: [], sample: false, lan: false } as const;

/** The page's end of a channel. */
const pagePort = (port: MessagePortMain): PortLike => ({
  post: (message) => port.postMessage(message),
  onMessage: (listener) => {
    port.on('message', ({ data }: { readonly data: unknown }) => listener(data));
    port.start();
  },
  onClose: (listener) => void port.on('close', listener),
  close: () => port.close(),
});

const setUp = (open: UtilityPorts['open']) => {
  const notices: unknown[] = [];
  const exits: number[] = [];
  const warnings: string[] = [];
  let listener = (_event: { data: unknown; ports: readonly MainPort[] }): void => {};
  serveUtility({
    parent: {
      on: (_event, heard) => {
        listener = heard;
      },
      postMessage: (message) => void notices.push(message),
    },
    open,
    log: { info: () => {}, warn: (message) => void warnings.push(message) },
    exit: (code) => void exits.push(code),
    defer: (task) => queueMicrotask(task),
  });
  const say = (data: unknown, ports: readonly MainPort[] = []): void => listener({ data, ports });
  const window = () => {
    const [page, engine] = MessagePortMain.pair();
    say({ type: 'window' }, [engine]);
    return connectPort(pagePort(page));
  };
  return { say, window, notices, exits, warnings };
};

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5));

describe('the engine inside Electron', () => {
  test('serves every window, also those that came before the profile was open', async () => {
    const pocket = pocketEngine();
    const gate = Promise.withResolvers<void>();
    const { say, window, notices } = setUp(async () => {
      await gate.promise;
      return ok({ engine: pocket.engine, close: async () => {} });
    });
    say(opening);
    const early = window();
    gate.resolve();
    expect((await early.ready).ok).toBe(true);
    expect(notices).toEqual([{ type: 'ready' }]);
    const late = window();
    expect((await late.run('draft.save', { key: 'k', value: 'from the late one' })).ok).toBe(true);
    expect(await early.read('draft', { key: 'k' })).toMatchObject({ ok: true, value: { value: 'from the late one' } });
  });

  test('asks main about the keychain, and gives each answer to the question it belongs to', async () => {
    const answers: (string | null)[] = [];
    const { say, notices } = setUp(async (_message, ask) => {
      const [first, second] = await Promise.all([ask('load', null), ask('save', 'k')]);
      answers.push(first.key, second.key);
      return ok({ engine: pocketEngine().engine, close: async () => {} });
    });
    say(opening);
    await settled();
    expect(notices).toEqual([
      { type: 'keychain', id: 1, act: 'load', key: null },
      { type: 'keychain', id: 2, act: 'save', key: 'k' },
    ]);
    say({ type: 'keychain', id: 2, key: null, error: null });
    say({ type: 'keychain', id: 9, key: 'nobody asked', error: null });
    say({ type: 'keychain', id: 1, key: 'the key', error: null });
    await settled();
    expect(answers).toEqual(['the key', null]);
    expect(notices.at(-1)).toEqual({ type: 'ready' });
  });

  test('says why a profile cannot be opened', async () => {
    const error = failure('profile-in-use', 'Another Meridian has it.');
    const { say, notices } = setUp(async () => err(error));
    say(opening);
    await settled();
    expect(notices).toEqual([{ type: 'refused', error }]);
  });

  test('ends after the profile has closed, and windows learn of it', async () => {
    const pocket = pocketEngine();
    const order: string[] = [];
    const { say, window, exits } = setUp(async () =>
      ok({ engine: pocket.engine, close: async () => void order.push('closed') }),
    );
    say(opening);
    const client = window();
    await client.ready;
    client.onClose(() => order.push('window told'));
    say({ type: 'close' });
    await settled();
    expect(order.toSorted()).toEqual(['closed', 'window told']);
    expect(exits).toEqual([0]);
  });

  test('ends with a failure after a defect, so that it is started again', async () => {
    const { say, exits, warnings } = setUp(() => Promise.reject(new Error('a defect')));
    say(opening);
    await settled();
    expect(exits).toEqual([1]);
    expect(warnings).toHaveLength(1);
  });

  test('closing before anything was opened just ends', async () => {
    const { say, exits } = setUp(() => Promise.reject(new Error('never asked')));
    say({ type: 'close' });
    await settled();
    expect(exits).toEqual([0]);
  });

  test('opens one profile, once', async () => {
    let opened = 0;
    const { say } = setUp(async () => {
      opened++;
      return ok({ engine: pocketEngine().engine, close: async () => {} });
    });
    say(opening);
    say({ ...opening, directory: '/other' });
    await settled();
    expect(opened).toBe(1);
  });

  test('ignores what is not part of the protocol', async () => {
    const { say, exits, notices, warnings } = setUp(() => Promise.reject(new Error('never asked')));
    for (const odd of [null, 'open', { type: 'open' }, { type: 'shell', command: 'x' }]) say(odd);
    await settled();
    expect([exits, notices]).toEqual([[], []]);
    expect(warnings).toHaveLength(4);
  });
});
