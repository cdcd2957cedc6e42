import { compareBytes, equalBytes } from '#shared/std/index.ts';
import { bucketDigests, differingPrefixes, wholeDigest } from './digest.ts';
import type { BucketDigest, Row } from './frames.ts';
import type { Hash } from './hashing.ts';
import { limits } from './limits.ts';
import { logId, myRow, tellRow } from './log-table.ts';
import { byeCodes } from './session-types.ts';
import type { SessionParts } from './session-parts.ts';

export interface Comparing {
  /** Fixes the snapshot and tells its digest. */
  readonly start: () => void;
  readonly digest: (digest: Uint8Array) => void;
  readonly buckets: (buckets: readonly BucketDigest[]) => void;
  readonly vector: (rows: readonly Row[], last: boolean) => void;
  readonly settled: () => boolean;
}

interface Listener {
  /** The peer holds exactly this of a log. */
  readonly onRow: (row: Row) => void;
  /** Both sides hold this of a log and both know it. */
  readonly onSame: (row: Row) => void;
  readonly onSettled: () => void;
}

/** Finds out what each side holds: digest, then bucket digests, then rows of the buckets that differ (S10 to S15). */
export const createComparing = (parts: SessionParts, hash: Hash, listener: Listener): Comparing => {
  let mine: readonly BucketDigest[] = [];
  let snapshot: readonly Row[] = [];
  let state: 'digest' | 'buckets' | 'vector' | 'settled' = 'digest';
  let differing: ReadonlySet<number> = new Set();
  let previous: Uint8Array | undefined;
  let rowCount = 0;

  const outOfTurn = (what: string): void =>
    parts.end(byeCodes.protocol, `The other side sent its ${what} when it was not its turn.`);

  const settle = (): void => {
    state = 'settled';
    snapshot = [];
    mine = [];
    listener.onSettled();
  };

  /** Equal digests: the peer holds the snapshot, whatever was stored since (S11). */
  const holdsSnapshot = (inBucket: (prefix: number) => boolean): void => {
    for (const row of snapshot) if (inBucket(row.id[0] ?? 0)) listener.onSame(row);
  };

  const sendRows = (): void => {
    const rows = [...parts.logs.all()]
      .filter((log) => log.mine.seq > 0 && differing.has(logId(log.key)[0] ?? 0))
      .map((log) => tellRow(parts.logs, log))
      .sort((a, b) => compareBytes(a.id, b.id));
    let at = 0;
    do {
      const slice = rows.slice(at, at + limits.rowsPerFrame);
      at += limits.rowsPerFrame;
      parts.send({ type: 'vector', rows: slice, last: at >= rows.length });
    } while (at < rows.length);
  };

  return {
    start: () => {
      snapshot = [...parts.logs.all()].filter((log) => log.mine.seq > 0).map(myRow);
      mine = bucketDigests(snapshot, hash);
      parts.send({ type: 'digest', digest: wholeDigest(mine, hash) });
    },
    digest: (digest) => {
      if (state !== 'digest') return outOfTurn('DIGEST');
      if (equalBytes(digest, wholeDigest(mine, hash))) {
        holdsSnapshot(() => true);
        return settle();
      }
      state = 'buckets';
      parts.send({ type: 'buckets', buckets: mine });
    },
    buckets: (theirs) => {
      if (state !== 'buckets') return outOfTurn('BUCKETS');
      if (theirs.some(({ prefix }, index) => index > 0 && prefix <= (theirs[index - 1]?.prefix ?? -1)))
        return parts.end(byeCodes.protocol, 'The other side sent its BUCKETS out of order.');
      differing = differingPrefixes(mine, theirs);
      state = 'vector';
      holdsSnapshot((prefix) => !differing.has(prefix));
      sendRows();
    },
    vector: (rows, last) => {
      if (state !== 'vector') return outOfTurn('VECTOR');
      rowCount += rows.length;
      if (rowCount > limits.rowsPerSession) return parts.end(byeCodes.policy, 'The other side names too many logs.');
      for (const row of rows) {
        const ordered = !previous || compareBytes(previous, row.id) < 0;
        if (!ordered || !differing.has(row.id[0] ?? 0) || row.seq === 0)
          return parts.end(byeCodes.protocol, 'The other side sent its VECTOR out of order.');
        previous = row.id;
        listener.onRow(row);
      }
      // A log in a differing bucket that the peer did not name stays at "holds nothing" (S14).
      if (last) settle();
    },
    settled: () => state === 'settled',
  };
};
