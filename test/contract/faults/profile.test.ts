import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CommandName, CommandParams, QueryName, QueryParams } from '#shared/protocol/index.ts';
import { expectOk } from '#shared/std/index.ts';
import { openProfile, type OpenedProfile } from '#engine/index.ts';
import { systemRandom, systemTimers } from '#engine/hosts/system-ports.ts';

const begin = Date.UTC(2026, 4, 11, 9);
const year = 365 * 86_400_000;
const week = ['09:00-17:00', '09:00-17:00', '09:00-17:00', '09:00-17:00', '09:00-17:00', null, null];

let directory: string;
let now: number;
let profile: OpenedProfile;

const open = () =>
  openProfile({
    directory,
    clock: { now: () => now },
    random: systemRandom,
    timers: systemTimers,
    log: { info: () => undefined, warn: () => undefined },
    network: false,
  });

const run = async <N extends CommandName>(name: N, params: CommandParams<N>, once?: string) =>
  expectOk(await profile.engine.run(name, params, once));
const read = async <N extends QueryName>(name: N, params: QueryParams<N>) =>
  expectOk(await profile.engine.read(name, params));

const titles = async (): Promise<string[]> => {
  const { cycles } = await read('cycles', {});
  return cycles.map((cycle) => cycle.title).sort();
};
const addCycle = (title: string, once?: string) =>
  profile.engine.run('cycle.create', { title, start: '2026-09-01', end: '2026-11-30' }, once);

beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), 'meridian-fault-'));
  now = begin;
  profile = expectOk(await open());
  await run('team.create', {
    teamName: 'Northern Lights',
    person: { name: 'Ana', timeZone: 'America/Toronto', workingHours: week },
    relayUrls: [],
  });
});
afterEach(async () => {
  await profile.close();
  rmSync(directory, { recursive: true, force: true, maxRetries: 5 });
});

/** Changes the file behind the engine's back while it is closed, and opens it again. */
const reopened = async (change: () => void): Promise<Awaited<ReturnType<typeof open>>> => {
  await profile.close();
  change();
  const opened = await open();
  if (opened.ok) profile = opened.value;
  return opened;
};

describe('a command that is sent twice with one id', () => {
  it('is done once and answers the same both times, also after a restart', async () => {
    const first = expectOk(await addCycle('Autumn', 'try-1'));
    expect(expectOk(await addCycle('Autumn', 'try-1'))).toEqual(first);
    await reopened(() => undefined);
    expect(expectOk(await addCycle('Autumn', 'try-1'))).toEqual(first);
    expect((await titles()).filter((title) => title === 'Autumn')).toHaveLength(1);
    const other = expectOk(await addCycle('Autumn', 'try-2'));
    expect(other.id).not.toBe(first.id);
  });
});

describe('a clock that jumps', () => {
  it('back or far ahead neither stops work nor damages anything', async () => {
    for (const [title, at] of [
      ['Long ago', begin - 30 * year],
      ['Before all time', 0],
      ['Far ahead', begin + 200 * year],
      ['Now again', begin],
    ] as const) {
      now = at;
      expectOk(await addCycle(title));
    }
    await reopened(() => undefined);
    expect(await titles()).toEqual(expect.arrayContaining(['Before all time', 'Far ahead', 'Long ago', 'Now again']));
    expect((await run('verify.run', {})).problems).toEqual([]);
  });
});

describe('the keys of a profile', () => {
  it('that are missing keep it closed, with a sentence that says where they were; put back, all is there', async () => {
    const path = join(directory, 'profile.key');
    const key = readFileSync(path);
    const refused = await reopened(() => rmSync(path));
    expect(refused).toMatchObject({ ok: false, error: { code: 'corrupt', sentence: expect.stringContaining(path) } });
    expectOk(await reopened(() => writeFileSync(path, key, { mode: 0o600 })));
    expect((await read('session', {})).state).toBe('ready');
  });

  it('that belong to another profile, or were cut short, keep it closed and change nothing', async () => {
    const path = join(directory, 'profile.key');
    const key = readFileSync(path);
    for (const wrong of [Buffer.alloc(32, 7), key.subarray(0, 12)]) {
      const refused = await reopened(() => writeFileSync(path, wrong));
      expect(refused).toMatchObject({ ok: false, error: { code: 'corrupt' } });
    }
    expectOk(await reopened(() => writeFileSync(path, key)));
    expect((await run('verify.run', {})).problems).toEqual([]);
  });
});

describe('a profile file', () => {
  it('that is no database, or of a newer version, is refused with a sentence and left as it is', async () => {
    const path = join(directory, 'profile.db');
    await profile.close();
    const sound = readFileSync(path);
    const newer = new Database(path);
    newer.pragma('user_version = 999');
    newer.close();
    expect(await open()).toMatchObject({ ok: false, error: { code: 'newer-version' } });
    writeFileSync(path, 'not a database at all, only some words. '.repeat(100));
    expect(await open()).toMatchObject({ ok: false, error: { code: 'corrupt' } });
    expect(readFileSync(path, 'utf8')).toMatch(/^not a database/);
    for (const suffix of ['-wal', '-shm']) rmSync(`${path}${suffix}`, { force: true });
    writeFileSync(path, sound);
    profile = expectOk(await open());
    expect((await run('verify.run', {})).problems).toEqual([]);
  });
});
