import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  commands,
  queries,
  type CommandName,
  type CommandParams,
  type ProtocolError,
  type QueryName,
  type QueryResult,
} from '#shared/protocol/index.ts';
import { expectOk, type Result } from '#shared/std/index.ts';
import { openProfile, type OpenedProfile } from '#engine/index.ts';
import { runProgram } from '#engine/hosts/cli/program.ts';
import { systemRandom } from '#engine/hosts/system-ports.ts';

const phrase = 'a river under the moon';
const week = ['09:00-17:00', '09:00-17:00', '09:00-17:00', '09:00-17:00', '09:00-17:00', null, null];

let directory: string;
let profile: OpenedProfile;
let later: (() => void)[];
let now: number;
const clock = { now: () => now };

const open = async (): Promise<OpenedProfile> =>
  expectOk(
    await openProfile({
      directory,
      clock,
      random: systemRandom,
      timers: {
        after: (ms, task) => {
          const timer = setTimeout(task, ms);
          // What looks at the clock now and then is run by hand.
          if (ms >= 5_000) {
            clearTimeout(timer);
            later.push(task);
          }
          return () => {
            clearTimeout(timer);
            later = later.filter((one) => one !== task);
          };
        },
      },
      log: { info: () => undefined, warn: () => undefined },
      network: false,
      passphraseCost: { operations: 1, memory: 8192 },
    }),
  );
const run = async <N extends CommandName>(name: N, params: CommandParams<N>) =>
  expectOk(await profile.engine.run(name, params));
const session = async () => expectOk(await profile.engine.read('session', {}));
const security = async () => expectOk(await profile.engine.read('security', {}));
const failureOf = async (work: Promise<Result<unknown, ProtocolError>>): Promise<ProtocolError> => {
  const result = await work;
  if (result.ok) throw new Error('It succeeded.');
  return result.error;
};

beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), 'meridian-locked-'));
  later = [];
  now = Date.UTC(2026, 4, 11, 9);
  profile = await open();
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

