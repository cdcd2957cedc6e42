import { describe, expect, test } from 'vitest';
import { failure, type OpenMessage, type ProtocolError, type SupervisorMessage } from '#shared/protocol/index.ts';
import { err, ok } from '#shared/std/index.ts';
import { createSupervisor, type EngineProcess, type SupervisorPorts } from '../../../electron/main/supervisor.ts';
import { restartDelay } from '../../../electron/main/backoff.ts';

interface FakeEngine extends EngineProcess {
  readonly posted: SupervisorMessage[];
  readonly say: (message: unknown) => void;
  readonly exit: (code: number) => void;
  killed: boolean;
}

const fakeEngine = (): FakeEngine => {
  let message = (_message: unknown): void => {};
  let exit = (_code: number): void => {};
  const engine: FakeEngine = {
    posted: [],
    killed: false,
    post: (sent) => void engine.posted.push(sent),
    onMessage: (listener) => {
      message = listener;
    },
    onExit: (listener) => {
      exit = listener;
    },
    kill: () => {
      engine.killed = true;
      exit(9);
    },
    say: (sent) => message(sent),
    exit: (code) => exit(code),
  };
  return engine;
};

const opening: OpenMessage = { type: 'open', directory: '/p', key: null, relays: [], sample: false, lan: true };

const setUp = (given: Partial<SupervisorPorts> = {}) => {
  const engines: FakeEngine[] = [];
  const timers: { at: number; task: () => void }[] = [];
  const refusals: ProtocolError[] = [];
  const state = { now: 0, downs: 0 };
  const supervisor = createSupervisor({
    fork: () => {
      const engine = fakeEngine();
      engines.push(engine);
      return engine;
    },
    opening: async () => ok(opening),
    keychain: async ({ id, key }) => ({ type: 'keychain', id, key, error: null }),
    clock: { now: () => state.now },
    timers: {
      after: (ms, task) => {
        const timer = { at: state.now + ms, task };
        timers.push(timer);
        return () => {
          if (timers.includes(timer)) timers.splice(timers.indexOf(timer), 1);
        };
      },
    },
    log: { info: () => {}, warn: () => {} },
    onDown: () => {
      state.downs++;
    },
    onRefused: (error) => void refusals.push(error),
    ...given,
  });
  const pass = (ms: number): void => {
    state.now += ms;
    for (const timer of timers.filter((one) => one.at <= state.now)) {
      timers.splice(timers.indexOf(timer), 1);
      timer.task();
    }
  };
  const newest = (): FakeEngine => {
    const engine = engines.at(-1);
    if (engine === undefined) throw new Error('No engine was started');
    return engine;
  };
  return { supervisor, engines, newest, timers, refusals, state, pass };
};

const settled = async (): Promise<void> => {
  for (let i = 0; i < 10; i++) await Promise.resolve();
};

describe('the engine is kept running', () => {
  test('it is told what to open, and windows wait until it is ready', async () => {
    const { supervisor, newest } = setUp();
    const given: EngineProcess[] = [];
    supervisor.whenReady((engine) => void given.push(engine));
    supervisor.start();
    await settled();
    expect(newest().posted).toEqual([opening]);
    expect(given).toEqual([]);
    newest().say({ type: 'ready' });
    expect(given).toEqual([newest()]);
    supervisor.whenReady((engine) => void given.push(engine));
    expect(given.length).toBe(2);
  });

  test('after a crash it is started again, and windows that ask meanwhile get the new one', async () => {
    const { supervisor, engines, newest, state, pass } = setUp();
    supervisor.start();
    await settled();
    newest().say({ type: 'ready' });
    newest().exit(139);
    expect(state.downs).toBe(1);
    const given: EngineProcess[] = [];
    supervisor.whenReady((engine) => void given.push(engine));
    pass(249);
    expect(engines.length).toBe(1);
    pass(1);
    expect(engines.length).toBe(2);
    await settled();
    newest().say({ type: 'ready' });
    expect(given).toEqual([engines[1]]);
  });

  test('crashes in a row wait longer and longer; a good minute counts as healthy', async () => {
    const { supervisor, timers, newest, state, pass } = setUp();
    supervisor.start();
    const delays: number[] = [];
    for (let i = 0; i < 9; i++) {
      newest().exit(1);
      const delay = (timers[0]?.at ?? 0) - state.now;
      delays.push(delay);
      pass(delay);
    }
    expect(delays).toEqual([250, 500, 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000]);
    pass(60_000);
    newest().exit(1);
    expect((timers[0]?.at ?? 0) - state.now).toBe(restartDelay(1));
  });

  test('a profile that cannot be opened is not tried again', async () => {
    const { supervisor, engines, newest, refusals, pass } = setUp();
    supervisor.start();
    await settled();
    const error = failure('profile-in-use', 'Another Meridian has this profile.');
    newest().say({ type: 'refused', error });
    expect(refusals).toEqual([error]);
    newest().exit(0);
    pass(100_000);
    expect(engines.length).toBe(1);
  });

  test('a keychain that does not open the key is final too', async () => {
    const error = failure('unauthorized', 'Unlock the keychain.');
    const { supervisor, newest, refusals } = setUp({ opening: async () => err(error) });
    supervisor.start();
    await settled();
    expect(refusals).toEqual([error]);
    expect(newest().posted).toEqual([]);
  });

  test('stopping lets the engine finish, and forces it after five seconds', async () => {
    const { supervisor, engines, newest, pass } = setUp();
    supervisor.start();
    await settled();
    newest().say({ type: 'ready' });
    const stopped = supervisor.stop();
    expect(newest().posted.at(-1)).toEqual({ type: 'close' });
    pass(4_999);
    expect(newest().killed).toBe(false);
    pass(1);
    expect(newest().killed).toBe(true);
    await stopped;
    pass(100_000);
    expect(engines.length).toBe(1);
  });

  test('stopping between two starts cancels the next one', async () => {
    const { supervisor, engines, newest, pass } = setUp();
    supervisor.start();
    await settled();
    newest().exit(1);
    await supervisor.stop();
    pass(100_000);
    expect(engines.length).toBe(1);
  });

  test('a question about the keychain is answered also where the keychain fails', async () => {
    const { supervisor, newest } = setUp({ keychain: () => Promise.reject(new Error('the collection is locked')) });
    supervisor.start();
    await settled();
    newest().say({ type: 'keychain', id: 3, act: 'save', key: 'k' });
    await settled();
    expect(newest().posted.at(-1)).toMatchObject({
      type: 'keychain',
      id: 3,
      key: null,
      error: { code: 'unavailable' },
    });
  });

  test('messages that are not part of the protocol change nothing', async () => {
    const { supervisor, newest } = setUp();
    let given = 0;
    supervisor.whenReady(() => given++);
    supervisor.start();
    for (const odd of [null, 'ready', { type: 'unknown' }, { type: 'refused' }, 7]) newest().say(odd);
    expect(given).toBe(0);
  });
});
