import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';
import { err } from '#shared/std/index.ts';
import type { Result, Timers } from '#shared/std/index.ts';
import { failure } from '#shared/protocol/index.ts';
import type {
  CommandName,
  CommandParams,
  CommandResult,
  EngineClient,
  ProtocolError,
  QueryName,
  QueryParams,
} from '#shared/protocol/index.ts';
import { isRecordCommand } from '#shared/domain/index.ts';
import type { Connector } from './connector.ts';
import { shareUnchanged } from './share.ts';

export type ConnectionState =
  | { readonly phase: 'connecting' }
  | { readonly phase: 'up'; readonly restarted: boolean }
  | { readonly phase: 'down'; readonly error: ProtocolError | null };

/** What a subscription has brought so far. Data stays while the connection is away. */
export interface QueryState {
  readonly data: unknown;
  readonly error: ProtocolError | null;
}

export interface WindowState {
  readonly connection: ConnectionState;
  readonly queries: Readonly<Record<string, QueryState>>;
}

/** The one store of a window: connection, subscribed queries, and the way to run commands. */
export interface AppState {
  readonly store: StoreApi<WindowState>;
  readonly keyOf: (name: string, params: unknown) => string;
  /** Subscribes until the returned function is called; several subscribers share one subscription. */
  readonly watch: <N extends QueryName>(name: N, params: QueryParams<N>) => () => void;
  /** Runs a command; survives one restart of the engine without acting twice. */
  readonly run: <N extends CommandName>(
    name: N,
    params: CommandParams<N>,
  ) => Promise<Result<CommandResult<N>, ProtocolError>>;
  /** What this window changed last and did not undo; null when there is nothing. */
  readonly lastChange: () => string | null;
  /** Takes a change of this window back, as a new change. */
  readonly undo: (change: string) => Promise<Result<unknown, ProtocolError>>;
  /** Tries to connect at once instead of waiting for the next attempt. */
  readonly retry: () => void;
  readonly stop: () => void;
}

export interface AppStateDeps {
  readonly connector: Connector;
  readonly timers: Timers;
  /** A fresh text for the idempotency id of a command. */
  readonly freshId: () => string;
}

/** A subscription outlives its last user by this long, so that going back and forth shows data at once. */
export const lingerMs = 20_000;
/** Waits before the second, third … attempt to connect; the last one repeats. */
export const backoffMs: readonly number[] = [250, 500, 1000, 2000, 4000];
/** How long a command waits for the engine to come back before it fails. */
export const patienceMs = 8000;

const away = failure('unavailable', 'The engine is not running. Nothing was changed; try again in a moment.');

interface Watch {
  readonly name: QueryName;
  readonly params: unknown;
  users: number;
  stop: (() => void) | undefined;
  forget: (() => void) | undefined;
}

