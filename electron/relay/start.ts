import type { Clock, Log, Timers } from '#shared/std/index.ts';
import type { RelayOptions } from './options.ts';
import { createRelay } from './relay.ts';
import type { RelayHealth } from './relay.ts';
import { serveRelay } from './serve.ts';
import { systemRandom } from './sodium.ts';
import { openSqliteStore } from './store/index.ts';

export interface RunningRelay {
  readonly port: number;
  readonly health: () => RelayHealth;
  /** Serves nobody any more, everything committed, file closed. */
  readonly stop: () => Promise<void>;
}

const systemClock: Clock = { now: () => Date.now() };

const systemTimers: Timers = {
  after: (ms, task) => {
    const timer = setTimeout(task, ms);
    return () => clearTimeout(timer);
  },
};

/** A whole relay in this process: SQLite file, WebSocket port, real clock. Rejects if the port or the file is not to be had. */
export const startRelay = async (
  options: Pick<RelayOptions, 'host' | 'port' | 'data'> & Partial<RelayOptions>,
  log: Log,
): Promise<RunningRelay> => {
  const store = openSqliteStore(options.data);
  const relay = createRelay({
    store,
    clock: systemClock,
    timers: systemTimers,
    random: systemRandom,
    log,
    defer: (task) => {
      setImmediate(task);
    },
    ...(options.teamBytes === undefined ? {} : { limits: { teamBytes: options.teamBytes } }),
    ...(options.origins === undefined ? {} : { origins: options.origins }),
    ...(options.allow === undefined ? {} : { allow: options.allow }),
  });
  try {
    const served = await serveRelay({
      relay,
      timers: systemTimers,
      host: options.host,
      port: options.port,
      trustProxy: options.trustProxy ?? false,
    });
    return {
      port: served.port,
      health: relay.health,
      stop: async () => {
        await served.close();
        store.close();
      },
    };
  } catch (cause) {
    store.close();
    throw cause;
  }
};
