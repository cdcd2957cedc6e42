import { connectLabDevice, type LabDevice } from '#test/support/sync/relay-lab.ts';
import { createLogWriter } from '#test/support/sync/log-writer.ts';
import { createMemoryReplica, type MemoryReplica } from '#test/support/sync/memory-replica.ts';
import { createTestTeam } from '#test/support/sync/test-team.ts';
import { systemRandom } from '#engine/crypto/index.ts';
import { until } from '../ours.ts';
import { residentBytes, startRelay, startRivalServer } from '../processes.ts';
import { openRival } from '../rival.ts';
import { row, type Row } from '../stats.ts';
import type { BenchContext, BenchRow } from './context.ts';

/** A body as padding leaves most of them: two short texts and a number, sealed. */
const bodyBytes = 320;

const filledReplica = (logs: number, entriesEach: number): MemoryReplica => {
  const replica = createMemoryReplica();
  for (let nth = 0; nth < logs; nth++) {
    const writer = createLogWriter(systemRandom);
    replica.fill(
      writer.log,
      Array.from({ length: entriesEach }, () => writer.next(bodyBytes)),
    );
  }
  return replica;
};

const synced = ({ client }: LabDevice): boolean => client.state().state === 'synced';

/** Devices of as many teams hand over logs that the relay has never seen; the clock stops at the last receipt. */
const ingest = async ({ quick, folder }: BenchContext): Promise<Row> => {
  const [teams, logs, entriesEach, rounds] = quick ? [4, 16, 250, 1] : [8, 32, 250, 3];
  const total = teams * logs * entriesEach;
  const rates: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const relay = await startRelay(`${folder(`relay-ingest-${round}`)}/relay.db`);
    const filled = Array.from({ length: teams }, () => ({
      device: createTestTeam(systemRandom).device(),
      replica: filledReplica(logs, entriesEach),
    }));
    const started = performance.now();
    const devices = filled.map(({ device, replica }) => connectLabDevice(relay.url, device, { replica }));
    await until(() => Promise.resolve(devices.every(synced)));
    rates.push(total / ((performance.now() - started) / 1000));
    for (const { client } of devices) client.close();
    await relay.stop();
  }
  const rate = rates.sort((a, b) => a - b)[Math.floor(rates.length / 2)] ?? 0;
  return row({
    name: `relay ingest, ${total} entries`,
    unit: 'entries/s',
    ours: rate,
    budget: '>= 30,000',
    met: rate >= 30_000,
    note: `${teams} devices, ${teams * logs} logs; chains checked, fsynced before each receipt; median of ${rounds}; the rival's server neither signs nor acknowledges, so there is nothing to compare`,
  });
};

/** One large team, everybody connected, nothing happening. */
const idle = async ({ quick, folder }: BenchContext): Promise<Row> => {
  const count = quick ? 100 : 500;
  const relay = await startRelay(`${folder('relay-idle')}/relay.db`);
  const team = createTestTeam(systemRandom);
  const replica = filledReplica(count, 1);
  const devices: LabDevice[] = [];
  for (let nth = 0; nth < count; nth++) {
    const device = connectLabDevice(relay.url, team.device(), { replica });
    devices.push(device);
    await until(() => Promise.resolve(synced(device)));
  }
  const ours = residentBytes(relay.pid);
  for (const { client } of devices) client.close();
  await relay.stop();

  const server = await startRivalServer(folder('relay-idle-rival'));
  const repos = [];
  for (let nth = 0; nth < count; nth++) {
    const repo = openRival(null, server.url);
    repos.push(repo);
    await until(() => Promise.resolve(repo.peers.length > 0));
  }
  const rival = residentBytes(server.pid);
  for (const repo of repos) await repo.shutdown();
  await server.stop();
  const megabyte = 1024 * 1024;
  return row({
    name: `relay memory, ${count} idle clients`,
    unit: 'MB',
    ours: ours / megabyte,
    rival: rival / megabyte,
    budget: '<= 300',
    met: ours / megabyte <= 300,
    note: `ours: one team of ${count} authenticated devices with ${count} logs; the rival holds no documents`,
  });
};

export const relayIngest: BenchRow = async (ctx) => [await ingest(ctx), await idle(ctx)];
