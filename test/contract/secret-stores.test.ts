import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { expectOk } from '#shared/std/index.ts';
import { moveKey, passphraseStore, plainFileStore, readKeyFile, type SecretStore } from '#engine/vault/index.ts';
import { keychainStore, type KeychainPorts } from '../../electron/main/keychain.ts';
import { systemRandom } from '#engine/hosts/system-ports.ts';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'meridian-secrets-'));
  path = join(folder, 'profile.key');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** The least that libsodium takes: these tests are about the store, not about the cost of a guess. */
const cheap = { operations: 1, memory: 8192 };
const phrase = 'a river under the moon';

const fileStore = (): SecretStore => plainFileStore(path);
const phraseStore = (passphrase = phrase): SecretStore =>
  passphraseStore({ path, passphrase, random: systemRandom, cost: () => Promise.resolve(cheap) });

const ports = (): KeychainPorts => {
  const flip = (bytes: Uint8Array): Buffer => Buffer.from(bytes.map((byte) => byte ^ 0x5a));
  return {
    platform: 'darwin',
    random: systemRandom,
    file: join(folder, 'keys', 'default.sealed'),
    profile: folder,
    storage: {
      isAsyncEncryptionAvailable: () => Promise.resolve(true),
      getSelectedStorageBackend: () => 'unknown',
      encryptStringAsync: (text) => Promise.resolve(flip(Buffer.from(`sealed:${text}`))),
      decryptStringAsync: (bytes) => {
        const text = flip(bytes).toString();
        if (!text.startsWith('sealed:')) throw new Error('Error while decrypting');
        return Promise.resolve({ result: text.slice(7), shouldReEncrypt: false });
      },
    },
  };
};
const chainStore = (): SecretStore => keychainStore(ports());

const stores: readonly (readonly [string, () => SecretStore, () => string])[] = [
  ['the key file', fileStore, () => path],
  ['the passphrase file', () => phraseStore(), () => path],
  ['the keychain', chainStore, () => join(folder, 'keys', 'default.sealed')],
];

const everyFile = (): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

const holds = (key: Uint8Array): boolean =>
  everyFile().some((file) => {
    const bytes = readFileSync(file);
    return bytes.includes(Buffer.from(key)) || bytes.includes(Buffer.from(key).toString('base64url'));
  });

