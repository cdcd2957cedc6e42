import { createRelayClient } from '#engine/transports/index.ts';
import type { ConnectionState, RelayClient, RelayClientOptions } from '#engine/transports/index.ts';
import { systemRandom } from '#engine/crypto/index.ts';
import { createMemoryStore, createRelay, serveRelay } from '#relay/index.ts';
import type { RelayDeps, RelayStore } from '#relay/index.ts';
import type { SessionReport } from '#shared/sync/index.ts';
import { createMemoryReplica } from './memory-replica.ts';
import type { MemoryReplica } from './memory-replica.ts';
import { quietLog, realClock, realTimers } from './real-ports.ts';
import type { TestDevice } from './test-team.ts';

export interface LabRelay {
  readonly url: string;
  readonly port: number;
  readonly store: RelayStore;
  readonly health: () => { readonly connections: number; readonly devices: number };
  /** It is reached under this address too, as if started with `--origin`. */
  readonly alsoAt: (url: string) => void;
  readonly stop: () => Promise<void>;
}

/** A real relay on a loopback port. */
export const startLabRelay = async (
  options: Partial<RelayDeps> & { readonly port?: number; readonly trustProxy?: boolean } = {},
): Promise<LabRelay> => {
  const store = options.store ?? createMemoryStore();
  const origins = [...(options.origins ?? [])];
  const relay = createRelay({
    clock: realClock,
    timers: realTimers,
    random: systemRandom,
    log: quietLog,
    defer: (task) => void setImmediate(task),
    ...options,
    origins,
    store,
  });
  const served = await serveRelay({
    relay,
    timers: realTimers,
    host: '127.0.0.1',
    port: options.port ?? 0,
    trustProxy: options.trustProxy ?? false,
  });
  const url = `ws://127.0.0.1:${served.port}`;
  return {
    url,
    port: served.port,
    store,
    health: relay.health,
    alsoAt: (other) => {
      if (origins.length === 0) origins.push(url);
      origins.push(other);
    },
    stop: served.close,
  };
};

export interface LabDevice {
  readonly replica: MemoryReplica;
  readonly client: RelayClient;
  readonly reports: readonly SessionReport[];
  readonly states: readonly ConnectionState[];
}

/** A device with a replica in memory and the real client. */
export const connectLabDevice = (
  url: string,
  device: TestDevice,
  options: Partial<RelayClientOptions> & { readonly replica?: MemoryReplica } = {},
): LabDevice => {
  const replica = options.replica ?? createMemoryReplica();
  const reports: SessionReport[] = [];
  const states: ConnectionState[] = [];
  const client = createRelayClient({
    url,
    identity: device.identity,
    clock: realClock,
    timers: realTimers,
    random: systemRandom,
    host: {
      replica: () => replica,
      onReport: (_, report) => void reports.push(report),
    },
    onState: (state) => void states.push(state),
    ...options,
  });
  return { replica, client, reports, states };
};