describe('a profile under a passphrase', () => {
  beforeEach(() => run('vault.setPassphrase', { passphrase: phrase }));

  it('goes on working, and is locked at the next start until the passphrase is entered', async () => {
    expect((await session()).state).toBe('ready');
    expect((await security()).keys).toBe('passphrase');
    await profile.close();
    profile = await open();
    expect(await session()).toMatchObject({ state: 'locked', team: null, me: null });
    await run('vault.unlock', { passphrase: phrase });
    expect((await session()).team?.name).toBe('Northern Lights');
  });

  it('A4: answers every query and every command but unlocking with `locked`, and says nothing of the team', async () => {
    await run('vault.lock', {});
    const seen: unknown[] = [];
    for (const name of Object.keys(queries) as QueryName[]) {
      const result = await profile.engine.read(name, {});
      seen.push(result);
      if (name !== 'session' && name !== 'security') expect(result.ok, name).toBe(false);
    }
    for (const name of Object.keys(commands) as CommandName[]) {
      if (name.startsWith('vault.')) continue;
      const error = await failureOf(profile.engine.run(name, {}));
      seen.push(error);
      expect(error.code, name).toBe('locked');
    }
    expect(JSON.stringify(seen)).not.toMatch(/Northern|Ana/);
  });

  it('A4: says that a passphrase is wrong, loses nothing by it, and makes the fourth wait', async () => {
    await run('vault.lock', {});
    for (let wrong = 0; wrong < 3; wrong += 1) {
      const error = await failureOf(profile.engine.run('vault.unlock', { passphrase: 'guess' }));
      expect(error).toMatchObject({ code: 'unauthorized', field: 'passphrase' });
    }
    expect((await failureOf(profile.engine.run('vault.unlock', { passphrase: phrase }))).sentence).toMatch(
      /Wait 1 second/,
    );
    expect((await security()).waitUntil).not.toBeNull();
    expect((await session()).state).toBe('locked');
    now += 1000;
    expect((await security()).waitUntil).toBeNull();
    await run('vault.unlock', { passphrase: phrase });
    expect((await session()).state).toBe('ready');
  });

  it('keeps every subscription: each hears that it is locked, and its value after unlocking', async () => {
    const heard: string[] = [];
    const people: (QueryResult<'people'> | string)[] = [];
    profile.engine.watch('session', {}, (value) => heard.push(value.ok ? value.value.state : value.error.code));
    profile.engine.watch('people', {}, (value) => people.push(value.ok ? value.value : value.error.code));
    await expect.poll(() => heard.at(-1)).toBe('ready');
    await run('vault.lock', {});
    await expect.poll(() => [heard.at(-1), people.at(-1)]).toEqual(['locked', 'locked']);
    await run('vault.unlock', { passphrase: phrase });
    await expect.poll(() => heard.at(-1)).toBe('ready');
    await expect.poll(() => people.at(-1)).toMatchObject({ people: [{ name: 'Ana' }] });
  });

  it('lets what is being written end before it locks: what was acknowledged is there', async () => {
    const saved = Array.from({ length: 20 }, (_, count) =>
      profile.engine.run('cycle.create', { title: `Cycle ${count}`, start: '2026-09-01', end: '2026-11-30' }),
    );
    await run('vault.lock', {});
    const done = (await Promise.all(saved)).filter((one) => one.ok).length;
    await run('vault.unlock', { passphrase: phrase });
    const { cycles } = expectOk(await profile.engine.read('cycles', {}));
    expect(cycles.filter((one) => one.title.startsWith('Cycle'))).toHaveLength(done);
  });

  it('locks by itself after the set time without use', async () => {
    await run('vault.autoLock', { minutes: 1 });
    expect((await security()).autoLockMinutes).toBe(1);
    const tick = (): void => {
      for (const task of later.splice(0)) task();
    };
    now += 59_000;
    tick();
    expect((await session()).state, 'a minute has not passed').toBe('ready');
    await run('vault.active', {});
    now += 59_000;
    tick();
    expect((await session()).state, 'somebody is there').toBe('ready');
    now += 1_000;
    tick();
    await expect.poll(async () => (await session()).state).toBe('locked');
    await run('vault.unlock', { passphrase: phrase });
    expect((await security()).autoLockMinutes, 'the setting stays').toBe(1);
    await run('vault.autoLock', { minutes: null });
    expect((await security()).autoLockMinutes).toBeNull();
  });

  it('locks before it does what is asked of it once the time is over, as after a sleep in which no timer ran', async () => {
    await run('vault.autoLock', { minutes: 1 });
    now += 8 * 3_600_000;
    const cycle = { title: 'Autumn', start: '2026-09-01', end: '2026-11-30' };
    expect((await failureOf(profile.engine.run('cycle.create', cycle))).code).toBe('locked');
    await expect.poll(async () => (await session()).state).toBe('locked');
    await run('vault.unlock', { passphrase: phrase });
    expect(expectOk(await profile.engine.read('cycles', {})).cycles).not.toContainEqual(
      expect.objectContaining({ title: 'Autumn' }),
    );
    now += 8 * 3_600_000;
    expect((await failureOf(profile.engine.run('vault.autoLock', { minutes: null }))).code).toBe('locked');
    await expect.poll(async () => (await session()).state).toBe('locked');
  });

  it('asks for the current passphrase before it takes another, and the old one opens nothing afterwards', async () => {
    const next = 'another river, no moon';
    expect(await failureOf(profile.engine.run('vault.setPassphrase', { passphrase: next }))).toMatchObject({
      field: 'current',
    });
    const wrong = { passphrase: next, current: 'guess' };
    expect(await failureOf(profile.engine.run('vault.setPassphrase', wrong))).toMatchObject({ field: 'current' });
    await run('vault.setPassphrase', { passphrase: next, current: phrase });
    await run('vault.lock', {});
    expect((await failureOf(profile.engine.run('vault.unlock', { passphrase: phrase }))).code).toBe('unauthorized');
    await run('vault.unlock', { passphrase: next });
  });

  it('goes back to a key file only for who knows it, and then cannot be locked', async () => {
    await failureOf(profile.engine.run('vault.useKeyFile', { current: 'guess' }));
    await run('vault.useKeyFile', { current: phrase });
    expect(readFileSync(join(directory, 'profile.key'))).toHaveLength(32);
    expect((await failureOf(profile.engine.run('vault.lock', {}))).code).toBe('not-allowed');
    await profile.close();
    profile = await open();
    expect((await session()).state).toBe('ready');
  });

  it('says that its key file is damaged instead of calling every passphrase wrong', async () => {
    await profile.close();
    const path = join(directory, 'profile.key');
    const whole = readFileSync(path);
    writeFileSync(path, whole.subarray(0, 60));
    const opened = await openProfile({
      directory,
      clock,
      random: systemRandom,
      timers: { after: () => () => undefined },
      log: { info: () => undefined, warn: () => undefined },
    });
    expect(opened).toMatchObject({ ok: false, error: { code: 'corrupt' } });
    writeFileSync(path, whole);
    profile = await open();
    await run('vault.unlock', { passphrase: phrase });
  });
});

describe('the command line on a locked profile', () => {
  const meridian = async (env: Readonly<Record<string, string>>, askSecret?: () => Promise<string | undefined>) => {
    const out: string[] = [];
    const code = await runProgram(['verify', '--profile', directory], {
      platform: 'linux',
      env,
      home: directory,
      cwd: directory,
      out: (line) => out.push(line),
      err: (line) => out.push(line),
      stopped: () => Promise.resolve(),
      run: () => Promise.resolve(0),
      ...(askSecret === undefined ? {} : { askSecret }),
    });
    return { code, out: out.join('\n') };
  };

  it('A5: takes the passphrase from a file or asks, and never from its arguments', async () => {
    await run('vault.setPassphrase', { passphrase: phrase });
    await profile.close();
    const file = join(directory, 'passphrase.txt');
    writeFileSync(file, `${phrase}\n`);
    expect((await meridian({})).out).toContain('MERIDIAN_PASSPHRASE_FILE');
    expect(await meridian({ MERIDIAN_PASSPHRASE_FILE: file })).toMatchObject({ code: 0 });
    expect(await meridian({}, () => Promise.resolve(phrase))).toMatchObject({ code: 0 });
    expect(await meridian({}, () => Promise.resolve('guess'))).toMatchObject({ code: 3 });
    profile = await open();
  });
});
