import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { migrations } from '#engine/profile/migrations.ts';
import { createCompaction, openStore, type Db } from '#engine/store/index.ts';
import { expectOk } from '#shared/std/index.ts';
import { seededRandom } from '#test/support/seeded-random.ts';

let folder: string;
let db: Db;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'meridian-compaction-'));
  db = expectOk(openStore(join(folder, 'profile.db'), migrations));
});
afterEach(() => {
  db.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Texts of many lengths under keys in no order, so that pages are divided again and again; every fifth is deleted. */
const writeAndDrop = (compaction: ReturnType<typeof createCompaction>): ((where?: Uint8Array) => number) => {
  const random = seededRandom(7);
  const put = db.prepare('INSERT INTO local_drafts (key, value, saved_at) VALUES (?, ?, 0)');
  const drop = db.prepare('DELETE FROM local_drafts WHERE key = ?');
  const names = Array.from({ length: 1_500 }, () => Buffer.from(random.bytes(9)).toString('hex'));
  db.transaction(() => {
    for (const name of names) put.run(name, `text ${name} `.repeat(1 + ((random.bytes(1)[0] ?? 0) % 40)));
  })();
  const dropped = names.filter((_, at) => at % 5 === 0);
  db.transaction(() => {
    compaction.owe();
    for (const name of dropped) drop.run(name);
  })();
  const files = (): readonly Uint8Array[] => readdirSync(folder).map((name) => readFileSync(join(folder, name)));
  return (where) =>
    dropped.filter((name) =>
      (where === undefined ? files() : [where]).some((bytes) => Buffer.from(bytes).includes(`text ${name} `)),
    ).length;
};

describe('what was dropped', () => {
  it('R9: is nowhere in the file, which SQLite by itself does not see to', () => {
    const compaction = createCompaction(db);
    const left = writeAndDrop(compaction);
    db.pragma('wal_checkpoint(TRUNCATE)');
    expect(left(), 'what SQLite leaves by itself').toBeGreaterThan(0);
    compaction.afterDrop();
    expect(left()).toBe(0);
    expect(compaction.isOwed()).toBe(false);
  });

  it('R9: waits for a moment of rest where the file is large, also when the power fails before', () => {
    const compaction = createCompaction(db, 64 * 1024);
    const left = writeAndDrop(compaction);
    compaction.afterDrop();
    expect(left()).toBeGreaterThan(0);
    db.close();
    db = expectOk(openStore(join(folder, 'profile.db'), migrations));
    const again = createCompaction(db, 64 * 1024);
    expect(again.isOwed()).toBe(true);
    again.atRest();
    expect(again.isOwed()).toBe(false);
    expect(left()).toBe(0);
  });

  it('R9: stays owed where the disk is full, and nothing else is lost', () => {
    const compaction = createCompaction(db);
    const left = writeAndDrop(compaction);
    const before = db.prepare('SELECT * FROM local_drafts').all();
    const full = vi.spyOn(db, 'exec').mockImplementation(() => {
      throw new Database.SqliteError('database or disk is full', 'SQLITE_FULL');
    });
    compaction.afterDrop();
    full.mockRestore();
    expect(compaction.isOwed()).toBe(true);
    expect(db.prepare('SELECT * FROM local_drafts').all()).toEqual(before);
    compaction.atRest();
    expect(left()).toBe(0);
  });

  it('R9: is nowhere in the tables in memory either, of which an encrypted profile writes its next image', () => {
    db.close();
    db = expectOk(openStore(':memory:', migrations));
    db.prepare('ATTACH ? AS disk').run(join(folder, 'profile.db'));
    const compaction = createCompaction(db);
    const left = writeAndDrop(compaction);
    expect(left(db.serialize())).toBeGreaterThan(0);
    compaction.afterDrop();
    expect(left(db.serialize())).toBe(0);
  });
});
