import type { IpcMain, IpcMainEvent, MessageChannelMain as Channel, WebContents } from 'electron';
import { describe, expect, test } from 'vitest';
import { startBroker } from '../../../electron/main/broker.ts';
import type { EngineProcess } from '../../../electron/main/supervisor.ts';
import { MessageChannelMain } from '../../support/electron-stand-in/message-ports.ts';

const ours = { origin: 'app://meridian', parent: null };

/** The stand-in's, which has the same shape and another class. */
const createChannel = (): Channel => {
  const channel: unknown = new MessageChannelMain();
  return channel as Channel;
};

const setUp = () => {
  const waiting: ((engine: EngineProcess) => void)[] = [];
  const toEngine: { message: unknown; ports: number }[] = [];
  const warnings: string[] = [];
  let listener = (_event: IpcMainEvent): void => {};
  const ipc: Pick<IpcMain, 'on'> = {
    on: (_channel, heard) => {
      listener = heard;
      return ipc as IpcMain;
    },
  };
  startBroker({
    ipc,
    supervisor: { whenReady: (task) => void waiting.push(task) },
    createChannel,
    log: { info: () => {}, warn: (message) => void warnings.push(message) },
  });
  const engine: EngineProcess = {
    post: (message, ports) => void toEngine.push({ message, ports: ports?.length ?? 0 }),
    onMessage: () => {},
    onExit: () => {},
    kill: () => {},
  };
  const page = () => {
    const received: { channel: string; ports: number }[] = [];
    const state = { destroyed: false };
    const contents = {
      isDestroyed: () => state.destroyed,
      postMessage: (channel: string, _message: unknown, ports: readonly unknown[]) =>
        void received.push({ channel, ports: ports.length }),
    } as unknown as WebContents;
    return { contents, received, state };
  };
  return {
    page,
    toEngine,
    warnings,
    waiting,
    ask: (sender: WebContents, senderFrame: unknown = ours) => listener({ sender, senderFrame } as IpcMainEvent),
    becomeReady: () => {
      for (const task of waiting.splice(0)) task(engine);
    },
  };
};

describe('a page gets its port to the engine', () => {
  test('one end each way, as soon as the engine is ready', () => {
    const { page, ask, becomeReady, toEngine } = setUp();
    const { contents, received } = page();
    ask(contents);
    expect(received).toEqual([]);
    becomeReady();
    expect(received).toEqual([{ channel: 'meridian:port', ports: 1 }]);
    expect(toEngine).toEqual([{ message: { type: 'window' }, ports: 1 }]);
  });

  test('asking twice while waiting brings one port; asking again later brings another', () => {
    const { page, ask, becomeReady } = setUp();
    const { contents, received } = page();
    ask(contents);
    ask(contents);
    becomeReady();
    expect(received).toHaveLength(1);
    ask(contents);
    becomeReady();
    expect(received).toHaveLength(2);
  });

  test('a frame that is not ours gets none', () => {
    const { page, ask, waiting, warnings } = setUp();
    const { contents } = page();
    for (const frame of [null, { ...ours, parent: {} }, { ...ours, origin: 'https://example.com' }])
      ask(contents, frame);
    expect(waiting).toEqual([]);
    expect(warnings).toHaveLength(3);
  });

  test('a page that is gone by then gets none, and the engine hears nothing', () => {
    const { page, ask, becomeReady, toEngine } = setUp();
    const { contents, received, state } = page();
    ask(contents);
    state.destroyed = true;
    becomeReady();
    expect([received, toEngine]).toEqual([[], []]);
  });
});
