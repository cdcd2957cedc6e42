import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, mkdir, open, readFile, rename } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { defaultProfile, type Surroundings } from '#shared/std/index.ts';
import type { DesktopOptions } from './options.ts';

/** The profile's folder, and the file with its sealed key: one a folder, whichever way the folder was named. */
export interface ProfilePlace {
  readonly directory: string;
  readonly keyFile: string;
  /** The key file that sample teams used before they had their own; null for all others. */
  readonly sharedBefore: string | null;
}

/** What is in a file with a sealed key; undefined where there is none. */
export const readSealed = async (file: string): Promise<Buffer | undefined> => {
  try {
    return await readFile(file);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
};

/** Written whole and to the disk before the key is used: a key lost after the first save would lose the profile. */
export const writeSealed = async (file: string, sealed: Buffer): Promise<void> => {
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

/** Which profile to open, and where its key is kept. */
export const placeOf = (
  { profile, sample }: Pick<DesktopOptions, 'profile' | 'sample'>,
  surroundings: Surroundings,
  userData: string,
): ProfilePlace => {
  const directory = resolve(profile ?? defaultProfile(surroundings, sample));
  const name = createHash('sha256').update(directory).digest('hex').slice(0, 32);
  const own = join(userData, 'keys', `${name}.sealed`);
  const usual = join(userData, 'keys', 'default.sealed');
  if (directory === resolve(defaultProfile(surroundings, true)))
    return { directory, keyFile: own, sharedBefore: usual };
  if (directory !== resolve(defaultProfile(surroundings, false)))
    return { directory, keyFile: own, sharedBefore: null };
  // Who named the usual folder once got a key file for that name: it stays the key of a profile that was made so.
  const namedOnce = existsSync(own) && (profile !== null || !existsSync(usual));
  return { directory, keyFile: namedOnce ? own : usual, sharedBefore: null };
};

/** Gives a profile that has shared another's key file its own copy, once. The sealed bytes are copied as they are. */
export const adoptSharedKey = async ({ directory, keyFile, sharedBefore }: ProfilePlace): Promise<void> => {
  if (sharedBefore === null || existsSync(keyFile)) return;
  if (!existsSync(join(directory, 'profile.db')) || existsSync(join(directory, 'profile.key'))) return;
  const shared = await readSealed(sharedBefore);
  if (shared !== undefined) await writeSealed(keyFile, shared);
};
