import type { ProtocolError } from '#shared/protocol/index.ts';
import { equalBytes, ok, type Clock, type Result } from '#shared/std/index.ts';
import type { Ledger } from '../ledger/index.ts';
import type { Hole } from '../store/index.ts';
import { rebuildProfile } from './rebuild.ts';
import { rowFault } from './sound-row.ts';

export interface Repaired {
  readonly records: number;
  /** Places that are empty now and asked of others. */
  readonly holes: readonly Hole[];
}

/**
 * Takes out of every log the entries that are not what was signed, makes everything that follows from the log anew, and
 * remembers the empty places, so that teammates and relays send those entries again. What is sound stays, also behind a
 * damaged entry: it may be nowhere else.
 */
export const repairProfile = (ledger: Ledger, clock: Clock): Result<Repaired, ProtocolError> => {
  const { db, entries, holes, branches } = ledger;
  const remove = db.prepare<[number]>('DELETE FROM entries WHERE id = ?');
  const emptied = ledger.transact('local', () => {
    const found: Hole[] = [];
    for (const log of entries.logs()) {
      let expected = 1;
      for (const row of entries.run(log.log, 1, -1)) {
        for (; expected < row.seq; expected += 1) found.push({ log: log.log, seq: expected });
        expected = row.seq + 1;
        if (rowFault(ledger, row) === undefined) {
          if (row.body === null && holes.has(log.log, row.seq)) found.push({ log: log.log, seq: row.seq });
          continue;
        }
        remove.run(row.id);
        found.push({ log: log.log, seq: row.seq });
      }
      for (; expected <= log.head_seq; expected += 1) found.push({ log: log.log, seq: expected });
    }
    holes.put(found);
    // Beside a log that forked nothing is missed by its place: what is not held is asked for by its name (SPEC S33).
    for (const { hash, log, entry_id: entryId } of branches.table.all()) {
      const row = entries.byId(entryId);
      if (row === undefined || equalBytes(row.log, log) || rowFault(ledger, row) === undefined) continue;
      remove.run(row.id);
      branches.table.drop(hash);
    }
    return ok(found);
  });
  if (!emptied.ok) return emptied;
  const rebuilt = rebuildProfile(ledger, clock);
  return rebuilt.ok ? ok({ records: rebuilt.value.records, holes: emptied.value }) : rebuilt;
};
