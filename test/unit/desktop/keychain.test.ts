import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { answerKeychain, keychainStore, openProfileKey, type KeychainPorts } from '../../../electron/main/keychain.ts';
import { toText } from '#shared/std/index.ts';

let folder = '';
let file = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'meridian-keychain-'));
  file = join(folder, 'keys', 'default.sealed');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

interface Fake {
  available: boolean;
  backend: ReturnType<KeychainPorts['storage']['getSelectedStorageBackend']>;
  /** Changes what decrypts: a keychain that was reset. */
  secret: number;
  rotate: boolean;
  sealed: number;
}

const keychain = (fake: Fake, platform: NodeJS.Platform = 'linux'): KeychainPorts => {
  let counter = 0;
  const flip = (bytes: Uint8Array): Buffer => Buffer.from(bytes.map((byte) => byte ^ fake.secret));
  return {
    platform,
    file,
    profile: join(folder, 'profile'),
    random: { bytes: (length) => new Uint8Array(length).fill(++counter) },
    storage: {
      isAsyncEncryptionAvailable: async () => fake.available,
      getSelectedStorageBackend: () => fake.backend,
      encryptStringAsync: async (text) => {
        fake.sealed++;
        return flip(Buffer.from(`sealed:${text}`));
      },
      decryptStringAsync: async (bytes) => {
        const text = flip(bytes).toString();
        if (!text.startsWith('sealed:')) throw new Error('Error while decrypting');
        return { result: text.slice(7), shouldReEncrypt: fake.rotate };
      },
    },
  };
};

const working = (): Fake => ({ available: true, backend: 'gnome_libsecret', secret: 0x5a, rotate: false, sealed: 0 });
const firstKey = toText(new Uint8Array(32).fill(1));

describe('the key of a profile', () => {
  test('is made once, sealed by the keychain, and is the same at the next start', async () => {
    const fake = working();
    const first = await openProfileKey(keychain(fake));
    expect(first).toEqual({ ok: true, value: { key: firstKey, warning: null } });
    expect(await openProfileKey(keychain(fake))).toEqual(first);
    expect(readFileSync(file, 'utf8')).not.toContain(firstKey);
    if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  test.each(['basic_text', 'unknown'] as const)(
    'is not entrusted to %s, and the person is told once',
    async (backend) => {
      const fake = { ...working(), backend };
      const first = await openProfileKey(keychain(fake));
      expect(first.ok && first.value.key).toBeNull();
      expect(first.ok && first.value.warning).toContain('no keychain');
      expect(fake.sealed).toBe(0);
      expect(existsSync(file)).toBe(false);
      expect(await openProfileKey(keychain(fake))).toEqual({ ok: true, value: { key: null, warning: null } });
    },
  );

  test('is not entrusted to a system that offers no encryption', async () => {
    const result = await openProfileKey(keychain({ ...working(), available: false }, 'win32'));
    expect(result.ok && result.value.key).toBeNull();
  });

  test('needs no named backend outside Linux', async () => {
    const result = await openProfileKey(keychain({ ...working(), backend: 'unknown' }, 'darwin'));
    expect(result.ok && result.value.key).toBe(firstKey);
  });

  test('is never replaced by a new one when the keychain does not open it', async () => {
    const fake = working();
    await openProfileKey(keychain(fake));
    const before = readFileSync(file);
    for (const broken of [{ secret: 0x11 }, { available: false }, { backend: 'basic_text' as const }]) {
      const result = await openProfileKey(keychain({ ...fake, ...broken }));
      expect(result.ok).toBe(false);
      if (!result.ok) expect(result.error.code).toBe('unauthorized');
    }
    expect(readFileSync(file)).toEqual(before);
  });

  test('is refused when the sealed bytes hold something else', async () => {
    const fake = working();
    const ports = keychain(fake);
    await openProfileKey(ports);
    writeFileSync(file, await ports.storage.encryptStringAsync('short'));
    expect((await openProfileKey(ports)).ok).toBe(false);
  });

  test('is not made for a profile that is there without one: a new key would open nothing and hide what is missing', async () => {
    const ports = keychain(working());
    mkdirSync(ports.profile);
    writeFileSync(join(ports.profile, 'profile.db'), '');
    const refused = await openProfileKey(ports);
    expect(refused).toMatchObject({ ok: false, error: { code: 'unauthorized' } });
    if (!refused.ok) for (const place of [ports.profile, file]) expect(refused.error.sentence).toContain(place);
    expect(existsSync(file)).toBe(false);
  });

  test('is neither made nor looked for where a key file lies in the profile’s folder', async () => {
    const fake = working();
    const ports = keychain(fake);
    mkdirSync(ports.profile);
    for (const name of ['profile.db', 'profile.key']) writeFileSync(join(ports.profile, name), '');
    expect(await openProfileKey(ports)).toEqual({ ok: true, value: { key: null, warning: null } });
    expect(fake.sealed).toBe(0);
    mkdirSync(join(folder, 'keys'));
    writeFileSync(file, 'left by a keychain that was reset');
    expect(await openProfileKey(ports)).toEqual({ ok: true, value: { key: null, warning: null } });
  });

  test('is sealed anew when the system changed its own key', async () => {
    const fake = working();
    await openProfileKey(keychain(fake));
    fake.rotate = true;
    expect(await openProfileKey(keychain(fake))).toEqual({ ok: true, value: { key: firstKey, warning: null } });
    expect(fake.sealed).toBe(2);
  });
});

describe('the keychain for the engine, which lives in another process', () => {
  const ask = (ports: KeychainPorts, act: 'load' | 'save' | 'destroy', key: string | null = null) =>
    answerKeychain({ type: 'keychain', id: 7, act, key }, keychainStore(ports));

  test('keeps, gives back and forgets a key, each answer with the number of its question', async () => {
    const ports = keychain(working());
    expect(await ask(ports, 'load')).toEqual({ type: 'keychain', id: 7, key: null, error: null });
    expect(await ask(ports, 'save', firstKey)).toEqual({ type: 'keychain', id: 7, key: null, error: null });
    expect(await ask(ports, 'load')).toEqual({ type: 'keychain', id: 7, key: firstKey, error: null });
    expect(await ask(ports, 'destroy', firstKey)).toMatchObject({ error: null });
    expect(await ask(ports, 'load')).toMatchObject({ key: null, error: null });
  });

  test('never takes a keychain that protects nothing, and never forgets a key because another was no key', async () => {
    const ports = keychain(working());
    await ask(ports, 'save', firstKey);
    for (const act of ['save', 'destroy'] as const)
      expect(await ask(ports, act, null)).toMatchObject({ error: { code: 'invalid' } });
    expect(await ask(ports, 'load')).toMatchObject({ key: firstKey });
    const basic = keychain({ ...working(), backend: 'basic_text' });
    expect(await ask(basic, 'save', firstKey)).toMatchObject({ error: { code: 'unavailable' } });
  });
});
