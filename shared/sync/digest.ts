import { compareBytes, concatBytes, equalBytes } from '#shared/std/index.ts';
import type { BucketDigest, Row } from './frames.ts';
import type { Hash } from './hashing.ts';

const u64 = (value: number): Uint8Array => {
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(value));
  return bytes;
};

/** Rows by their prefix byte, sorted by log id. */
export const bucketRows = (rows: Iterable<Row>): ReadonlyMap<number, readonly Row[]> => {
  const buckets = new Map<number, Row[]>();
  for (const row of rows) {
    const prefix = row.id[0] ?? 0;
    const bucket = buckets.get(prefix);
    if (bucket) bucket.push(row);
    else buckets.set(prefix, [row]);
  }
  for (const bucket of buckets.values()) bucket.sort((a, b) => compareBytes(a.id, b.id));
  return buckets;
};

/** Digests of all non-empty buckets in order of prefix (S12). */
export const bucketDigests = (rows: Iterable<Row>, hash: Hash): readonly BucketDigest[] =>
  [...bucketRows(rows)]
    .sort(([a], [b]) => a - b)
    .map(([prefix, bucket]) => ({
      prefix,
      digest: hash('sync-bucket', concatBytes(...bucket.flatMap((row) => [row.id, u64(row.seq), row.hash]))).slice(
        0,
        16,
      ),
    }));

/** Digest of a whole vector from its bucket digests (S11). */
export const wholeDigest = (buckets: readonly BucketDigest[], hash: Hash): Uint8Array =>
  hash('sync-digest', concatBytes(...buckets.flatMap(({ prefix, digest }) => [Uint8Array.of(prefix), digest])));

/** Prefixes at which two vectors differ, in order; both sides compute the same list (S13). */
export const differingPrefixes = (a: readonly BucketDigest[], b: readonly BucketDigest[]): ReadonlySet<number> => {
  const mine = new Map(a.map(({ prefix, digest }) => [prefix, digest]));
  const theirs = new Map(b.map(({ prefix, digest }) => [prefix, digest]));
  const differing = new Set<number>();
  for (const prefix of new Set([...mine.keys(), ...theirs.keys()])) {
    const left = mine.get(prefix);
    const right = theirs.get(prefix);
    if (!left || !right || !equalBytes(left, right)) differing.add(prefix);
  }
  return differing;
};
