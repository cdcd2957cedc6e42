import { closeSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';
import { failure, type ProtocolError } from '#shared/protocol/index.ts';
import { err, ok, type Random, type Result } from '#shared/std/index.ts';

/** The key that wraps everything secret in a profile, and in plain words where it lies. */
export interface ProfileKey {
  readonly key: Uint8Array;
  readonly keysIn: string;
}

const keyBytes = 32;

/**
 * The profile key in a file that only its owner may read: what the browser host uses, where there is no system
 * keychain. Makes the file, fsynced, when the profile is new. A profile without its key is not opened with a new one:
 * that would silently lose everything private.
 */
export const keyFile = (path: string, profileExists: boolean, random: Random): Result<ProfileKey, ProtocolError> => {
  try {
    const key = new Uint8Array(readFileSync(path));
    if (key.length === keyBytes) return ok({ key, keysIn: 'key file' });
    return err(
      failure(
        'corrupt',
        `The key file ${path} is damaged. Put back a copy; without it the private records cannot be opened.`,
      ),
    );
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
    if (code !== 'ENOENT')
      return err(failure('profile-read-only', `The key file ${path} cannot be read. Check its permissions.`));
    if (profileExists)
      return err(
        failure('corrupt', `The key file ${path} is missing. Put it back; without it this profile cannot be opened.`),
      );
  }
  const key = random.bytes(keyBytes);
  try {
    const file = openSync(path, 'wx', 0o600);
    writeSync(file, key);
    fsyncSync(file);
    closeSync(file);
    return ok({ key, keysIn: 'key file' });
  } catch {
    return err(
      failure('profile-read-only', `The key file ${path} cannot be written. Check the folder's permissions and space.`),
    );
  }
};
