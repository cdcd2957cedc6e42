import { existsSync } from 'node:fs';
import Database from 'better-sqlite3';
import { failure, type ProtocolError } from '#shared/protocol/index.ts';
import { err, ok, type Result } from '#shared/std/index.ts';

export type Db = Database.Database;

/** One step from a profile format to the next; never edited once released. `user_version` counts how many ran. */
export type Migration = (db: Db) => void;

/**
 * How the profile's file is written: WAL, synchronous FULL (a commit is fsynced before it is acknowledged), deleted
 * content overwritten, nothing temporary on the disk.
 *
 * @param schema name of the file in this connection
 */
export const makeDurable = (db: Db, schema: 'main' | 'disk'): void => {
  db.pragma(`${schema}.journal_mode = WAL`);
  db.pragma(`${schema}.synchronous = FULL`);
  if (process.platform === 'darwin') {
    db.pragma('fullfsync = 1');
    db.pragma('checkpoint_fullfsync = 1');
  }
  db.pragma(`${schema}.secure_delete = ON`);
  db.pragma('foreign_keys = ON');
  db.pragma('temp_store = MEMORY');
  db.pragma(`${schema}.cache_size = -32000`);
  // Catching up rewrites the same pages again and again: copy them into the main file once per 16 MB, not per 4.
  db.pragma('wal_autocheckpoint = 4000');
};

/**
 * Opens the one file of a profile: see `makeDurable`. Runs the migrations that are missing, each in its own transaction.
 */
export const openStore = (file: string, migrations: readonly Migration[]): Result<Db, ProtocolError> => {
  const existed = existsSync(file);
  let db: Db;
  try {
    db = new Database(file);
  } catch (cause) {
    return err(
      failure(
        'profile-read-only',
        `The profile file cannot be opened for writing (${reasonOf(cause)}). Check the folder's permissions.`,
      ),
    );
  }
  try {
    makeDurable(db, 'main');
    const fault = migrate(db, migrations);
    if (fault === undefined) return ok(db);
    db.close();
    return err(fault);
  } catch (cause) {
    db.close();
    return err(describe(cause, existed));
  }
};

/** Runs the migrations that are missing, each in its own transaction; a failure for a file of a newer version. */
export const migrate = (db: Db, migrations: readonly Migration[]): ProtocolError | undefined => {
  const version = Number(db.pragma('user_version', { simple: true }));
  if (version > migrations.length) {
    return failure(
      'newer-version',
      'This profile was written by a newer version of Meridian. Update Meridian on this machine; nothing was changed.',
    );
  }
  migrations.slice(version).forEach((migration, index) => {
    db.transaction(() => {
      migration(db);
      db.pragma(`user_version = ${version + index + 1}`);
    }).immediate();
  });
  return undefined;
};

const reasonOf = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause));

/** What a failed opening means for the person; throws what is a defect. */
export const describe = (cause: unknown, existed: boolean): ProtocolError => {
  const code = cause instanceof Database.SqliteError ? cause.code : '';
  if (code.startsWith('SQLITE_FULL')) {
    return failure('disk-full', 'The disk is full. Free some space and try again; what was saved before is intact.');
  }
  if (code.startsWith('SQLITE_READONLY') || code.startsWith('SQLITE_CANTOPEN') || code.startsWith('SQLITE_PERM')) {
    return failure('profile-read-only', 'The profile cannot be written to. Check the permissions of its folder.');
  }
  if (existed && (code.startsWith('SQLITE_NOTADB') || code.startsWith('SQLITE_CORRUPT'))) {
    return failure(
      'corrupt',
      'The profile file is damaged. Run "meridian verify" to see what is wrong; nothing was changed.',
    );
  }
  throw cause;
};

/** What a failed write means for the person, or undefined if the failure is a defect. */
export const writeFault = (cause: unknown): ProtocolError | undefined => {
  if (!(cause instanceof Database.SqliteError)) return undefined;
  if (!/^SQLITE_(FULL|IOERR|READONLY|CANTOPEN|CORRUPT|NOTADB)/.test(cause.code)) return undefined;
  if (cause.code.startsWith('SQLITE_IOERR')) {
    return failure(
      'disk-full',
      'The disk refused to write. Nothing of this change was saved; free some space or check the disk.',
    );
  }
  return describe(cause, true);
};
