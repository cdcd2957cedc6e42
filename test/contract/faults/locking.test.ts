import Database from 'better-sqlite3';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CommandName, CommandParams } from '#shared/protocol/index.ts';
import { expectOk } from '#shared/std/index.ts';
import { openProfile, type OpenedProfile } from '#engine/index.ts';
import { systemClock, systemRandom, systemTimers } from '#engine/hosts/system-ports.ts';

const passphrase = 'a river under the moon';
const week = ['09:00-17:00', '09:00-17:00', '09:00-17:00', '09:00-17:00', '09:00-17:00', null, null];

let directory: string;
let profile: OpenedProfile;
const run = async <N extends CommandName>(name: N, params: CommandParams<N>) =>
  expectOk(await profile.engine.run(name, params));

beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), 'meridian-locking-'));
  profile = expectOk(
    await openProfile({
      directory,
      clock: systemClock,
      random: systemRandom,
      timers: systemTimers,
      log: { info: () => undefined, warn: () => undefined },
      passphraseCost: { operations: 1, memory: 8192 },
    }),
  );
  await run('team.create', {
    teamName: 'Northern Lights',
    person: { name: 'Ana', timeZone: 'America/Toronto', workingHours: week },
    relayUrls: ['ws://127.0.0.1:9'],
  });
  await run('vault.setPassphrase', { passphrase });
});
afterEach(async () => {
  await profile.close();
  rmSync(directory, { recursive: true, force: true, maxRetries: 5 });
});

/** Whether anybody listens there: then nobody else can. */
const isTaken = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const server = createServer();
    server.on('error', () => resolve(true));
    server.listen(port, () => server.close(() => resolve(false)));
  });

const inFile = (sql: string): void => {
  const db = new Database(join(directory, 'profile.db'));
  db.exec(sql);
  db.close();
};

describe('locking a profile', () => {
  it('lets go of network and file also where something can no longer be written, and it opens again', async () => {
    await run('lan.set', { enabled: true });
    const port = expectOk(await profile.engine.read('sync', {})).lan.port ?? 0;
    expect(await isTaken(port)).toBe(true);
    await run('device.pair.begin', {});
    inFile(`CREATE TRIGGER full BEFORE INSERT ON objects WHEN NEW.bytes IS NULL BEGIN SELECT RAISE (FAIL, 'no'); END`);
    await expect(profile.engine.run('vault.lock', {})).rejects.toThrow();
    expect(expectOk(await profile.engine.read('session', {})).state).toBe('locked');
    expect(await isTaken(port)).toBe(false);
    inFile('DROP TRIGGER full');
    await run('vault.unlock', { passphrase });
    expect(expectOk(await profile.engine.read('session', {})).state).toBe('ready');
    await run('vault.lock', {});
  });
});
