import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { adoptSharedKey, placeOf } from '../../../electron/main/key-file.ts';
import { keychainStore, openProfileKey, type KeychainPorts } from '../../../electron/main/keychain.ts';
import { openProfile, type OpenedProfile } from '#engine/index.ts';
import { systemClock, systemRandom, systemTimers } from '#engine/hosts/system-ports.ts';
import { defaultProfile, expectOk, fromText } from '#shared/std/index.ts';

let home = '';
let userData = '';
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'meridian-key-file-'));
  userData = join(home, 'user');
});
afterEach(() => rmSync(home, { recursive: true, force: true, maxRetries: 5 }));

const surroundings = () => ({ platform: process.platform, env: {}, home });
const folder = (sample: boolean): string => defaultProfile(surroundings(), sample);
const place = (profile: string | null, sample = false) => placeOf({ profile, sample }, surroundings(), userData);

const storage: KeychainPorts['storage'] = {
  isAsyncEncryptionAvailable: () => Promise.resolve(true),
  getSelectedStorageBackend: () => 'gnome_libsecret',
  encryptStringAsync: (text) => Promise.resolve(Buffer.from(`sealed:${text}`)),
  decryptStringAsync: (bytes) => Promise.resolve({ result: bytes.toString().slice(7), shouldReEncrypt: false }),
};

/** What every start has, and the least that a passphrase can cost. */
const machine = {
  clock: systemClock,
  random: systemRandom,
  timers: systemTimers,
  log: { info: () => undefined, warn: () => undefined },
  network: false,
  passphraseCost: { operations: 1, memory: 8192 },
} as const;

/** Starts the app's profile as main and the engine do together. */
const start = async (profile: string | null, sample = false): Promise<OpenedProfile> => {
  const where = place(profile, sample);
  await adoptSharedKey(where);
  const chain = {
    storage,
    platform: 'linux',
    random: systemRandom,
    file: where.keyFile,
    profile: where.directory,
  } as const;
  const { key } = expectOk(await openProfileKey(chain));
  return expectOk(
    await openProfile({
      ...machine,
      directory: where.directory,
      keychain: keychainStore(chain),
      ...(key === null ? {} : { profileKey: { key: fromText(key) ?? new Uint8Array(), keysIn: 'system keychain' } }),
    }),
  );
};

const createTeam = async ({ engine }: OpenedProfile): Promise<void> => {
  const workingHours = ['09:00-17:00', null, null, null, null, null, null];
  const person = { name: 'Ana', timeZone: 'UTC', workingHours };
  expectOk(await engine.run('team.create', { teamName: 'Real', person, relayUrls: [] }));
};
const stateOf = async ({ engine }: OpenedProfile) => expectOk(await engine.read('session', {})).state;

const write = (file: string, text: string): void => {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
};

describe('the file with the sealed key of a profile', () => {
  test('is one for each folder, however the folder is named', () => {
    const usual = place(null);
    expect(usual).toMatchObject({ directory: folder(false), keyFile: join(userData, 'keys', 'default.sealed') });
    expect(place(folder(false)).keyFile).toBe(usual.keyFile);
    expect(place(join(folder(false), '..', 'default')).keyFile).toBe(usual.keyFile);
    const sample = place(null, true);
    expect(sample.directory).toBe(folder(true));
    expect(sample.keyFile).not.toBe(usual.keyFile);
    expect(place(folder(true)).keyFile).toBe(sample.keyFile);
    expect(place(join(home, 'other')).keyFile).not.toBe(place(join(home, 'another'), true).keyFile);
  });

  test('stays the one that was made for a profile while its usual folder was named', () => {
    const usual = place(null).keyFile;
    // The name that every folder but the usual one gets.
    const elsewhere = { ...surroundings(), home: join(home, 'somebody') };
    const named = placeOf({ profile: folder(false), sample: false }, elsewhere, userData).keyFile;
    write(named, 'sealed');
    expect([place(null).keyFile, place(folder(false)).keyFile]).toEqual([named, named]);
    write(usual, 'sealed');
    expect([place(null).keyFile, place(folder(false)).keyFile]).toEqual([usual, named]);
  });

  test('of a sample team that shared the usual one is a copy of it, made once and only for a profile that is there', async () => {
    const sample = place(null, true);
    write(place(null).keyFile, 'sealed long ago');
    await adoptSharedKey(sample);
    expect(existsSync(sample.keyFile)).toBe(false);
    write(join(sample.directory, 'profile.db'), '');
    await adoptSharedKey(sample);
    expect(readFileSync(sample.keyFile, 'utf8')).toBe('sealed long ago');
    write(place(null).keyFile, 'sealed anew');
    await adoptSharedKey(sample);
    expect(readFileSync(sample.keyFile, 'utf8')).toBe('sealed long ago');
  });
});

describe('a real profile beside the sample team', () => {
  test('keeps its key whatever is done with the sample’s', async () => {
    const real = await start(null);
    await createTeam(real);
    await real.close();
    const sample = await start(null, true);
    expectOk(await sample.engine.run('vault.setPassphrase', { passphrase: 'a river under the moon' }));
    await sample.close();
    const again = await start(folder(false));
    expect(await stateOf(again)).toBe('ready');
    await again.close();
    const locked = await start(null, true);
    expectOk(await locked.engine.run('vault.unlock', { passphrase: 'a river under the moon' }));
    expectOk(await locked.engine.run('vault.useKeychain', { current: 'a river under the moon' }));
    await locked.close();
    const last = await start(null);
    expect(await stateOf(last)).toBe('ready');
    await last.close();
  });

  test('opens as before after both shared one file, and so does the sample', async () => {
    const real = await start(null);
    await createTeam(real);
    await real.close();
    // As versions opened it that gave the sample no file of its own.
    const shared = { ...place(null, true), keyFile: place(null).keyFile };
    const chain = {
      storage,
      platform: 'linux',
      random: systemRandom,
      file: shared.keyFile,
      profile: shared.directory,
    } as const;
    const { key } = expectOk(await openProfileKey(chain));
    const profileKey = { key: fromText(key ?? '') ?? new Uint8Array(), keysIn: 'system keychain' };
    const older = expectOk(await openProfile({ ...machine, directory: shared.directory, profileKey }));
    await createTeam(older);
    await older.close();

    const sample = await start(null, true);
    expect(await stateOf(sample)).toBe('ready');
    expectOk(await sample.engine.run('vault.useKeyFile', {}));
    await sample.close();
    const again = await start(null);
    expect(await stateOf(again)).toBe('ready');
    await again.close();
  });
});
