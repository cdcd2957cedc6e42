import Database from 'better-sqlite3';
import { closeSync, fsyncSync, openSync, rmSync } from 'node:fs';
import type { ProtocolError } from '#shared/protocol/index.ts';
import { err, ok, type Random, type Result } from '#shared/std/index.ts';
import { migrate, writeFault, type Db, type Migration } from '../store/index.ts';
import { replaceFile } from '../vault/index.ts';
import { blobSealing } from './blobs.ts';
import { dropKept } from './forms.ts';
import { openSealed, snapshotSealing } from './open.ts';
import { saveImage } from './snapshot.ts';
import { columnsOf, keptOnDisk, quoted, sealedTables, tablesOf } from './tables.ts';

export interface ConvertDeps {
  /** The profile's file; nobody else has it open. */
  readonly path: string;
  readonly profileKey: Uint8Array;
  readonly random: Random;
  readonly migrations: readonly Migration[];
}

const remove = (path: string): void => {
  for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(`${path}${suffix}`, { force: true });
};

const syncFile = (path: string): void => {
  const file = openSync(path, 'r+');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
};

const expectMigrated = (db: Db, migrations: readonly Migration[]): void => {
  const fault = migrate(db, migrations);
  if (fault !== undefined) throw new Error(fault.sentence);
};

/** A new file beside the old one, not journaled: it counts only once it is whole and renamed. */
const begin = (path: string, migrations: readonly Migration[]): Db => {
  remove(path);
  const db = new Database(path);
  db.pragma('journal_mode = OFF');
  db.pragma('synchronous = OFF');
  db.pragma('temp_store = MEMORY');
  db.pragma('secure_delete = ON');
  expectMigrated(db, migrations);
  return db;
};

/** Copies one table, whatever its kind; `records` through `convert`, which closes or opens its blobs. */
const copy = (db: Db, from: string, to: string, table: string, convert: 'seal_blob' | 'open_blob' | null): void => {
  const columns = columnsOf(db, from, table).all;
  const isVirtual = tablesOf(db, from).some((one) => one.name === table && one.type === 'virtual');
  const names = [...(isVirtual ? ['rowid'] : []), ...columns.map(quoted)].join(', ');
  const values = columns.map((name) =>
    convert !== null && table === 'records' && (name === 'doc' || name === 'key')
      ? `${convert}("id" || ' ${name}', ${quoted(name)})`
      : quoted(name),
  );
  const selected = [...(isVirtual ? ['rowid'] : []), ...values].join(', ');
  db.exec(`INSERT INTO ${to}.${quoted(table)} (${names}) SELECT ${selected} FROM ${from}.${quoted(table)}`);
};

/** Makes the new file durable under the profile's name, and overwrites what it replaces. */
const finish = (made: Db, path: string): void => {
  made.pragma('journal_mode = WAL');
  made.close();
  syncFile(`${path}.new`);
  // A log of the old file beside the new one would be taken for the new one's.
  for (const suffix of ['-wal', '-shm']) rmSync(`${path}${suffix}`, { force: true });
  replaceFile(path, `${path}.new`);
};

const attempt = (path: string, work: () => void): Result<void, ProtocolError> => {
  try {
    work();
    return ok(undefined);
  } catch (cause) {
    remove(`${path}.new`);
    const fault = writeFault(cause);
    if (fault === undefined) throw cause;
    return err(fault);
  }
};

/** Left behind by a conversion that was cut off; the profile's own file is whole then. */
export const dropUnfinished = (path: string): void => remove(`${path}.new`);

/**
 * Rewrites the profile into the encrypted form: a complete new file beside the old one, made durable, then renamed over
 * it. A crash at any moment leaves one of the two, whole. Nothing readable is written on the way.
 */
export const sealFile = ({ path, profileKey, random, migrations }: ConvertDeps): Result<void, ProtocolError> =>
  attempt(path, () => {
    const old = new Database(path);
    old.pragma('wal_checkpoint(TRUNCATE)');
    old.close();
    const made = begin(`${path}.new`, migrations);
    const memory = new Database(':memory:');
    try {
      const records = blobSealing(profileKey, 'record', random);
      made.function('seal_blob', (place: string, bytes: Uint8Array) => Buffer.from(records.seal(place, bytes)));
      made.prepare<[string]>('ATTACH ? AS old').run(path);
      for (const table of keptOnDisk) copy(made, 'old', 'main', table, 'seal_blob');
      made.exec('DETACH old');
      made.exec(sealedTables);

      expectMigrated(memory, migrations);
      dropKept(memory);
      memory.prepare<[string]>('ATTACH ? AS old').run(path);
      for (const { name } of tablesOf(memory, 'main')) copy(memory, 'old', 'main', name, null);
      memory.exec('DETACH old');
      saveImage(made, memory.serialize(), migrations.length, [], snapshotSealing(profileKey, random));
      finish(made, path);
    } finally {
      memory.close();
      made.close();
    }
  });

/** The way back: everything readable again, in one ordinary file. */
export const unsealFile = ({ path, profileKey, random, migrations }: ConvertDeps): Result<void, ProtocolError> => {
  const sealed = openSealed(path, profileKey, random, migrations);
  if (!sealed.ok) return sealed;
  const { db, records } = sealed.value;
  let open = true;
  const close = (): void => {
    if (open) db.close();
    open = false;
  };
  return attempt(path, () => {
    try {
      begin(`${path}.new`, migrations).close();
      db.function('open_blob', (place: string, bytes: Uint8Array) => Buffer.from(records.open(place, bytes) ?? bytes));
      db.prepare<[string]>('ATTACH ? AS made').run(`${path}.new`);
      db.pragma('made.journal_mode = OFF');
      for (const table of keptOnDisk) copy(db, 'disk', 'made', table, 'open_blob');
      for (const { name } of tablesOf(db, 'main')) copy(db, 'main', 'made', name, null);
      db.exec('DETACH made');
      close();
      finish(new Database(`${path}.new`), path);
    } finally {
      close();
    }
  });
};
