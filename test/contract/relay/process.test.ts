import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, describe, expect, test } from 'vitest';
import { readOptions } from '#relay/index.ts';
import { toText } from '#shared/std/index.ts';
import { seededRandom } from '#test/support/seeded-random.ts';
import { createLogWriter } from '#test/support/sync/log-writer.ts';
import { until } from '#test/support/sync/real-ports.ts';
import { connectLabDevice } from '#test/support/sync/relay-lab.ts';
import type { LabDevice } from '#test/support/sync/relay-lab.ts';
import { createTestTeam } from '#test/support/sync/test-team.ts';

const random = seededRandom(90);
const running: ChildProcess[] = [];
const devices: LabDevice[] = [];
const folders: string[] = [];
const newFile = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'meridian-relay-'));
  folders.push(folder);
  return join(folder, 'relay.sqlite');
};
afterEach(() => {
  for (const device of devices.splice(0)) device.client.close();
  for (const child of running.splice(0)) child.kill('SIGKILL');
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

const main = join(import.meta.dirname, '../../../electron/relay/main.ts');
const startRelayProcess = (
  args: readonly string[],
): ChildProcess & { readonly lines: readonly string[]; readonly errors: readonly string[] } => {
  const child = spawn(process.execPath, [main, ...args], { stdio: ['ignore', 'pipe', 'pipe'], env: {} });
  running.push(child);
  const lines: string[] = [];
  const errors: string[] = [];
  createInterface({ input: child.stdout }).on('line', (line) => lines.push(line));
  createInterface({ input: child.stderr }).on('line', (line) => errors.push(line));
  return Object.assign(child, { lines, errors });
};
const started = async (file: string, port = 0) => {
  const child = startRelayProcess(['--json', '--host', '127.0.0.1', '--port', String(port), '--data', file]);
  await until(() => child.lines.length > 0 || child.exitCode !== null);
  const line: unknown = JSON.parse(child.lines[0] ?? '{}');
  if (!line || typeof line !== 'object' || !('port' in line)) throw new Error(child.errors.join('\n'));
  return { child, port: Number(line.port), url: `ws://127.0.0.1:${Number(line.port)}` };
};
const connect = (...args: Parameters<typeof connectLabDevice>): LabDevice => {
  const device = connectLabDevice(...args);
  devices.push(device);
  return device;
};

describe('npm run relay', () => {
  test('serves until SIGTERM, says how it is reached, answers /health and ends with 0', async () => {
    const child = startRelayProcess(['--host', '127.0.0.1', '--port', '0', '--data', newFile()]);
    await until(() => child.lines.length > 1);
    expect(child.lines[1]).toContain('--origin');
    const port = /ws:\/\/127\.0\.0\.1:(\d+)/.exec(child.lines[0] ?? '')?.[1] ?? '';
    const health = await fetch(`http://127.0.0.1:${port}/health`);
    expect(health.status).toBe(200);
    expect(await health.json()).toMatchObject({ status: 'ok', connections: 0, teams: 0 });
    expect((await fetch(`http://127.0.0.1:${port}/`)).status).toBe(404);
    const device = connect(`ws://127.0.0.1:${port}`, createTestTeam(random).device());
    await until(() => device.client.state().state === 'synced');
    child.kill('SIGTERM');
    const [code] = (await once(child, 'exit')) as [number | null];
    expect(code).toBe(0);
    expect(child.lines).toHaveLength(3);
    expect(child.errors).toEqual([]);
    // It tries again soon, and then says something else.
    await until(() => device.states.some(({ sentence }) => sentence === 'The relay is stopping.'));
  });

  test('S54: what was receipted survives kill -9 at any moment', async () => {
    const file = newFile();
    const team = createTestTeam(random);
    const device = team.device();
    const writer = createLogWriter(random);
    const source = connect('ws://127.0.0.1:1', device).replica;
    let receipted = 0;
    for (let round = 0; round < 4; round += 1) {
      for (let i = 0; i < 800; i += 1) source.append(writer.next());
      const { child, url } = await started(file);
      const sending = connect(url, device, { replica: source });
      const held = (): number => sending.client.session()?.peerHolds().get(writer.log) ?? 0;
      await until(() => held() > receipted + 100 * round);
      receipted = Math.max(receipted, held());
      child.kill('SIGKILL');
      receipted = Math.max(receipted, held());
      await once(child, 'exit');
      sending.client.close();
      const again = await started(file);
      const reader = connect(again.url, team.device());
      await until(() => reader.client.state().state === 'synced');
      expect(reader.replica.entryCount()).toBeGreaterThanOrEqual(receipted);
      reader.client.close();
      again.child.kill('SIGTERM');
      await once(again.child, 'exit');
    }
  });

  test('a taken port and a folder that is not there are said in one line', async () => {
    const file = newFile();
    const { port } = await started(file);
    for (const args of [
      ['--host', '127.0.0.1', '--port', String(port), '--data', newFile()],
      ['--data', '/nowhere/at/all/relay.sqlite', '--port', '0'],
    ]) {
      const child = startRelayProcess(args);
      const [code] = (await once(child, 'exit')) as [number | null];
      await until(() => child.errors.length > 0);
      expect(code).toBe(3);
      expect(child.errors).toEqual([expect.stringMatching(/^The relay cannot start: .+/)]);
    }
  });
});

describe('options of the relay', () => {
  test('flags win over the environment, which wins over defaults', () => {
    const options = readOptions(['--port', '1234', '--quota-mb', '5'], {
      MERIDIAN_RELAY_PORT: '99',
      MERIDIAN_RELAY_DATA: 'other.sqlite',
      MERIDIAN_RELAY_ORIGIN: 'wss://a.example, wss://b.example',
    });
    expect(options).toMatchObject({
      ok: true,
      value: {
        port: 1234,
        data: 'other.sqlite',
        host: '0.0.0.0',
        teamBytes: 5 * 1024 * 1024,
        origins: ['wss://a.example', 'wss://b.example'],
        allow: undefined,
      },
    });
    expect(readOptions(['--help'], {})).toEqual({ ok: true, value: 'help' });
  });

  test('wrong options are refused with a sentence', () => {
    const wrong: readonly (readonly string[])[] = [
      ['--port', 'x'],
      ['--port', '70000'],
      ['--quota-mb', '0'],
      ['--allow', 'short'],
      ['--allow', toText(new Uint8Array(31))],
      ['--origin', 'https://relay.example'],
      ['--nonsense'],
      ['stray'],
    ];
    for (const args of wrong) expect(readOptions(args, {})).toMatchObject({ ok: false });
  });
});
