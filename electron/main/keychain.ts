import type { SafeStorage } from 'electron';
import { chmod, mkdir, open, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { failure, type KeychainAnswer, type KeychainQuestion, type ProtocolError } from '#shared/protocol/index.ts';
import type { SecretStore } from '#engine/vault/secret-store.ts';
import { err, fromText, ok, toText, type Random, type Result } from '#shared/std/index.ts';

export interface KeychainPorts {
  readonly storage: Pick<
    SafeStorage,
    'isAsyncEncryptionAvailable' | 'getSelectedStorageBackend' | 'encryptStringAsync' | 'decryptStringAsync'
  >;
  readonly platform: NodeJS.Platform;
  readonly random: Random;
  /** Where the sealed key of this profile is kept. */
  readonly file: string;
}

export interface ProfileKey {
  /** 32 bytes in base64url; null where the system offers nothing that protects it. */
  readonly key: string | null;
  /** What the person has to know before they go on; said once per profile. */
  readonly warning: string | null;
}

const unprotected =
  'This system has no keychain that Meridian can use. Your keys are kept in a file that only your user account can ' +
  'read: anyone who can read your files, or a copy of this disk, can read your Meridian data. Disk encryption helps.';

const lost = failure(
  'unauthorized',
  "The system's keychain no longer opens the key of this profile. Unlock the keychain, or sign in as the user who made " +
    'the profile, and open Meridian again. Nothing was changed.',
);

/** `basic_text` encrypts with a password that is the same on every machine: no protection, whatever it is called. */
export const isProtecting = async ({ storage, platform }: KeychainPorts): Promise<boolean> => {
  if (!(await storage.isAsyncEncryptionAvailable())) return false;
  if (platform !== 'linux') return true;
  const backend = storage.getSelectedStorageBackend();
  return backend !== 'basic_text' && backend !== 'unknown';
};

const readSealed = async (file: string): Promise<Buffer | undefined> => {
  try {
    return await readFile(file);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
};

/** Written whole and to the disk before the key is used: a key lost after the first save would lose the profile. */
const writeSealed = async (file: string, sealed: Buffer): Promise<void> => {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  const handle = await open(`${file}.new`, 'w', 0o600);
  try {
    await handle.writeFile(sealed);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(`${file}.new`, file);
  await chmod(file, 0o600);
};

const unseal = async (ports: KeychainPorts, sealed: Buffer): Promise<string | undefined> => {
  try {
    const opened = await ports.storage.decryptStringAsync(sealed);
    if (fromText(opened.result)?.length !== 32) return undefined;
    // The system changed its own key: what is on the disk should not depend on the old one.
    if (opened.shouldReEncrypt) await writeSealed(ports.file, await ports.storage.encryptStringAsync(opened.result));
    return opened.result;
  } catch (error) {
    // Electron rejects with a plain Error for a wrong key, a locked keychain and damaged bytes alike.
    if (error instanceof Error) return undefined;
    throw error;
  }
};

/** The keychain as a place for the profile key, for the engine; see `SecretStore` for its rules. */
export const keychainStore = (ports: KeychainPorts): SecretStore => {
  const unavailable = failure(
    'unavailable',
    'This system has no keychain that Meridian can use. The key stays where it is.',
  );
  return {
    kind: 'keychain',
    load: async () => {
      const sealed = await readSealed(ports.file);
      if (sealed === undefined) return ok(null);
      const text = (await isProtecting(ports)) ? await unseal(ports, sealed) : undefined;
      const key = text === undefined ? undefined : fromText(text);
      return key === undefined ? err(lost) : ok(key);
    },
    save: async (key) => {
      if (!(await isProtecting(ports))) return err(unavailable);
      await writeSealed(ports.file, await ports.storage.encryptStringAsync(toText(key)));
      return ok(undefined);
    },
    // Only ciphertext lies in the file: deleting it is enough.
    destroy: async () => {
      await rm(ports.file, { force: true });
      return ok(undefined);
    },
  };
};

/** Answers the engine, which runs in a process of its own. */
export const answerKeychain = async (
  { id, act, key }: KeychainQuestion,
  store: SecretStore,
): Promise<KeychainAnswer> => {
  const answer = (found: string | null, error: ProtocolError | null): KeychainAnswer => ({
    type: 'keychain',
    id,
    key: found,
    error,
  });
  if (act === 'load') {
    const loaded = await store.load();
    return loaded.ok ? answer(loaded.value === null ? null : toText(loaded.value), null) : answer(null, loaded.error);
  }
  const given = key === null ? undefined : fromText(key);
  if (act === 'save' && given === undefined) return answer(null, failure('invalid', 'There was no key to keep.'));
  const done = given === undefined ? await store.destroy() : await store.save(given);
  return answer(null, done.ok ? null : done.error);
};

const warnOnce = async (file: string): Promise<string | null> => {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  try {
    await writeFile(`${file}.warned`, '', { flag: 'wx' });
    return unprotected;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return null;
    throw error;
  }
};

/**
 * The key that wraps this profile's private keys, kept by the system's keychain; made on the first start. Only through
 * the asynchronous calls: the others are deprecated and block on a locked keychain. Never falls back to text that only
 * looks encrypted. Fails with `unauthorized` when a key was sealed and cannot be opened.
 */
export const openProfileKey = async (ports: KeychainPorts): Promise<Result<ProfileKey, ProtocolError>> => {
  const sealed = await readSealed(ports.file);
  const protects = await isProtecting(ports);
  if (sealed !== undefined) {
    const key = protects ? await unseal(ports, sealed) : undefined;
    return key === undefined ? err(lost) : ok({ key, warning: null });
  }
  if (!protects) return ok({ key: null, warning: await warnOnce(ports.file) });
  const key = toText(ports.random.bytes(32));
  await writeSealed(ports.file, await ports.storage.encryptStringAsync(key));
  return ok({ key, warning: null });
};
