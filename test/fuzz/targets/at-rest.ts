import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { blobSealing } from '#engine/sealed/index.ts';
import { snapshotSealing } from '#engine/sealed/open.ts';
import { replayChanges } from '#engine/sealed/replay.ts';
import { loadImage, loadManifest, saveImage } from '#engine/sealed/snapshot.ts';
import { sealedTables } from '#engine/sealed/tables.ts';
import { readKeyFile, passphraseStore } from '#engine/vault/index.ts';
import { concatBytes } from '#shared/std/index.ts';
import { encodeCbor } from '#shared/sync/index.ts';
import { seededRandom } from '#test/support/seeded-random.ts';
import { createDice } from '../dice.ts';
import { readingOf, readingOrNothing, refused, type Reading, type Target } from '../target.ts';
import { cborBombs } from './wire.ts';

const random = seededRandom(41);
const dice = createDice(41);
const key = dice.bytes(32);
const sealing = snapshotSealing(key, random);
const utf8 = new TextEncoder();

/** A small image of readable tables: what an encrypted profile keeps in memory. */
const image = (): Uint8Array => {
  const db = new Database(':memory:');
  db.pragma('page_size = 512');
  db.exec('CREATE TABLE record_view (n INTEGER PRIMARY KEY, record_id TEXT NOT NULL, title TEXT)');
  db.exec('CREATE VIRTUAL TABLE search USING fts5 (title)');
  db.exec("INSERT INTO record_view VALUES (1, 'a', 'Nordlicht'), (2, 'b', NULL)");
  const bytes = new Uint8Array(db.serialize());
  db.close();
  return bytes;
};
const whole = image();

const inFolder = async (work: (folder: string) => Reading | Promise<Reading>): Promise<Reading> => {
  const folder = mkdtempSync(join(tmpdir(), 'meridian-fuzz-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/** Opens this image and applies this recorded change, both properly sealed, as opening a profile does. */
const open = (of: { readonly image?: Uint8Array; readonly change?: Uint8Array }): Reading => {
  const disk = new Database(':memory:');
  let memory: Database.Database | undefined;
  try {
    disk.exec(sealedTables);
    const changes = blobSealing(key, 'change', random);
    const manifest = saveImage(disk, of.image ?? whole, 0, [], sealing);
    if (of.change !== undefined)
      disk.prepare('INSERT INTO sealed_changes (bytes) VALUES (?)').run(changes.seal('row', of.change));
    const image = loadImage(disk, manifest, sealing);
    if (image === undefined) return refused('The image does not open.');
    memory = new Database(image);
    return readingOrNothing(replayChanges(disk, memory, changes, []));
  } catch (cause) {
    // What SQLite says of a damaged image becomes a sentence where the profile is opened.
    if (cause instanceof Database.SqliteError) return refused(`The image is damaged: ${cause.message}`);
    throw cause;
  } finally {
    disk.close();
    memory?.close();
  }
};

/** What lies on the disk under the profile key, and the file that holds that key. */
export const atRestTargets: readonly Target[] = [
  {
    name: 'sealed-image',
    form: 'bytes',
    samples: () => [whole],
    read: (bytes) => open({ image: bytes }),
    bombs: () => [new Uint8Array(1 << 18), concatBytes(whole.subarray(0, 100), new Uint8Array(1 << 18))],
  },
  {
    name: 'sealed-change',
    form: 'text',
    samples: () =>
      [
        ['record_view', 'put', 3, 'c', 'Three'],
        ['record_view', 'drop', 1],
        ['record_view', 'put', 4, { blob: 'AAEC' }, null],
        ['form', 0],
      ].map((change) => utf8.encode(JSON.stringify(change))),
    read: (bytes) => open({ change: bytes }),
    bombs: () => [utf8.encode('['.repeat(100_000)), utf8.encode(`["record_view","put",${'1,'.repeat(50_000)}1]`)],
  },
  {
    name: 'sealed-manifest',
    form: 'cbor',
    samples: () => [encodeCbor([1, 20, 70_000, [dice.bytes(32), dice.bytes(32)]])],
    read: (plain) => {
      const disk = new Database(':memory:');
      try {
        disk.exec(sealedTables);
        disk.prepare('INSERT INTO sealed_manifest VALUES (0, ?)').run(sealing.manifest.seal('manifest', plain));
        return readingOrNothing(loadManifest(disk, sealing), ({ schema, size, hashes }) =>
          encodeCbor([1, schema, size, hashes]),
        );
      } finally {
        disk.close();
      }
    },
    bombs: cborBombs(1 << 16),
  },
  {
    name: 'key-file',
    form: 'bytes',
    samples: () => [
      dice.bytes(32),
      encodeCbor([1, 1, 8192, dice.bytes(16), dice.bytes(72)]),
      encodeCbor([1, 3, 1 << 16, dice.bytes(16), dice.bytes(72)]),
    ],
    read: (bytes) =>
      inFolder(async (folder) => {
        const path = join(folder, 'profile.key');
        writeFileSync(path, bytes);
        const content = readKeyFile(path);
        if (!content.ok || content.value.kind !== 'passphrase') return readingOf(content);
        const cost = () => Promise.resolve({ operations: 1, memory: 8192 });
        return readingOf(await passphraseStore({ path, passphrase: 'a river', random, cost }).load());
      }),
    bombs: () => [encodeCbor([1, 1, 8192, dice.bytes(16), new Uint8Array(1 << 20)])],
  },
];
