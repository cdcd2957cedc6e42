import Database from 'better-sqlite3';
import { failure, type ProtocolError } from '#shared/protocol/index.ts';
import { err, ok, type Random, type Result } from '#shared/std/index.ts';
import { describe, makeDurable, migrate, writeFault, type Db, type Migration } from '../store/index.ts';
import { blobSealing, type BlobSealing } from './blobs.ts';
import { recordChanges, replayChanges } from './changes.ts';
import { loadImage, loadManifest, saveImage, type SnapshotSealing } from './snapshot.ts';
import { keptOnDisk, quoted } from './tables.ts';

/** An encrypted profile in use: the readable tables in memory, the file beside them under the name `disk`. */
export interface SealedStore {
  readonly db: Db;
  readonly records: BlobSealing;
  /** Records whose search text is older than they are, after a crash: to be projected again before `settled`. */
  readonly stale: ReadonlySet<string>;
  /** The stale ones are done: from now on the image may be written. */
  readonly settled: () => void;
  /** Changes that the image in the file does not hold yet. */
  readonly behind: () => number;
  /** Writes the image of the tables in memory, and forgets the changes that led to it. */
  readonly save: () => void;
  readonly close: () => void;
}

export const snapshotSealing = (key: Uint8Array, random: Random): SnapshotSealing => ({
  manifest: blobSealing(key, 'manifest', random),
  chunks: blobSealing(key, 'snapshot', random),
});

const unopened = failure(
  'corrupt',
  'The encrypted part of this profile is damaged or belongs to another key. Nothing was changed. Repair it, or put back a backup.',
);

/** Definitions of the tables that stay in the file, so that a migration finds them also where only memory is migrated. */
const keptDefinitions = (disk: Db): readonly string[] =>
  disk
    .prepare<string[], { sql: string }>(
      `SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND tbl_name IN (${keptOnDisk.map(() => '?').join(', ')}) ORDER BY rowid`,
    )
    .all(...keptOnDisk)
    .map((row) => row.sql);

export const dropKept = (memory: Db): void => {
  for (const table of keptOnDisk) memory.exec(`DROP TABLE IF EXISTS ${quoted(table)}`);
};

/**
 * Brings file and memory to this version: each migration runs on both, where the tables of the other half are there
 * and empty. A migration that fills one half from the other has to be followed by a rebuild; none does so far.
 */
const upgrade = (disk: Db, memory: Db, migrations: readonly Migration[]): ProtocolError | undefined => {
  const before = keptDefinitions(disk);
  const fault = migrate(disk, migrations);
  if (fault !== undefined || Number(memory.pragma('user_version', { simple: true })) === migrations.length)
    return fault;
  for (const sql of before) memory.exec(sql);
  const failed = migrate(memory, migrations);
  dropKept(memory);
  return failed;
};

/**
 * Opens an encrypted profile: the image of the readable tables, then the changes recorded since, then the file attached
 * beside them. Names of tables need no prefix: those in memory are found there, the others in the file.
 */
export const openSealed = (
  path: string,
  profileKey: Uint8Array,
  random: Random,
  migrations: readonly Migration[],
): Result<SealedStore, ProtocolError> => {
  const sealing = snapshotSealing(profileKey, random);
  const changes = blobSealing(profileKey, 'change', random);
  let disk: Db | undefined;
  let memory: Db | undefined;
  try {
    disk = new Database(path);
    makeDurable(disk, 'main');
    const manifest = loadManifest(disk, sealing);
    const image = manifest === undefined ? undefined : loadImage(disk, manifest, sealing);
    if (manifest === undefined || image === undefined) return err(unopened);
    memory = new Database(image);
    const replayed = replayChanges(disk, memory, changes);
    if (replayed === undefined) return err(unopened);
    const fault = upgrade(disk, memory, migrations);
    if (fault !== undefined) return err(fault);
    disk.close();
    disk = undefined;
    const db = memory;
    memory = undefined;
    return ok(attach(db, path, { manifest, sealing, changes, replayed, random, profileKey }));
  } catch (cause) {
    return err(isForeign(cause) ? unopened : describe(cause, true));
  } finally {
    disk?.close();
    memory?.close();
  }
};

/** What opened is no database of a profile: tables are missing, or do not take what was recorded for them. */
const isForeign = (cause: unknown): boolean =>
  cause instanceof Database.SqliteError && /^SQLITE_(ERROR|CONSTRAINT|MISMATCH|SCHEMA|TOOBIG)/.test(cause.code);

interface Parts {
  readonly manifest: { readonly schema: number; readonly hashes: readonly Uint8Array[] };
  readonly sealing: SnapshotSealing;
  readonly changes: BlobSealing;
  readonly replayed: { readonly records: ReadonlySet<string> };
  readonly random: Random;
  readonly profileKey: Uint8Array;
}

const attach = (db: Db, path: string, parts: Parts): SealedStore => {
  db.prepare<[string]>('ATTACH ? AS disk').run(path);
  makeDurable(db, 'disk');
  db.pragma('main.secure_delete = ON');
  recordChanges(db, parts.changes);
  const count = db.prepare<[], { n: number }>('SELECT count(*) AS n FROM sealed_changes');
  const schema = Number(db.pragma('main.user_version', { simple: true }));
  let hashes = parts.manifest.hashes;
  let stale = parts.replayed.records.size > 0;
  const behind = (): number => (schema === parts.manifest.schema ? 0 : 1) + (count.get()?.n ?? 0);
  const save = (): void => {
    // Before the stale texts are made anew the image would keep them for good.
    if (stale || behind() === 0) return;
    hashes = saveImage(db, db.serialize(), schema, hashes, parts.sealing).hashes;
  };
  return {
    db,
    records: blobSealing(parts.profileKey, 'record', parts.random),
    stale: parts.replayed.records,
    settled: () => {
      stale = false;
    },
    behind,
    save,
    close: () => {
      try {
        save();
      } catch (cause) {
        // A full disk: everything is in the file all the same, as changes.
        if (writeFault(cause) === undefined) throw cause;
      } finally {
        db.close();
      }
    },
  };
};
