import Database from 'better-sqlite3';
import { failure, type ProtocolError } from '#shared/protocol/index.ts';
import { err, ok, type Random, type Result } from '#shared/std/index.ts';
import { describe, makeDurable, migrate, writeFault, type Db, type Migration } from '../store/index.ts';
import { blobSealing, type BlobSealing } from './blobs.ts';
import { recordChanges, recordForm } from './changes.ts';
import { formOf, raiseMemory } from './forms.ts';
import { nothing, replayChanges, type Replayed } from './replay.ts';
import { loadImage, loadManifest, saveImage, type SnapshotSealing } from './snapshot.ts';

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

/**
 * Brings file and memory to this version: each migration runs on both. That memory has a new form is recorded among its
 * changes before any row of that form can be: whenever the process ends, the next start takes the same steps in the
 * same order.
 */
const upgrade = (
  disk: Db,
  memory: Db,
  migrations: readonly Migration[],
  sealing: BlobSealing,
): ProtocolError | undefined => {
  const fault = migrate(disk, migrations);
  if (fault !== undefined || formOf(memory) === migrations.length) return fault;
  raiseMemory(memory, migrations, migrations.length);
  recordForm(disk, migrations.length, sealing);
  return undefined;
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
    // What a newer version recorded says nothing to this one: `migrate` refuses such a file.
    const replayed = formOf(disk) > migrations.length ? nothing : replayChanges(disk, memory, changes, migrations);
    if (replayed === undefined) return err(unopened);
    const fault = upgrade(disk, memory, migrations, changes);
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
  readonly manifest: { readonly hashes: readonly Uint8Array[] };
  readonly sealing: SnapshotSealing;
  readonly changes: BlobSealing;
  readonly replayed: Replayed;
  readonly random: Random;
  readonly profileKey: Uint8Array;
}

const attach = (db: Db, path: string, parts: Parts): SealedStore => {
  db.prepare<[string]>('ATTACH ? AS disk').run(path);
  makeDurable(db, 'disk');
  db.pragma('main.secure_delete = ON');
  recordChanges(db, parts.changes);
  const count = db.prepare<[], { n: number }>('SELECT count(*) AS n FROM sealed_changes');
  const schema = formOf(db);
  let hashes = parts.manifest.hashes;
  let stale = parts.replayed.records.size > 0;
  const behind = (): number => count.get()?.n ?? 0;
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
