// Entry point of the engine's process inside Electron. It serves what main tells it to open, and nothing on its own.
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fromText } from '#shared/std/index.ts';
import type { ProfileKey } from '../index.ts';
import { defaultProfile } from './default-profile.ts';
import { fillWithSample } from './fill-sample.ts';
import { openHostProfile } from './open-profile.ts';
import { parentPortOf, serveUtility } from './utility/index.ts';

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

serveUtility({
  parent,
  open: async ({ directory: given, key, relays, sample, lan }) => {
    const surroundings = { platform: process.platform, env: process.env, home: homedir() };
    const directory = given ?? defaultProfile(surroundings, sample);
    const profileKey = keychainKey(directory, key);
    const profile = await openHostProfile({
      directory,
      relays,
      ...(profileKey === undefined ? {} : { profileKey }),
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
