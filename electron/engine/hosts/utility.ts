// Entry point of the engine's process inside Electron. It serves what main tells it to open, and nothing on its own.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { KeychainAnswer, ProtocolError } from '#shared/protocol/index.ts';
import { err, fromText, ok, toText, type Result } from '#shared/std/index.ts';
import type { ProfileKey, SecretStore } from '../index.ts';
import { fillWithSample } from './fill-sample.ts';
import { openHostProfile } from './open-profile.ts';
import { parentPortOf, serveUtility, type AskKeychain } from './utility/index.ts';

const parent = parentPortOf(process);
if (parent === undefined) throw new Error('This is the part of Meridian that Electron starts; it cannot run by itself');

const log = {
  info: () => {},
  warn: (message: string, detail?: Readonly<Record<string, unknown>>) => {
    process.stderr.write(`engine: ${message}${detail === undefined ? '' : ` ${JSON.stringify(detail)}`}\n`);
  },
};

/** A profile made by another host has its key in a file beside it, and that stays its key. */
const keychainKey = (directory: string, text: string | null): ProfileKey | undefined => {
  const key = text === null ? undefined : fromText(text);
  if (key === undefined || existsSync(join(directory, 'profile.key'))) return undefined;
  return { key, keysIn: 'system keychain' };
};

/** The keychain as a place for the key, through main. */
const distantKeychain = (ask: AskKeychain): SecretStore => {
  const done = ({ error }: KeychainAnswer): Result<void, ProtocolError> =>
    error === null ? ok(undefined) : err(error);
  return {
    kind: 'keychain',
    load: async () => {
      const { key, error } = await ask('load', null);
      return error === null ? ok((key === null ? null : fromText(key)) ?? null) : err(error);
    },
    save: async (key) => done(await ask('save', toText(key))),
    destroy: async (key) => done(await ask('destroy', toText(key))),
  };
};

serveUtility({
  parent,
  open: async ({ directory, key, relays, sample, lan, keychain }, ask) => {
    const profileKey = keychainKey(directory, key);
    const profile = await openHostProfile({
      directory,
      relays,
      ...(profileKey === undefined ? {} : { profileKey }),
      ...(keychain === true ? { keychain: distantKeychain(ask) } : {}),
      // Without the flag the profile's own setting counts.
      ...(lan ? {} : { lan }),
    });
    if (!profile.ok || !sample) return profile;
    const filled = await fillWithSample(profile.value.engine);
    if (filled.ok) return profile;
    await profile.value.close();
    return filled;
  },
  log,
  exit: (code) => process.exit(code),
  defer: setImmediate,
});
