import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { migrations } from '#engine/profile/migrations.ts';
import { openSealed, sealFile, type SealedStore } from '#engine/sealed/index.ts';
import { keptOnDisk, quoted, tablesOf } from '#engine/sealed/tables.ts';
import { openStore } from '#engine/store/index.ts';
import { expectOk } from '#shared/std/index.ts';
import { seededRandom } from '#test/support/seeded-random.ts';

const random = seededRandom(62);
const key = random.bytes(32);
const latest = migrations.length;
/** The first format that profiles were kept encrypted in. */
const first = 5;
const older = Array.from({ length: latest - first }, (_, n) => first + n);

let folder: string;
let files = 0;
const open: SealedStore[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'meridian-updates-'));
});
afterEach(() => {
  for (const store of open.splice(0)) store.db.close();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

const upTo = (form: number) => migrations.slice(0, form);

/** An empty profile of that format, encrypted. */
const sealed = (form: number): string => {
  const path = join(folder, `${(files += 1)}.db`);
  expectOk(openStore(path, upTo(form))).close();
  expectOk(sealFile({ path, profileKey: key, random, migrations: upTo(form) }));
  return path;
};

/** What a version that has so many migrations opens; it is never closed properly. */
const start = (path: string, form = latest): SealedStore => {
  const store = expectOk(openSealed(path, key, random, upTo(form)));
  open.push(store);
  store.settled();
  return store;
};

/** What a kill leaves now: the file and its write-ahead log. */
const killed = (path: string): string => {
  const copy = join(folder, `${(files += 1)}.db`);
  for (const suffix of ['', '-wal']) if (existsSync(path + suffix)) copyFileSync(path + suffix, copy + suffix);
  return copy;
};

const inMemory = ({ db }: SealedStore): readonly string[] =>
  tablesOf(db, 'main')
    .filter(({ type }) => type === 'table')
    .map(({ name }) => name);

/** Writes one row into every table that memory has. */
const writeEverywhere = (store: SealedStore, n: number): void =>
  store.db.transaction(() => {
    for (const table of inMemory(store)) {
      const types = store.db
        .prepare<[string], { type: string }>('SELECT type FROM pragma_table_info(?)')
        .all(table)
        .map(({ type }) => (/INT|REAL/.test(type) ? n : type === 'BLOB' ? Buffer.from([n]) : `row ${n}`));
      store.db.prepare(`INSERT INTO ${quoted(table)} VALUES (${types.map(() => '?').join(', ')})`).run(...types);
    }
  })();

/** All rows in memory, and how every table is defined. */
const shown = (store: SealedStore) => ({
  rows: Object.fromEntries(
    inMemory(store).map((table) => [table, store.db.prepare(`SELECT * FROM ${quoted(table)} ORDER BY 1, 2`).all()]),
  ),
  main: store.db.prepare('SELECT name, sql FROM main.sqlite_master ORDER BY name').all(),
  disk: store.db.prepare("SELECT name, sql FROM disk.sqlite_master WHERE name NOT LIKE 'sqlite_%' ORDER BY name").all(),
});

describe('an encrypted profile that ends hard after an update', () => {
  it.each(older)('B7: from format %i has what was written before and after it, and so again and again', (form) => {
    const path = sealed(form);
    writeEverywhere(start(path, form), 1);
    const updated = killed(path);
    const store = start(updated);
    writeEverywhere(store, 2);
    const before = shown(store);
    expect(Object.values(before.rows).every((rows) => rows.length > 0)).toBe(true);
    const once = killed(updated);
    expect(shown(start(once))).toEqual(before);
    expect(shown(start(killed(once)))).toEqual(before);
  });

  it.each([5, 11, 13, 16])('B7: from format %i opens when nothing was written since', (form) => {
    const path = sealed(form);
    const store = start(path);
    const once = killed(path);
    expect(shown(start(once))).toEqual(shown(store));
  });

  it.each([5, 11, 13, 16])(
    'B7: from format %i opens when the file was brought to this one and memory was not',
    (form) => {
      const path = sealed(form);
      writeEverywhere(start(path, form), 1);
      const cutOff = killed(path);
      const disk = new Database(cutOff);
      for (const migration of migrations.slice(form)) migration(disk);
      disk.pragma(`user_version = ${latest}`);
      disk.close();
      expect(shown(start(cutOff))).toEqual(shown(start(killed(path))));
    },
  );

  it('B7: after several updates, each killed, has the rows of every version', () => {
    let path = sealed(first);
    for (const form of [first, 6, 8, 12, 13, latest]) {
      writeEverywhere(start(path, form), form);
      path = killed(path);
    }
    const { rows } = shown(start(path));
    expect(rows['local_pins']).toHaveLength(6);
    expect(rows['feedback']).toHaveLength(6);
    expect(rows['requests']).toHaveLength(4);
    expect(rows['goal_templates']).toHaveLength(1);
  });

  it.each([5, 11, 12, 13])('opens, from format %i, also when the update did not record the form yet', (form) => {
    const path = sealed(form);
    writeEverywhere(start(path, form), 1);
    const updated = killed(path);
    const before = new Database(updated);
    const last = before.prepare<[], { n: number }>('SELECT max(n) AS n FROM sealed_changes').get()?.n ?? 0;
    before.close();
    const store = start(updated);
    expect(store.db.prepare('DELETE FROM sealed_changes WHERE n > ?').run(last).changes).toBe(1);
    writeEverywhere(store, 2);
    expect(shown(start(killed(updated)))).toEqual(shown(store));
  });

  it('keeps the tables of the file in the file', () => {
    const path = sealed(first);
    const store = start(path);
    expect(inMemory(store).filter((table) => keptOnDisk.includes(table))).toEqual([]);
  });

  it('is told to an older version as what it is', () => {
    const path = sealed(11);
    writeEverywhere(start(path), 1);
    const opened = openSealed(killed(path), key, random, upTo(11));
    expect(opened).toMatchObject({ ok: false, error: { code: 'newer-version' } });
  });

  it('B4: is written as one image when it is closed, and opens as that', () => {
    const path = sealed(12);
    writeEverywhere(start(path), 1);
    const copy = killed(path);
    const store = start(copy);
    const before = shown(store);
    expect(store.behind()).toBeGreaterThan(0);
    store.save();
    expect(store.behind()).toBe(0);
    expect(shown(start(killed(copy)))).toEqual(before);
  });
});