export const createAppState = (deps: AppStateDeps): AppState => {
  const { connector, timers, freshId } = deps;
  const store = createStore<WindowState>()(() => ({ connection: { phase: 'connecting' }, queries: {} }));
  const watches = new Map<string, Watch>();
  const waiting = new Set<(client: EngineClient | null) => void>();
  /** The idempotency ids of this window's changes, newest last. */
  const changes: string[] = [];
  let client: EngineClient | null = null;
  let attempts = 0;
  let wasUp = false;
  let stopped = false;
  let cancelRetry: (() => void) | undefined;

  const setConnection = (connection: ConnectionState): void => store.setState({ connection });

  const setQuery = (key: string, result: Result<unknown, ProtocolError>): void => {
    const { queries } = store.getState();
    const before = queries[key];
    const next: QueryState = result.ok
      ? { data: shareUnchanged(before?.data, result.value), error: null }
      : // A locked profile takes everything it has shown out of the window's memory too.
        { data: result.error.code === 'locked' ? undefined : before?.data, error: result.error };
    if (before !== undefined && before.data === next.data && before.error === next.error) return;
    store.setState({ queries: { ...queries, [key]: next } });
  };

  const subscribe = (key: string, watch: Watch): void => {
    if (client === null) return;
    const from = client;
    watch.stop = from.watch(watch.name, watch.params as never, (result) => {
      // A connection that ended reports it to every subscription; what was shown stays until the next one answers.
      if (!result.ok && result.error.code === 'unavailable') return;
      if (from === client) setQuery(key, result);
    });
  };

  const connect = async (): Promise<void> => {
    cancelRetry?.();
    cancelRetry = undefined;
    const opened = await connector.open();
    if (stopped) {
      if (opened.ok) opened.value.close();
      return;
    }
    if (!opened.ok) {
      lose(opened.error);
      return;
    }
    const fresh = opened.value;
    client = fresh;
    attempts = 0;
    for (const [key, watch] of watches) subscribe(key, watch);
    setConnection({ phase: 'up', restarted: wasUp });
    wasUp = true;
    for (const resume of waiting) resume(fresh);
    waiting.clear();
    fresh.onClose(() => {
      if (client === fresh) lose(null);
    });
  };

  const begin = (): void => {
    connect().catch((cause: unknown) => {
      lose(failure('unavailable', cause instanceof Error ? cause.message : String(cause)));
    });
  };

  const lose = (error: ProtocolError | null): void => {
    client = null;
    if (stopped) return;
    setConnection({ phase: 'down', error });
    // A refusal of this window will not become a welcome by asking again.
    if (error?.code === 'unauthorized' || error?.code === 'newer-version') return;
    const wait = backoffMs[Math.min(attempts, backoffMs.length - 1)] ?? 0;
    attempts += 1;
    cancelRetry = timers.after(wait, begin);
  };

  const connected = (): Promise<EngineClient | null> => {
    if (client !== null) return Promise.resolve(client);
    return new Promise((resolve) => {
      const settle = (value: EngineClient | null): void => {
        waiting.delete(settle);
        cancel();
        resolve(value);
      };
      const cancel = timers.after(patienceMs, () => settle(null));
      waiting.add(settle);
    });
  };

  const keyOf = (name: string, params: unknown): string => `${name} ${JSON.stringify(params)}`;

  const send = async <N extends CommandName>(
    name: N,
    params: CommandParams<N>,
    once: string,
  ): Promise<Result<CommandResult<N>, ProtocolError>> => {
    const first = await connected();
    if (first === null) return err(away);
    const result = await first.run(name, params, once);
    if (result.ok || result.error.code !== 'unavailable') return result;
    // The engine went away while it worked. The same idempotency id makes asking again safe.
    const second = await connected();
    return second === null || second === first ? result : second.run(name, params, once);
  };
  const run: AppState['run'] = async (name, params) => {
    const once = freshId();
    const result = await send(name, params, once);
    if (result.ok && isRecordCommand(name) && name !== 'change.undo') changes.push(once);
    return result;
  };

  begin();

  return {
    store,
    keyOf,
    watch: (name, params) => {
      const key = keyOf(name, params);
      const known = watches.get(key);
      const watch: Watch = known ?? { name, params, users: 0, stop: undefined, forget: undefined };
      watch.forget?.();
      watch.forget = undefined;
      watch.users += 1;
      if (known === undefined) {
        watches.set(key, watch);
        subscribe(key, watch);
      }
      let released = false;
      return () => {
        if (released) return;
        released = true;
        watch.users -= 1;
        if (watch.users > 0) return;
        watch.forget = timers.after(lingerMs, () => {
          watches.delete(key);
          watch.stop?.();
          store.setState(({ queries }) => ({
            queries: Object.fromEntries(Object.entries(queries).filter(([other]) => other !== key)),
          }));
        });
      };
    },
    run,
    lastChange: () => changes.at(-1) ?? null,
    undo: (change) => {
      // Also when it is refused: the one before it comes next.
      changes.splice(changes.lastIndexOf(change), changes.includes(change) ? 1 : 0);
      return run('change.undoCommand', { once: change });
    },
    retry: () => {
      if (client !== null || stopped) return;
      attempts = 0;
      begin();
    },
    stop: () => {
      stopped = true;
      cancelRetry?.();
      for (const watch of watches.values()) watch.forget?.();
      watches.clear();
      client?.close();
      client = null;
      for (const settle of waiting) settle(null);
    },
  };
};
