import { connectLabDevice, type LabDevice } from '#test/support/sync/relay-lab.ts';
import { createLogWriter } from '#test/support/sync/log-writer.ts';
import { createMemoryReplica, type MemoryReplica } from '#test/support/sync/memory-replica.ts';
import { createTestTeam } from '#test/support/sync/test-team.ts';
import { systemRandom } from '#engine/crypto/index.ts';
import { until } from '../ours.ts';
import { residentBytes, startRelay, startRivalServer } from '../processes.ts';
import { connected, openRival } from '../rival.ts';
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

interface Crowd {
  readonly teams: number;
  readonly devicesEach: number;
  /** Logs of each team: some four a device, one for each space it writes to. */
  readonly logsEach: number;
}

/** Bytes that the relay takes with everybody connected and nothing happening. */
const idleOurs = async ({ teams, devicesEach, logsEach }: Crowd, data: string): Promise<number> => {
  const relay = await startRelay(data);
  const devices: LabDevice[] = [];
  for (let nth = 0; nth < teams; nth++) {
    const team = createTestTeam(systemRandom);
    const replica = filledReplica(logsEach, 1);
    for (let at = 0; at < devicesEach; at++) {
      const device = connectLabDevice(relay.url, team.device(), { replica });
      devices.push(device);
      await until(() => Promise.resolve(synced(device)));
    }
  }
  const bytes = residentBytes(relay.pid);
  for (const { client } of devices) client.close();
  await relay.stop();
  return bytes;
};

const idleRival = async (count: number, folder: string): Promise<number> => {
  const server = await startRivalServer(folder);
  const repos = [];
  for (let nth = 0; nth < count; nth++) {
    const repo = openRival(null, server.url);
    repos.push(repo);
    await connected(repo);
  }
  const bytes = residentBytes(server.pid);
  for (const repo of repos) await repo.shutdown();
  await server.stop();
  return bytes;
};

const idle = async ({ quick, folder }: BenchContext): Promise<readonly Row[]> => {
  const megabyte = 1024 * 1024;
  const teams = quick ? 3 : 50;
  const count = teams * 10;
  const many = (await idleOurs({ teams, devicesEach: 10, logsEach: 40 }, `${folder('idle-many')}/relay.db`)) / megabyte;
  const one =
    (await idleOurs({ teams: 1, devicesEach: count, logsEach: count }, `${folder('idle-one')}/relay.db`)) / megabyte;
  const rival = (await idleRival(count, folder('idle-rival'))) / megabyte;
  return [
    row({
      name: `relay memory, ${count} idle clients`,
      unit: 'MB',
      ours: many,
      rival,
      budget: '<= 300',
      met: many <= 300,
      note: `${teams} teams of 10 authenticated devices with 40 logs; the rival's clients are anonymous and its server holds no documents`,
    }),
    row({
      name: `the same, one team`,
      unit: 'MB',
      ours: one,
      rival,
      note: `one team of ${count} devices with ${count} logs: each session follows every log`,
    }),
  ];
};

export const relayIngest: BenchRow = async (ctx) => [await ingest(ctx), ...(await idle(ctx))];
