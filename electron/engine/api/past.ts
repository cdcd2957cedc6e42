import { toText } from '#shared/std/index.ts';
import type { PastChange, PastEntry } from '#shared/domain/index.ts';
import { kindOf } from '#shared/schema/index.ts';
import type { Ledger } from '../ledger/index.ts';
import type { Db } from '../store/index.ts';

/** Long prose takes several changes of one entry: what it began from, and what it came to. */
const joined = (changes: readonly PastChange[]): readonly PastChange[] => {
  const byPath = new Map<string, PastChange>();
  for (const change of changes) byPath.set(change.path, { ...change, from: (byPath.get(change.path) ?? change).from });
  return [...byPath.values()];
};

/** A record's entries with what each changed, oldest first; nothing for a record that is not here or was erased. */
export const pastOf = (ledger: Ledger, recordId: string): readonly PastEntry[] => {
  const record = ledger.records.get(recordId);
  const def = record === undefined ? undefined : kindOf(record.kind);
  if (def === undefined) return [];
  const changes = Map.groupBy(ledger.records.changes(recordId), (change) => change.entry_id);
  return ledger.entries.ofRecord(recordId).map((row) => {
    const applied = row.state === 'applied';
    const hashes = applied ? (changes.get(row.id) ?? []).map((change) => change.hash) : [];
    return {
      entryId: toText(row.hash),
      personId: row.person_id,
      applied,
      changes: joined(ledger.documents.history(recordId, def, hashes).flat()),
    };
  });
};

const read = new WeakMap<Db, (recordId: string) => readonly string[]>();

const reader = (db: Db): ((recordId: string) => readonly string[]) => {
  const paths = db.prepare<[string], { path: string }>(
    "SELECT json_extract(c.value, '$.path') AS path FROM record_view v, json_each(v.conflicts) c WHERE v.record_id = ?",
  );
  return (recordId) => paths.all(recordId).map(({ path }) => path);
};

/** Paths of a record of which two versions stand beside each other. */
export const disputedIn = (db: Db, recordId: string): ReadonlySet<string> => {
  const known = read.get(db) ?? reader(db);
  read.set(db, known);
  return new Set(known(recordId));
};
