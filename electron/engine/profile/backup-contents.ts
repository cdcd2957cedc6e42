import { toText } from '#shared/std/index.ts';
import { encodeWireEntry } from '#shared/sync/index.ts';
import type { BackupRecord } from '../backup/index.ts';
import { encodeSecrets } from '../keys/index.ts';
import type { EntryRow, ObjectTable } from '../store/index.ts';
import type { Ledger } from '../ledger/index.ts';

const page = 200;

/** What a backup is made of. */
export interface BackedUp {
  readonly ledger: Ledger;
  readonly objects: Pick<ObjectTable, 'list' | 'get'>;
  readonly relayUrls: readonly string[];
}

/**
 * Everything of a profile that cannot be made anew: secrets, relays, entries, objects, drafts, pins. Entries are read
 * page by page up to the newest one at the start: the log only grows, so this is one consistent state although work goes
 * on meanwhile. What was erased comes first, so that whoever reads knows why bodies are missing, then the logs of `members`,
 * each whole: what is locked in them stands before what follows it.
 */
export function* backupRecords({ ledger, objects, relayUrls }: BackedUp): Generator<BackupRecord> {
  const { db } = ledger;
  yield { kind: 'secrets', bytes: encodeSecrets(ledger.secrets()) };
  for (const url of relayUrls) yield { kind: 'relay', url };
  for (const row of ledger.erasures.table.all()) yield { kind: 'erased', ...row };
  const newest = db.prepare<unknown[], { id: number | null }>('SELECT max(id) AS id FROM entries').get()?.id ?? 0;
  const members = toText(ledger.space.members);
  let entries = 0;
  for (const inMembers of [true, false]) {
    const rows = db.prepare<unknown[], EntryRow>(
      `SELECT * FROM entries WHERE id > ? AND id <= ?
       AND (log IN (SELECT log FROM logs WHERE space_id = ?)) = ${inMembers ? 1 : 0} ORDER BY id LIMIT ?`,
    );
    for (let after = 0; ;) {
      const found = rows.all(after, newest, members, page);
      for (const row of found) yield { kind: 'entry', receivedAt: row.received_at, wire: encodeWireEntry(row) };
      entries += found.length;
      const last = found.at(-1);
      if (last === undefined) break;
      after = last.id;
    }
  }
  let count = 0;
  for (const { id } of objects.list()) {
    const object = objects.get(id);
    if (object === undefined) continue;
    count += 1;
    yield { kind: 'object', id: object.id, version: object.version, bytes: object.bytes };
  }
  const drafts = db
    .prepare<unknown[], { key: string; value: string; saved_at: number }>(
      'SELECT key, value, saved_at FROM local_drafts',
    )
    .all();
  for (const { key, value, saved_at: savedAt } of drafts) yield { kind: 'draft', key, value, savedAt };
  const pins = db.prepare<unknown[], { target_id: string; at: number }>('SELECT target_id, at FROM local_pins').all();
  for (const { target_id: targetId, at } of pins) yield { kind: 'pin', targetId, at };
  yield { kind: 'end', entries, objects: count };
}
