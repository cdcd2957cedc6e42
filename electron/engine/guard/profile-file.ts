import Database from 'better-sqlite3';
import { existsSync } from 'node:fs';
import type { ProtocolError } from '#shared/protocol/index.ts';
import { err, ok, type Random, type Result } from '#shared/std/index.ts';
import { migrations } from '../profile/index.ts';
import { isSealed, openSealed, sealFile, unsealFile, dropUnfinished, type BlobSealing } from '../sealed/index.ts';
import { compileLazily, describe, openStore, type Db } from '../store/index.ts';

/** The one file of a profile, open, in either of its forms. */
export interface ProfileFile {
  readonly db: Db;
  readonly encrypted: boolean;
  /** Closes what records say before it reaches the disk; undefined where they are kept readable. */
  readonly records: BlobSealing | undefined;
  /** Records whose search text is behind after a crash; `settled` once they were projected again. */
  readonly stale: ReadonlySet<string>;
  readonly settled: () => void;
  /** Keeps the time short that the next opening takes, once enough has changed. */
  readonly tidy: () => void;
  readonly close: () => void;
}

/** Changed rows after which the image in the file is written anew: replaying them takes about 20 ms. */
const enough = 2000;

const inEncryptedForm = (path: string): Result<boolean, ProtocolError> => {
  if (!existsSync(path)) return ok(false);
  let db: Db | undefined;
  try {
    db = new Database(path);
    return ok(isSealed(db));
  } catch (cause) {
    return err(describe(cause, true));
  } finally {
    db?.close();
  }
};

/** Opens the profile's file, in whichever form it is kept. */
export const openFile = (path: string, key: Uint8Array, random: Random): Result<ProfileFile, ProtocolError> => {
  dropUnfinished(path);
  const encrypted = inEncryptedForm(path);
  if (!encrypted.ok) return encrypted;
  if (!encrypted.value) {
    const store = openStore(path, migrations);
    if (!store.ok) return store;
    compileLazily(store.value);
    return ok({
      db: store.value,
      encrypted: false,
      records: undefined,
      stale: new Set(),
      settled: () => undefined,
      tidy: () => undefined,
      close: () => void store.value.close(),
    });
  }
  const sealed = openSealed(path, key, random, migrations);
  if (!sealed.ok) return sealed;
  const { behind, save, ...file } = sealed.value;
  compileLazily(file.db);
  return ok({
    ...file,
    encrypted: true,
    tidy: () => {
      if (behind() >= enough) save();
    },
  });
};

/** Rewrites a closed profile into the other form. */
export const rewriteFile = (
  path: string,
  profileKey: Uint8Array,
  random: Random,
  encrypted: boolean,
): Result<void, ProtocolError> => (encrypted ? sealFile : unsealFile)({ path, profileKey, random, migrations });
