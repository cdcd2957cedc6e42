import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { equalBytes, expectOk, ok } from '#shared/std/index.ts';
import { openProfile, type OpenedProfile, type SecretStore } from '#engine/index.ts';
import { systemClock, systemRandom, systemTimers } from '#engine/hosts/system-ports.ts';

const passphrase = 'a river under the moon';
let directory: string;
let held: Uint8Array | null;
let profile: OpenedProfile;

/** A keychain; `forgets` false is one whose machine goes off before it does. */
const keychain = (forgets: boolean): SecretStore => ({
  kind: 'keychain',
  load: () => Promise.resolve(ok(held?.slice() ?? null)),
  save: (key) => {
    held = key.slice();
    return Promise.resolve(ok(undefined));
  },
  destroy: (key) => {
    if (forgets && held !== null && equalBytes(held, key)) held = null;
    return Promise.resolve(ok(undefined));
  },
});

const open = async (forgets: boolean): Promise<OpenedProfile> =>
  expectOk(
    await openProfile({
      directory,
      clock: systemClock,
      random: systemRandom,
      timers: systemTimers,
      log: { info: () => undefined, warn: () => undefined },
      network: false,
      passphraseCost: { operations: 1, memory: 8192 },
      keychain: keychain(forgets),
      ...(held === null ? {} : { profileKey: { key: held, keysIn: 'system keychain' } }),
    }),
  );

beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), 'meridian-leftover-'));
  held = systemRandom.bytes(32);
  profile = await open(false);
});
afterEach(async () => {
  await profile.close();
  rmSync(directory, { recursive: true, force: true, maxRetries: 5 });
});

it('A1: a key that moved under a passphrase and stayed in the keychain is forgotten there once it is unlocked', async () => {
  expectOk(await profile.engine.run('vault.setPassphrase', { passphrase }));
  expect(held).not.toBeNull();
  await profile.close();
  profile = await open(true);
  expect(held, 'nobody knows yet whether it is the same').not.toBeNull();
  expectOk(await profile.engine.run('vault.unlock', { passphrase }));
  await expect.poll(() => held).toBeNull();
  expectOk(await profile.engine.run('vault.lock', {}));
  expectOk(await profile.engine.run('vault.unlock', { passphrase }));
});

it('A1: another key in the keychain stays there', async () => {
  expectOk(await profile.engine.run('vault.setPassphrase', { passphrase }));
  await profile.close();
  const other = systemRandom.bytes(32);
  held = other.slice();
  profile = await open(true);
  expectOk(await profile.engine.run('vault.unlock', { passphrase }));
  // Takes its turn behind whatever follows an unlocking.
  expectOk(await profile.engine.run('vault.lock', {}));
  expect(held).toEqual(other);
});

it('A1: a key that moves to the keychain right after an unlocking stays there', async () => {
  expectOk(await profile.engine.run('vault.setPassphrase', { passphrase }));
  await profile.close();
  profile = await open(true);
  const [, moved] = await Promise.all([
    profile.engine.run('vault.unlock', { passphrase }),
    profile.engine.run('vault.useKeychain', { current: passphrase }),
  ]);
  expectOk(moved);
  expect(held).not.toBeNull();
  expect(expectOk(await profile.engine.read('security', {})).keys).toBe('keychain');
});
