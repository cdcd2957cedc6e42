import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { migrations } from '#engine/profile/migrations.ts';
import { blobSealing } from '#engine/sealed/blobs.ts';
import { snapshotSealing } from '#engine/sealed/open.ts';
import { loadImage, loadManifest, saveImage } from '#engine/sealed/snapshot.ts';
import { columnsOf, keptOnDisk, sealedTables, tablesOf } from '#engine/sealed/tables.ts';
import { openStore } from '#engine/store/index.ts';
import { expectOk } from '#shared/std/index.ts';
import { seededRandom } from '#test/support/seeded-random.ts';

const random = seededRandom(61);
const key = random.bytes(32);
const sealing = snapshotSealing(key, random);

/** The tables that the encrypted form adds to a file. */
const emptyFile = (): Database.Database => {
  const db = new Database(':memory:');
  db.exec(sealedTables);
  return db;
};
const rowsOf = (db: Database.Database): readonly { readonly n: number; readonly bytes: Buffer }[] =>
  db.prepare<[], { n: number; bytes: Buffer }>('SELECT n, bytes FROM sealed_snapshot ORDER BY n').all();

/** Four pieces of 64 KiB, told apart by their first byte. */
const imageOf = (...first: readonly number[]): Uint8Array => {
  const image = new Uint8Array(first.length * 64 * 1024);
  first.forEach((byte, n) => image.set([byte], n * 64 * 1024));
  return image;
};

describe('what an encrypted profile keeps in its file', () => {
  it('B1: opens with its key, for its purpose and at its place only', () => {
    const purposes = ['record', 'change', 'snapshot', 'manifest'] as const;
    const words = new TextEncoder().encode('a river');
    for (const purpose of purposes) {
      const sealed = blobSealing(key, purpose, random).seal('x doc', words);
      expect(blobSealing(key, purpose, random).open('x doc', sealed)).toEqual(words);
      expect(blobSealing(key, purpose, random).open('x key', sealed)).toBeUndefined();
      expect(blobSealing(random.bytes(32), purpose, random).open('x doc', sealed)).toBeUndefined();
      for (const other of purposes)
        if (other !== purpose) expect(blobSealing(key, other, random).open('x doc', sealed)).toBeUndefined();
    }
  });

  it('B2: is one image: a piece of an earlier one, from another place or missing refuses the whole', () => {
    const earlier = emptyFile();
    saveImage(earlier, imageOf(1, 2, 3), 4, [], sealing);
    const db = emptyFile();
    const saved = saveImage(db, imageOf(1, 9, 3), 4, [], sealing);
    expect(loadManifest(db, sealing)).toMatchObject(saved);
    expect(loadImage(db, saved, sealing)).toEqual(Buffer.from(imageOf(1, 9, 3)));
    const [whole, old] = [rowsOf(db), rowsOf(earlier)];
    const put = db.prepare<[Buffer, number]>('UPDATE sealed_snapshot SET bytes = ? WHERE n = ?');
    for (const wrong of [old[1]?.bytes, whole[0]?.bytes]) {
      put.run(wrong ?? Buffer.alloc(0), 1);
      expect(loadImage(db, saved, sealing)).toBeUndefined();
    }
    put.run(whole[1]?.bytes ?? Buffer.alloc(0), 1);
    expect(loadImage(db, saved, sealing)).toBeDefined();
    db.exec('DELETE FROM sealed_snapshot WHERE n = 2');
    expect(loadImage(db, saved, sealing)).toBeUndefined();
  });

  it('B4: is replaced as a whole, with the changes that led to it, and pieces that stayed the same stay', () => {
    const db = emptyFile();
    const first = saveImage(db, imageOf(1, 2, 3), 4, [], sealing);
    const before = rowsOf(db);
    db.exec("INSERT INTO sealed_changes (bytes) VALUES (x'00'), (x'01')");
    const second = saveImage(db, imageOf(1, 7), 4, first.hashes, sealing);
    expect(rowsOf(db)).toHaveLength(2);
    expect(rowsOf(db)[0]).toEqual(before[0]);
    expect(rowsOf(db)[1]).not.toEqual(before[1]);
    expect(db.prepare('SELECT * FROM sealed_changes').all()).toEqual([]);
    expect(loadImage(db, second, sealing)).toEqual(Buffer.from(imageOf(1, 7)));
  });

  it('B8: lacks no row of memory: every table there has a primary key', () => {
    const db = expectOk(openStore(':memory:', migrations));
    const inMemory = tablesOf(db, 'main').filter(({ name, type }) => type === 'table' && !keptOnDisk.includes(name));
    expect(inMemory.length).toBeGreaterThan(20);
    expect(inMemory.filter(({ name }) => columnsOf(db, 'main', name).key.length === 0)).toEqual([]);
    for (const name of keptOnDisk) expect(columnsOf(db, 'main', name).all.length, name).toBeGreaterThan(0);
    db.close();
  });
});
