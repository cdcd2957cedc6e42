import { systemRandom } from '#engine/crypto/index.ts';
import { startLan, transportKeys } from '#engine/transports/index.ts';
import type { Discovery, FoundService, Lan, LanOptions } from '#engine/transports/index.ts';
import type { SessionReport } from '#shared/sync/index.ts';
import { createMemoryReplica } from './memory-replica.ts';
import type { MemoryReplica } from './memory-replica.ts';
import { quietLog, realClock, realTimers } from './real-ports.ts';
import type { TestDevice } from './test-team.ts';

export interface LabLanDevice {
  readonly lan: Lan;
  readonly address: string;
  readonly replica: MemoryReplica;
  readonly reports: readonly SessionReport[];
}

/** A device on the loopback network with a replica in memory. */
export const startLabLan = async (
  device: TestDevice,
  lanKey: Uint8Array,
  options: Partial<LanOptions> & { readonly replica?: MemoryReplica } = {},
): Promise<LabLanDevice> => {
  const replica = options.replica ?? createMemoryReplica();
  const reports: SessionReport[] = [];
  const lan = await startLan({
    identity: device.identity,
    clock: realClock,
    timers: realTimers,
    random: systemRandom,
    lanKey,
    keys: transportKeys(systemRandom.bytes(32)),
    admits: () => true,
    host: { replica: () => replica, onReport: (_, report) => void reports.push(report) },
    log: quietLog,
    bind: '127.0.0.1',
    port: 0,
    onChange: () => undefined,
    ...options,
  });
  return { lan, address: `127.0.0.1:${String(lan.port)}`, replica, reports };
};

/** A local network in memory: what one announces the others find. */
export const createMemoryNetwork = (): {
  readonly join: () => Discovery;
  readonly announced: () => readonly FoundService[];
} => {
  const services = new Map<string, FoundService>();
  const browsers = new Set<{ found: (service: FoundService) => void; lost: (name: string) => void }>();
  return {
    announced: () => [...services.values()],
    join: () => ({
      announce: (service) => {
        const found = { ...service, addresses: ['127.0.0.1'] };
        services.set(service.name, found);
        for (const browser of browsers) browser.found(found);
        return () => {
          services.delete(service.name);
          for (const browser of browsers) browser.lost(service.name);
        };
      },
      browse: (found, lost) => {
        const browser = { found, lost };
        browsers.add(browser);
        for (const service of services.values()) found(service);
        return () => browsers.delete(browser);
      },
      close: () => undefined,
    }),
  };
};
