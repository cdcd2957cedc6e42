import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openProfile, type OpenedProfile } from '#engine/index.ts';
import { systemRandom, systemTimers } from '#engine/hosts/system-ports.ts';
import { startRelay, type RunningRelay } from '#relay/index.ts';
import type { EngineApi } from '#shared/protocol/index.ts';
import { expectOk } from '#shared/std/index.ts';
import { manualTimers } from '#test/unit/renderer/manual-timers.ts';

const folder = mkdtempSync(join(tmpdir(), 'meridian-backups-'));
const log = { info: () => undefined, warn: () => undefined };
let relay: RunningRelay;
let url = '';
beforeAll(async () => {
  relay = await startRelay({ host: '127.0.0.1', port: 0, data: join(folder, 'relay.db') }, log);
  url = `ws://127.0.0.1:${relay.port}`;
});
const opened = new Map<EngineApi, OpenedProfile>();
afterAll(async () => {
  for (const profile of opened.values()) await profile.close();
  await relay.stop();
  rmSync(folder, { recursive: true, force: true });
});

let now = Date.UTC(2026, 4, 11, 9);
const clock = { now: () => now };
const open = async (name: string, timers = systemTimers): Promise<EngineApi> => {
  const profile = expectOk(
    await openProfile({ directory: join(folder, name), clock, random: systemRandom, timers, log, lan: false }),
  );
  opened.set(profile.engine, profile);
  return profile.engine;
};
const close = async (engine: EngineApi): Promise<void> => {
  await opened.get(engine)?.close();
  opened.delete(engine);
};

const patience = { timeout: 20_000 };
const person = (name: string) => ({ name, timeZone: 'UTC', workingHours: [null, null, null, null, null, null, null] });
const found = async (engine: EngineApi, relayUrls: string[] = []) =>
  expectOk(await engine.run('team.create', { teamName: 'Kestrel', person: person('Ana'), relayUrls }));
const setUp = async (engine: EngineApi): Promise<string> => {
  const { words, ask } = expectOk(await engine.run('recovery.begin', {}));
  expectOk(
    await engine.run('recovery.confirm', {
      answers: ask.map((position) => ({ position, word: words[position - 1] ?? '' })),
    }),
  );
  return words.join(' ');
};
const goal = async (engine: EngineApi, title: string): Promise<string> => {
  const cycleId = expectOk(await engine.read('cycles', {})).currentId ?? '';
  return expectOk(await engine.run('objective.create', { title, cycleId, ownerId: null })).id;
};
const titleOf = async (engine: EngineApi, id: string) =>
  expectOk(await engine.read('objective', { id })).objective?.title;
const delivered = (engine: EngineApi) =>
  expect.poll(async () => expectOk(await engine.read('sync', {})).pending, patience).toBe(0);
const backupOf = async (engine: EngineApi) => expectOk(await engine.read('recovery', {})).backup;
const noProblems = async (engine: EngineApi) => {
  expect(expectOk(await engine.run('verify.run', {})).problems).toEqual([]);
  expect(expectOk(await engine.read('trust', {})).forks).toEqual([]);
};