describe.each(stores)('%s as a place for the profile key', (name, store, file) => {
  const key = systemRandom.bytes(32);

  it('keeps nothing at first, and says so instead of making a key up', async () => {
    expect(expectOk(await store().load())).toBeNull();
    expect(expectOk(await store().load())).toBeNull();
  });

  it('gives back exactly the key, also to another process', async () => {
    expectOk(await store().save(key));
    expect(expectOk(await store().load())).toEqual(key);
  });

  it('keeps a key that it has already', async () => {
    expectOk(await store().save(key));
    expectOk(await store().save(key));
    expect(expectOk(await store().load())).toEqual(key);
    expect(everyFile()).toEqual([file()]);
  });

  if (name === 'the keychain') {
    it('neither replaces nor forgets another key, or one that it cannot open: a profile may have no other', async () => {
      const other = systemRandom.bytes(32);
      expectOk(await store().save(other));
      const before = readFileSync(file());
      const refused = await store().save(key);
      expect(refused).toMatchObject({ ok: false, error: { code: 'conflict' } });
      if (!refused.ok) expect(refused.error.sentence).toContain(file());
      expectOk(await store().destroy(key));
      expect(readFileSync(file())).toEqual(before);
      const damaged = before.subarray(5);
      writeFileSync(file(), damaged);
      expect((await store().save(key)).ok).toBe(false);
      expect((await store().destroy(key)).ok).toBe(false);
      expect(readFileSync(file())).toEqual(damaged);
    });
  } else {
    it('replaces an older key', async () => {
      expectOk(await store().save(systemRandom.bytes(32)));
      expectOk(await store().save(key));
      expect(expectOk(await store().load())).toEqual(key);
      expect(everyFile()).toEqual([file()]);
    });
  }

  it('forgets: nothing opens afterwards, and forgetting nothing is fine', async () => {
    expectOk(await store().destroy(key));
    expectOk(await store().save(key));
    expectOk(await store().destroy(key));
    expect(expectOk(await store().load())).toBeNull();
    expect(holds(key)).toBe(false);
    expectOk(await store().destroy(key));
  });

  it('refuses damaged bytes instead of opening something else', async () => {
    expectOk(await store().save(key));
    const bytes = readFileSync(file());
    for (const damage of [bytes.subarray(0, bytes.length - 1), bytes.subarray(0, 5), Buffer.alloc(0)]) {
      writeFileSync(file(), damage);
      const loaded = await store().load();
      expect(loaded.ok).toBe(false);
    }
  });

  it('A2: goes on after a crash left a half-written file beside it', async () => {
    expectOk(await store().save(key));
    writeFileSync(`${file()}.new`, 'half');
    expect(expectOk(await store().load())).toEqual(key);
    expectOk(await store().destroy(key));
    const next = systemRandom.bytes(32);
    expectOk(await store().save(next));
    expect(expectOk(await store().load())).toEqual(next);
  });

  it.skipIf(process.platform === 'win32')('lets nobody else read its file', async () => {
    expectOk(await store().save(key));
    expect(statSync(file()).mode & 0o077).toBe(0);
  });

  if (name !== 'the key file') {
    it('never writes the key itself to the disk', async () => {
      expectOk(await store().save(key));
      expect(holds(key)).toBe(false);
    });
  }
});

describe('moving the key', () => {
  const all = stores.map(([name, store]) => ({ name, store }));
  const pairs = all.flatMap((from) =>
    all.filter((to) => to !== from).map((to) => [from.name, to.name, from, to] as const),
  );

  it.each(pairs)('A2: from %s to %s leaves it in one place only', async (_from, _to, from, to) => {
    const key = systemRandom.bytes(32);
    expectOk(await from.store().save(key));
    expectOk(await moveKey(key, from.store(), to.store()));
    expect(expectOk(await to.store().load())).toEqual(key);
    expect(expectOk(await from.store().load())).toBeNull();
    expect(everyFile()).toHaveLength(1);
  });

  it.each(pairs)('from %s to %s that cannot be saved leaves it where it was', async (_from, _to, from, to) => {
    const key = systemRandom.bytes(32);
    expectOk(await from.store().save(key));
    const full: SecretStore = {
      ...to.store(),
      save: () => Promise.resolve({ ok: false, error: { code: 'disk-full', sentence: 'The disk is full.' } }),
    };
    expect((await moveKey(key, from.store(), full)).ok).toBe(false);
    expect(expectOk(await from.store().load())).toEqual(key);
  });

  it('A2: to a place that gives back another key is not believed', async () => {
    const key = systemRandom.bytes(32);
    expectOk(await fileStore().save(key));
    const liar: SecretStore = { ...chainStore(), load: () => Promise.resolve({ ok: true, value: new Uint8Array(32) }) };
    expect((await moveKey(key, fileStore(), liar)).ok).toBe(false);
    expect(expectOk(await fileStore().load())).toEqual(key);
  });

  it('changes the passphrase: the old one opens nothing any more', async () => {
    const key = systemRandom.bytes(32);
    expectOk(await phraseStore().save(key));
    expectOk(await moveKey(key, phraseStore(), phraseStore('another river, no moon')));
    expect(expectOk(await phraseStore('another river, no moon').load())).toEqual(key);
    expect(await phraseStore().load()).toMatchObject({ ok: false, error: { code: 'unauthorized' } });
    expect(expectOk(readKeyFile(path)).kind).toBe('passphrase');
  });
});
