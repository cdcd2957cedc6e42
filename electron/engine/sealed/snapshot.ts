import { bytesOf, decodeCbor, encodeCbor, fieldsOf, listOf, uintIn } from '#shared/sync/index.ts';
import { equalBytes } from '#shared/std/index.ts';
import { hash } from '../crypto/index.ts';
import type { Db } from '../store/index.ts';
import type { BlobSealing } from './blobs.ts';

/** Image of the tables in memory, in pieces: only those that changed are written again. */
const chunkBytes = 64 * 1024;
const most = 1 << 20;

export interface Manifest {
  /** Format of the tables in the image: `user_version` of the profile that wrote it. */
  readonly schema: number;
  readonly size: number;
  readonly hashes: readonly Uint8Array[];
}

const readManifest = fieldsOf({
  v: uintIn(1, 1),
  schema: uintIn(0, 0xffff),
  size: uintIn(0, chunkBytes * most),
  hashes: listOf(bytesOf(32), most),
});

const chunkHash = (bytes: Uint8Array): Uint8Array => hash('at-rest-chunk', bytes);

export interface SnapshotSealing {
  readonly manifest: BlobSealing;
  readonly chunks: BlobSealing;
}

/** What the last snapshot holds; undefined when it is not there or does not open. */
export const loadManifest = (disk: Db, sealing: SnapshotSealing): Manifest | undefined => {
  const row = disk.prepare<[], { bytes: Uint8Array }>('SELECT bytes FROM sealed_manifest').get();
  const opened = row === undefined ? undefined : sealing.manifest.open('manifest', row.bytes);
  const value =
    opened === undefined ? undefined : decodeCbor(opened, { maxBytes: 64 * most, maxDepth: 2, maxItems: most + 8 });
  return value?.ok === true ? readManifest(value.value) : undefined;
};

/** The image as it was written; undefined when a piece is missing, changed, or from another snapshot. */
export const loadImage = (disk: Db, manifest: Manifest, sealing: SnapshotSealing): Buffer | undefined => {
  const image = Buffer.alloc(manifest.size);
  const read = disk.prepare<[number], { bytes: Uint8Array }>('SELECT bytes FROM sealed_snapshot WHERE n = ?');
  for (const [n, expected] of manifest.hashes.entries()) {
    const row = read.get(n);
    const piece = row === undefined ? undefined : sealing.chunks.open(String(n), row.bytes);
    if (piece === undefined || !equalBytes(chunkHash(piece), expected)) return undefined;
    image.set(piece, n * chunkBytes);
  }
  return image;
};

/**
 * Writes the image through `db`, whose statements reach the file's tables, and forgets the changes it now holds: one
 * transaction.
 *
 * @param before hashes of the snapshot in the file; its equal pieces stay as they are
 */
export const saveImage = (
  db: Db,
  image: Uint8Array,
  schema: number,
  before: readonly Uint8Array[],
  sealing: SnapshotSealing,
): Manifest => {
  const put = db.prepare<[number, Uint8Array]>('INSERT OR REPLACE INTO sealed_snapshot (n, bytes) VALUES (?, ?)');
  const hashes: Uint8Array[] = [];
  db.transaction(() => {
    for (let n = 0; n * chunkBytes < image.length; n += 1) {
      const piece = image.subarray(n * chunkBytes, (n + 1) * chunkBytes);
      const now = chunkHash(piece);
      hashes.push(now);
      const held = before[n];
      if (held === undefined || !equalBytes(held, now)) put.run(n, sealing.chunks.seal(String(n), piece));
    }
    db.prepare<[number]>('DELETE FROM sealed_snapshot WHERE n >= ?').run(hashes.length);
    const bytes = sealing.manifest.seal('manifest', encodeCbor([1, schema, image.length, hashes]));
    db.prepare<[Uint8Array]>('INSERT OR REPLACE INTO sealed_manifest (id, bytes) VALUES (0, ?)').run(bytes);
    db.exec('DELETE FROM sealed_changes');
  })();
  return { schema, size: image.length, hashes };
};
