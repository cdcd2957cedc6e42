import Database from 'better-sqlite3';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { failure, type ProtocolError } from '#shared/protocol/index.ts';
import { err, ok, type Clock, type Result } from '#shared/std/index.ts';

export interface ProfileLock {
  readonly release: () => void;
}

interface Holder {
  readonly pid: number;
  readonly since: number;
}

const codeOf = (thrown: unknown): string =>
  thrown instanceof Error && 'code' in thrown && typeof thrown.code === 'string' ? thrown.code : '';

/** Who says that it holds the lock. Only for the sentence: whether it is held is the file system's answer. */
const readHolder = (path: string): Holder | undefined => {
  try {
    const { pid, since } = JSON.parse(readFileSync(path, 'utf8')) as Partial<Holder>;
    return typeof pid === 'number' && typeof since === 'number' ? { pid, since } : undefined;
  } catch {
    return undefined;
  }
};

const inUse = (directory: string, holder: Holder | undefined): ProtocolError => {
  const who =
    holder === undefined ? '' : ` (process ${holder.pid}, since ${new Date(holder.since).toLocaleTimeString()})`;
  return failure(
    'profile-in-use',
    `The profile ${directory} is already open in another Meridian${who}. Use that one, or close it first.`,
  );
};

const readOnlyCodes: ReadonlySet<string> = new Set(['EACCES', 'EPERM', 'EROFS', 'SQLITE_READONLY', 'SQLITE_CANTOPEN']);
const fullCodes: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT', 'SQLITE_FULL']);

const isReadOnly = (code: string): boolean =>
  readOnlyCodes.has(code) || code.startsWith('SQLITE_READONLY') || code.startsWith('SQLITE_CANTOPEN');

/** Why a profile's folder cannot be used, as something a person can act on; undefined where it is none of that. */
export const folderFault = (directory: string, thrown: unknown): ProtocolError | undefined => {
  const code = codeOf(thrown);
  if (fullCodes.has(code)) {
    return failure('disk-full', `The disk is full: Meridian cannot write to ${directory}. Free some space and retry.`);
  }
  if (isReadOnly(code)) {
    return failure(
      'profile-read-only',
      `Meridian may not write to ${directory}. Make the folder writable, or choose another with --profile.`,
    );
  }
  if (code === 'ENOTDIR' || code === 'EEXIST') {
    return failure('invalid', `${directory} is not a folder. Choose another with --profile.`, 'profile');
  }
  return undefined;
};

const takeLock = (path: string): Database.Database => {
  const file = new Database(path, { timeout: 0 });
  try {
    file.pragma('locking_mode = EXCLUSIVE');
    // Nothing is ever written, so no journal has to lie beside it.
    file.pragma('journal_mode = MEMORY');
    file.exec('BEGIN EXCLUSIVE');
    return file;
  } catch (thrown) {
    file.close();
    throw thrown;
  }
};

/**
 * Makes the profile's folder (readable by its owner only) and takes the one lock that all hosts share. The lock is the
 * operating system's own, taken through SQLite: it ends with the process however that ends, so that there is no stale
 * lock to be recognised and no process number to be mistaken for another.
 */
export const lockProfile = (directory: string, clock: Clock): Result<ProfileLock, ProtocolError> => {
  const holderPath = join(directory, 'lock.json');
  let lock: Database.Database;
  try {
    mkdirSync(directory, { recursive: true, mode: 0o700 });
    lock = takeLock(join(directory, 'profile.lock'));
  } catch (thrown) {
    if (codeOf(thrown).startsWith('SQLITE_BUSY')) return err(inUse(directory, readHolder(holderPath)));
    const fault = folderFault(directory, thrown);
    if (fault === undefined) throw thrown;
    return err(fault);
  }
  try {
    writeFileSync(holderPath, JSON.stringify({ pid: process.pid, since: clock.now() }), { mode: 0o600 });
  } catch (thrown) {
    lock.close();
    const fault = folderFault(directory, thrown);
    if (fault === undefined) throw thrown;
    return err(fault);
  }
  return ok({ release: () => void lock.close() });
};
