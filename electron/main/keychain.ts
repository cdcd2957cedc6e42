import type { SafeStorage } from 'electron';
import { existsSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import {
  failure,
  keychainHoldsAnother,
  type KeychainAnswer,
  type KeychainQuestion,
  type ProtocolError,
} from '#shared/protocol/index.ts';
import type { SecretStore } from '#engine/vault/secret-store.ts';
import { equalBytes, err, fromText, ok, toText, type Random, type Result } from '#shared/std/index.ts';
import { readSealed, writeSealed } from './key-file.ts';

export interface KeychainPorts {
  readonly storage: Pick<
    SafeStorage,
    'isAsyncEncryptionAvailable' | 'getSelectedStorageBackend' | 'encryptStringAsync' | 'decryptStringAsync'
  >;
  readonly platform: NodeJS.Platform;
  readonly random: Random;
  /** Where the sealed key of this profile is kept. */
  readonly file: string;
  /** The profile's folder. */
  readonly profile: string;
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
  const load: SecretStore['load'] = async () => {
    const sealed = await readSealed(ports.file);
    if (sealed === undefined) return ok(null);
    const text = (await isProtecting(ports)) ? await unseal(ports, sealed) : undefined;
    const key = text === undefined ? undefined : fromText(text);
    return key === undefined ? err(lost) : ok(key);
  };
  return {
    kind: 'keychain',
    load,
    save: async (key) => {
      if (!(await isProtecting(ports))) return err(unavailable);
      const held = await load();
      // Whatever lies there may be the only key of some profile, also while the keychain does not open it.
      if (!held.ok || (held.value !== null && !equalBytes(held.value, key)))
        return err(keychainHoldsAnother(ports.file));
      await writeSealed(ports.file, await ports.storage.encryptStringAsync(toText(key)));
      return ok(undefined);
    },
    destroy: async (key) => {
      const held = await load();
      if (!held.ok) return held;
      // Only ciphertext lies in the file: deleting it is enough.
      if (held.value !== null && equalBytes(held.value, key)) await rm(ports.file, { force: true });
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
  if (given === undefined) return answer(null, failure('invalid', 'There was no key to keep or to forget.'));
  const done = await (act === 'save' ? store.save(given) : store.destroy(given));
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

const missing = ({ file, profile }: KeychainPorts): ProtocolError =>
  failure(
    'unauthorized',
    `The key of the profile ${profile} is not here: neither its key file profile.key nor ${file} exists. Put back the one ` +
      'that was there, or start Meridian as the user who made the profile. Nothing was changed.',
  );

/**
 * The key that wraps this profile's private keys, kept by the system's keychain; made on the first start. Only through
 * the asynchronous calls: the others are deprecated and block on a locked keychain. Never falls back to text that only
 * looks encrypted. Null where a key file lies in the profile's folder: that is its key. Fails with `unauthorized` when a
 * key was sealed and cannot be opened, and when a profile is there without any key.
 */
export const openProfileKey = async (ports: KeychainPorts): Promise<Result<ProfileKey, ProtocolError>> => {
  const hasKeyFile = existsSync(join(ports.profile, 'profile.key'));
  const sealed = hasKeyFile ? undefined : await readSealed(ports.file);
  const protects = await isProtecting(ports);
  if (sealed !== undefined) {
    const key = protects ? await unseal(ports, sealed) : undefined;
    return key === undefined ? err(lost) : ok({ key, warning: null });
  }
  if (!protects) return ok({ key: null, warning: await warnOnce(ports.file) });
  if (hasKeyFile) return ok({ key: null, warning: null });
  if (existsSync(join(ports.profile, 'profile.db'))) return err(missing(ports));
  const key = toText(ports.random.bytes(32));
  await writeSealed(ports.file, await ports.storage.encryptStringAsync(key));
  return ok({ key, warning: null });
};