describe('a backup', () => {
  test('is refused while nothing could open it, and says so', { timeout: 60_000 }, async () => {
    const ana = await open('nothing');
    await found(ana);
    const refused = await ana.run('backup.run', { directory: join(folder, 'none') });
    expect(refused.ok ? '' : refused.error.code).toBe('not-ready');
    const relative = await ana.run('backup.configure', { directory: 'Backups', every: 'daily' });
    expect(relative.ok ? '' : relative.error.field).toBe('directory');
  });

  test(
    'alone restores everything on a machine without any network: with the phrase, and with a passphrase',
    { timeout: 120_000 },
    async () => {
      const ana = await open('alone');
      await found(ana);
      const phrase = await setUp(ana);
      const directory = join(folder, 'alone-backups');
      expectOk(await ana.run('backup.configure', { directory, every: 'off', passphrase: 'a long enough passphrase' }));
      // Entries without content stand in the way of nothing that follows them in their log.
      const erased = await goal(ana, 'Erased before the backup');
      expectOk(await ana.run('record.redact', { recordId: erased }));
      const id = await goal(ana, 'In the backup');
      expectOk(await ana.run('draft.save', { key: 'note', value: 'half written' }));
      const { file, entries } = expectOk(await ana.run('backup.run', {}));
      expect(entries).toBeGreaterThan(3);
      expect(expectOk(await ana.run('backup.verify', { file })).entries).toBe(entries);
      expect((await backupOf(ana)).last?.file).toBe(file);
      await close(ana);

      for (const [name, secret] of [
        ['alone-words', { phrase }],
        ['alone-passphrase', { passphrase: 'a long enough passphrase' }],
      ] as const) {
        const again = await open(name);
        expect(expectOk(await again.run('recovery.restore', { file, ...secret })).alone).toBe(true);
        expect(await titleOf(again, id)).toBe('In the backup');
        expect(await titleOf(again, erased)).toBeUndefined();
        expect(expectOk(await again.read('draft', { key: 'note' })).value).toBe('half written');
        await goal(again, 'Written afterwards');
        await noProblems(again);
        await close(again);
      }
    },
  );

  test(
    'that is old never forks: what came later comes from the relay, also what its own machine wrote',
    { timeout: 120_000 },
    async () => {
      const ana = await open('old');
      await found(ana, [url]);
      const phrase = await setUp(ana);
      const directory = join(folder, 'old-backups');
      expectOk(await ana.run('backup.configure', { directory, every: 'off' }));
      const before = await goal(ana, 'Before the backup');
      const { file } = expectOk(await ana.run('backup.run', {}));
      const after = await goal(ana, 'After the backup');
      await delivered(ana);
      await close(ana);

      const again = await open('old-again');
      expect(expectOk(await again.run('recovery.restore', { file, phrase })).alone).toBe(false);
      expect(await titleOf(again, before)).toBe('Before the backup');
      expect(await titleOf(again, after)).toBe('After the backup');
      const newest = await goal(again, 'On the new machine');
      await delivered(again);
      // The old machine was not lost after all: both go on, and nobody has to give way.
      const old = await open('old');
      await goal(old, 'On the old machine');
      await expect.poll(() => titleOf(old, newest), patience).toBe('On the new machine');
      await noProblems(old);
      await noProblems(again);
    },
  );

  test(
    'cut off, damaged or of another person leaves the profile empty and says what to do',
    { timeout: 120_000 },
    async () => {
      const ana = await open('damage');
      await found(ana);
      const phrase = await setUp(ana);
      const directory = join(folder, 'damage-backups');
      const { file } = expectOk(await ana.run('backup.run', { directory }));
      const bytes = readFileSync(file);
      const again = await open('damage-again');
      const attempt = async (content: Uint8Array, words = phrase): Promise<string> => {
        const copy = join(folder, 'copy.meridian-backup');
        writeFileSync(copy, content);
        const result = await again.run('recovery.restore', { file: copy, phrase: words });
        expect(expectOk(await again.read('session', {})).state).toBe('empty');
        return result.ok ? 'restored' : result.error.code;
      };
      expect(await attempt(bytes.subarray(0, bytes.length - 1))).toBe('corrupt');
      expect(await attempt(bytes.subarray(0, 10))).toBe('invalid');
      const flipped = Uint8Array.from(bytes);
      flipped[bytes.length - 40] = (flipped[bytes.length - 40] ?? 0) ^ 1;
      expect(await attempt(flipped)).toBe('corrupt');
      const other = await open('damage-other');
      await found(other);
      expect(await attempt(bytes, await setUp(other))).toBe('not-allowed');
      const missing = await again.run('recovery.restore', { file: join(folder, 'nowhere'), phrase });
      expect(missing.ok ? '' : missing.error.code).toBe('not-found');
    },
  );
});

describe('the schedule', () => {
  test(
    'writes by itself, keeps the newest, and says when it fails and when it works again',
    { timeout: 120_000 },
    async () => {
      const timers = manualTimers();
      const ana = await open('schedule', timers);
      await found(ana);
      await setUp(ana);
      const directory = join(folder, 'schedule-backups');
      const files = () => readdirSync(directory).sort();
      const minute = async (): Promise<void> => {
        timers.advance(60_000);
        await expect.poll(async () => (await backupOf(ana)).running, patience).toBe(false);
      };
      expectOk(await ana.run('backup.configure', { directory, every: 'daily', keep: 2 }));
      await expect.poll(async () => (await backupOf(ana)).last?.at, patience).toBe(now);
      const [first] = files();
      writeFileSync(join(directory, 'mine.txt'), 'not a backup');
      for (let day = 0; day < 3; day++) {
        now += 86_400_000;
        await minute();
        await expect.poll(async () => (await backupOf(ana)).last?.at, patience).toBe(now);
      }
      expect(files()).toHaveLength(3);
      expect(files()).not.toContain(first);
      expect(files()).toContain('mine.txt');

      rmSync(directory, { recursive: true });
      writeFileSync(directory, 'in the way');
      now += 86_400_000;
      await minute();
      await expect.poll(async () => (await backupOf(ana)).failure?.sentence, patience).toContain(directory);
      expect((await backupOf(ana)).nextAt).toBe(now + 3_600_000);
      rmSync(directory);
      now += 3_600_000;
      await minute();
      await expect.poll(async () => (await backupOf(ana)).failure, patience).toBeNull();
      expect(files()).toHaveLength(1);
    },
  );

  test('goes on after a clock that was ahead: what is written stays', { timeout: 120_000 }, async () => {
    const timers = manualTimers();
    const ana = await open('ahead', timers);
    await found(ana);
    await setUp(ana);
    const directory = join(folder, 'ahead-backups');
    const written = async (): Promise<string> => {
      await expect.poll(async () => (await backupOf(ana)).last?.at, patience).toBe(now);
      await expect.poll(async () => (await backupOf(ana)).running, patience).toBe(false);
      return (await backupOf(ana)).last?.file ?? '';
    };
    const right = now;
    now += 400 * 86_400_000;
    expectOk(await ana.run('backup.configure', { directory, every: 'daily', keep: 2 }));
    await written();
    now += 86_400_000;
    timers.advance(60_000);
    const ahead = await written();
    now = right;
    timers.advance(60_000);
    const back = await written();
    expect(readdirSync(directory).sort()).toEqual([basename(back), basename(ahead)].sort());
    now += 3_600_000;
    const { file } = expectOk(await ana.run('backup.run', {}));
    await expect.poll(async () => (await backupOf(ana)).running, patience).toBe(false);
    expect(readdirSync(directory).sort()).toEqual([basename(back), basename(file)].sort());
    expectOk(await ana.run('backup.verify', { file }));
  });
});
