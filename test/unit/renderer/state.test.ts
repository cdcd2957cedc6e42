import { describe, expect, it } from 'vitest';
import { failure } from '#shared/protocol/index.ts';
import type { EngineClient, ProtocolError } from '#shared/protocol/index.ts';
import { err, ok } from '#shared/std/index.ts';
import type { Result } from '#shared/std/index.ts';
import { backoffMs, createAppState, lingerMs } from '#renderer/state/create-state.ts';
import { manualTimers } from './manual-timers.ts';

const tick = async (): Promise<void> => {
  for (let turn = 0; turn < 10; turn++) await Promise.resolve();
};

/** An engine whose connections a test can break, and whose answers it gives. */
const brittleEngine = () => {
  const clients: {
    readonly watched: Map<string, (value: Result<never, ProtocolError>) => void>;
    readonly break: () => void;
  }[] = [];
  const runs: { readonly name: string; readonly once: string | undefined }[] = [];
  let dropRuns = 0;
  let refuse: ProtocolError | null = null;
  const open = (): Promise<Result<EngineClient, ProtocolError>> => {
    if (refuse !== null) return Promise.resolve(err(refuse));
    const watched = new Map<string, (value: Result<never, ProtocolError>) => void>();
    let closed: () => void = () => undefined;
    const end = (): void => {
      closed();
    };
    const client: EngineClient = {
      run: (name, _params, once) => {
        runs.push({ name, once });
        if (dropRuns > 0) {
          dropRuns -= 1;
          end();
          return Promise.resolve(err(failure('unavailable', 'gone')));
        }
        return Promise.resolve(ok({ id: 'x'.repeat(43) } as never));
      },
      read: () => Promise.resolve(err(failure('unavailable', 'not used'))),
      watch: (name, _params, listener) => {
        watched.set(name, listener);
        return () => {
          watched.delete(name);
        };
      },
      ready: Promise.resolve(ok(null)),
      onClose: (listener) => {
        closed = listener;
      },
      close: () => undefined,
    };
    clients.push({ watched, break: end });
    return Promise.resolve(ok(client));
  };
  return {
    open,
    clients,
    runs,
    dropNextRun: () => {
      dropRuns = 1;
    },
    refuse: (error: ProtocolError | null) => {
      refuse = error;
    },
  };
};

const setUp = async () => {
  const engine = brittleEngine();
  const timers = manualTimers();
  let count = 0;
  const state = createAppState({ connector: engine, timers, freshId: () => `once-${String(++count)}` });
  await tick();
  return { engine, timers, state };
};

describe('the window state', () => {
  it('subscribes once for several users and lets go a while after the last has left', async () => {
    const { engine, timers, state } = await setUp();
    const leaveOne = state.watch('people', {});
    const leaveTwo = state.watch('people', {});
    expect(engine.clients[0]?.watched.size).toBe(1);
    leaveOne();
    leaveTwo();
    timers.advance(lingerMs - 1);
    expect(engine.clients[0]?.watched.size).toBe(1);
    timers.advance(1);
    expect(engine.clients[0]?.watched.size).toBe(0);
  });

  it('keeps what it shows while the engine is away and subscribes again when it is back', async () => {
    const { engine, timers, state } = await setUp();
    state.watch('pins', {});
    engine.clients[0]?.watched.get('pins')?.(ok({ items: [] } as never));
    const key = state.keyOf('pins', {});
    engine.clients[0]?.break();
    expect(state.store.getState().connection.phase).toBe('down');
    expect(state.store.getState().queries[key]?.data).toEqual({ items: [] });
    timers.advance(backoffMs[0] ?? 0);
    await tick();
    expect(state.store.getState().connection).toEqual({ phase: 'up', restarted: true });
    expect(engine.clients[1]?.watched.has('pins')).toBe(true);
  });

  it('repeats a command under the same idempotency id when the engine went away meanwhile', async () => {
    const { engine, timers, state } = await setUp();
    engine.dropNextRun();
    const result = state.run('away.markRead', {});
    await tick();
    timers.advance(backoffMs[0] ?? 0);
    await tick();
    expect((await result).ok).toBe(true);
    expect(engine.runs.map((run) => run.once)).toEqual(['once-1', 'once-1']);
  });

  it('fails a command with a sentence when the engine stays away', async () => {
    const { engine, timers, state } = await setUp();
    engine.refuse(failure('unreachable', 'nobody there'));
    engine.clients[0]?.break();
    const result = state.run('away.markRead', {});
    timers.advance(60_000);
    for (let turn = 0; turn < 20; turn++) {
      await tick();
      timers.advance(1000);
    }
    const settled = await result;
    expect(settled.ok ? '' : settled.error.code).toBe('unavailable');
  });

  it('does not ask again once it was refused', async () => {
    const { engine, timers, state } = await setUp();
    engine.refuse(failure('unauthorized', 'not you'));
    engine.clients[0]?.break();
    timers.advance(backoffMs[0] ?? 0);
    await tick();
    engine.refuse(null);
    timers.advance(600_000);
    await tick();
    expect(state.store.getState().connection).toMatchObject({ phase: 'down', error: { code: 'unauthorized' } });
    expect(engine.clients.length).toBe(1);
  });
});
