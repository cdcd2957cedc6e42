import { fromText } from '#shared/std/index.ts';
import type { QueryContext } from './context.ts';

/** Somebody's entry that fixes when another was written, and the time it claims. */
export interface Witness {
  readonly at: number;
  readonly byId: string | null;
}

/** What is known about when an entry was written, besides what it claims itself. */
export interface Bounds {
  /** The first entry of another person that was written with this one in sight. */
  readonly witness: Witness | null;
  /** The latest entry of another log that its author had seen when writing, as far as its own time can be believed. */
  readonly notBefore: Witness | null;
}

/** Clocks of honest machines drift apart by this much; beyond it, it is said. */
export const driftMs = 2 * 60_000;

export type TimeWarning = 'after-arrival' | 'after-witness' | 'before-seen' | 'before-own';

export interface ClaimedTimes extends Bounds {
  readonly claimedAt: number;
  /** When it came here; null for what was written here. */
  readonly arrivedAt: number | null;
  /** The time that an earlier entry of the same device claims. */
  readonly ownBefore: number | null;
}

/**
 * Where the claimed time cannot be right by what others' entries prove, or one of the clocks is wrong. An early claim
 * alone proves nothing: people work offline for weeks.
 */
export const timeWarnings = (entry: ClaimedTimes): TimeWarning[] => {
  const { claimedAt, arrivedAt, witness, notBefore, ownBefore } = entry;
  const warnings: TimeWarning[] = [];
  if (arrivedAt !== null && claimedAt > arrivedAt + driftMs) warnings.push('after-arrival');
  if (witness !== null && claimedAt > witness.at + driftMs) warnings.push('after-witness');
  if (notBefore !== null && claimedAt < notBefore.at - driftMs) warnings.push('before-seen');
  if (ownBefore !== null && claimedAt < ownBefore - driftMs) warnings.push('before-own');
  return warnings;
};

interface Row {
  readonly at: number;
  readonly by_id: string | null;
}

/**
 * Bounds of an entry from what entries say to have seen (docs/formats/entry.md, `seen`). To have seen one entry of a log
 * is to have seen all before it. A time in the future of its own arrival accuses nobody else. Computed when a history is
 * looked at, from rows kept at arrival.
 */
export const createWitnesses = (db: QueryContext['db']): ((entryId: string) => Bounds) => {
  const witness = db.prepare<[Uint8Array], Row>(
    `SELECT y.claimed_at AS at, y.person_id AS by_id FROM entries x
     JOIN entries z ON z.log = x.log AND z.seq >= x.seq
     JOIN attests a ON a.hash = z.hash
     JOIN entries y ON y.id = a.entry_id
     WHERE x.hash = ? AND y.person_id <> x.person_id AND y.state IN ('applied', 'erased')
     ORDER BY y.claimed_at, y.hash LIMIT 1`,
  );
  const notBefore = db.prepare<[Uint8Array], Row>(
    `SELECT min(y.claimed_at, y.received_at) AS at, y.person_id AS by_id FROM entries x
     JOIN entries z ON z.log = x.log AND z.seq <= x.seq
     JOIN attests a ON a.entry_id = z.id
     JOIN entries y ON y.hash = a.hash
     WHERE x.hash = ? AND y.claimed_at IS NOT NULL
     ORDER BY at DESC, y.hash LIMIT 1`,
  );
  const read = (row: Row | undefined): Witness | null => (row === undefined ? null : { at: row.at, byId: row.by_id });
  return (entryId) => {
    const hash = fromText(entryId);
    if (hash === undefined) return { witness: null, notBefore: null };
    return { witness: read(witness.get(hash)), notBefore: read(notBefore.get(hash)) };
  };
};
