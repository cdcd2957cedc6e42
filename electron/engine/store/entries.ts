import { mapKey } from '../crypto/index.ts';
import type { Db } from './open.ts';

export type EntryState = 'applied' | 'waiting' | 'locked' | 'deferred' | 'quarantined' | 'erased';

/** One stored entry. `state` says what became of it; `reason` is the sentence for every state but applied. */
export interface EntryRow {
  readonly id: number;
  readonly hash: Uint8Array;
  readonly log: Uint8Array;
  readonly seq: number;
  readonly space_id: string | null;
  readonly record_id: string | null;
  readonly kind: string | null;
  readonly person_id: string | null;
  readonly device_id: string | null;
  readonly claimed_at: number | null;
  readonly received_at: number;
  readonly via: string;
  readonly state: EntryState;
  readonly reason: string | null;
  readonly header: Uint8Array;
  readonly signature: Uint8Array;
  readonly body: Uint8Array | null;
}

export interface LogRow {
  readonly log: Uint8Array;
  readonly head_seq: number;
  readonly head_hash: Uint8Array;
  readonly space_id: string | null;
  readonly device_id: string | null;
  readonly fork: Uint8Array | null;
}

/** What opening an entry's body told about it. */
export interface EntryMeaning {
  readonly spaceId: string | null;
  readonly recordId: string | null;
  readonly kind: string | null;
  readonly personId: string | null;
  readonly deviceId: string | null;
  readonly claimedAt: number | null;
  readonly state: EntryState;
  readonly reason: string | null;
}

/** Of an entry that nobody has judged. */
export const unknownMeaning: EntryMeaning = {
  ...{ spaceId: null, recordId: null, kind: null, personId: null, deviceId: null, claimedAt: null },
  ...{ state: 'waiting', reason: null },
};

/** Prepared statements over the log tables. Every write is the caller's transaction. */
export const createEntryTables = (db: Db) => {
  const insert = db.prepare<unknown[]>(
    `INSERT INTO entries (hash, log, seq, received_at, via, header, signature, body, state, reason,
       space_id, record_id, kind, person_id, device_id, claimed_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const setHead = db.prepare<unknown[]>(
    `INSERT INTO logs (log, head_seq, head_hash) VALUES (?, ?, ?)
     ON CONFLICT (log) DO UPDATE SET head_seq = excluded.head_seq, head_hash = excluded.head_hash`,
  );
  const log = db.prepare<unknown[], LogRow>('SELECT * FROM logs WHERE log = ?');
  const logs = db.prepare<unknown[], LogRow>('SELECT * FROM logs');
  // Acts are opened again whenever the graph is loaded, also after a write that failed on a full disk: what is known
  // already must not be written once more.
  const bind = db.prepare<unknown[]>(
    'UPDATE logs SET space_id = @space, device_id = @device WHERE log = @log AND (space_id IS NOT @space OR device_id IS NOT @device)',
  );
  const rename = db.prepare<unknown[]>('UPDATE entries SET log = ? WHERE id = ?');
  const freeze = db.prepare<unknown[]>('UPDATE logs SET fork = ? WHERE log = ? AND fork IS NULL');
  const meaning = db.prepare<unknown[]>(
    `UPDATE entries SET space_id = ?, record_id = ?, kind = ?, person_id = ?, device_id = ?, claimed_at = ?, state = ?, reason = ?
     WHERE id = ?`,
  );
  const reason = db.prepare<unknown[]>('UPDATE entries SET reason = ? WHERE id = ?');
  const content = db.prepare<unknown[]>('UPDATE entries SET body = ? WHERE id = ?');
  const byHash = db.prepare<unknown[], EntryRow>('SELECT * FROM entries WHERE hash = ?');
  const byId = db.prepare<unknown[], EntryRow>('SELECT * FROM entries WHERE id = ?');
  const at = db.prepare<unknown[], EntryRow>('SELECT * FROM entries WHERE log = ? AND seq = ?');
  const run = db.prepare<unknown[], EntryRow>('SELECT * FROM entries WHERE log = ? AND seq >= ? ORDER BY seq LIMIT ?');
  // SQLite takes the index of what is set aside only where its own condition is written out.
  const inState = db.prepare<unknown[], EntryRow>(
    "SELECT * FROM entries WHERE state = ? AND state <> 'applied' ORDER BY id",
  );
  const lockedIn = db.prepare<unknown[], EntryRow>(
    "SELECT * FROM entries WHERE log = ? AND state = 'locked' AND state <> 'applied' ORDER BY seq",
  );
  const ofRecord = db.prepare<unknown[], EntryRow>('SELECT * FROM entries WHERE record_id = ? ORDER BY id');
  const count = db.prepare<unknown[], { n: number }>('SELECT count(*) AS n FROM entries');
  const wait = db.prepare<unknown[]>('INSERT OR IGNORE INTO waits (missing, entry_id) VALUES (?, ?)');
  const waiting = db.prepare<unknown[], { entry_id: number }>('SELECT entry_id FROM waits WHERE missing = ?');
  const unwait = db.prepare<unknown[]>('DELETE FROM waits WHERE entry_id = ?');
  const attest = db.prepare<unknown[]>('INSERT OR IGNORE INTO attests (hash, entry_id) VALUES (?, ?)');
  const newHeads = db.prepare<unknown[], { hash: Uint8Array }>(
    `SELECT e.hash FROM logs l JOIN entries e ON e.log = l.log AND e.seq = l.head_seq
     WHERE l.space_id = ? AND l.log <> ? AND e.id > ? ORDER BY e.id DESC LIMIT ?`,
  );
  const judgedBehind = db.prepare<unknown[], { n: number }>(
    'SELECT EXISTS (SELECT 1 FROM entries WHERE log = ? AND seq > ? AND record_id IS NOT NULL) AS n',
  );
  const hasWaits = db.prepare<unknown[], { n: number }>('SELECT EXISTS (SELECT 1 FROM waits) AS n');

  /** Every entry asks for its log. What is held here is what the table says; see `forgetLogs`. */
  const knownLogs = new Map<string, LogRow>();
  const logRow = (logId: Uint8Array): LogRow | undefined => {
    const name = mapKey(logId);
    const held = knownLogs.get(name);
    if (held !== undefined) return held;
    const row = log.get(logId);
    if (row !== undefined) knownLogs.set(name, row);
    return row;
  };
  const change = (logId: Uint8Array, to: Partial<LogRow>): void => {
    const name = mapKey(logId);
    const held = knownLogs.get(name);
    if (held !== undefined) knownLogs.set(name, { ...held, ...to });
  };

  /** Grows whenever an entry becomes locked, and when a rollback may have taken that back. */
  let lockings = 0;
  const setMeaning = (id: number, m: EntryMeaning): void => {
    if (m.state === 'locked') lockings += 1;
    meaning.run(m.spaceId, m.recordId, m.kind, m.personId, m.deviceId, m.claimedAt, m.state, m.reason, id);
  };

  return {
    insert: (
      entry: {
        readonly hash: Uint8Array;
        readonly log: Uint8Array;
        readonly seq: number;
        readonly header: Uint8Array;
        readonly signature: Uint8Array;
        readonly body: Uint8Array | null;
      },
      receivedAt: number,
      via: string,
      /** What became of it, where that is known at once. */
      meaning: EntryMeaning = unknownMeaning,
    ): number => {
      if (meaning.state === 'locked') lockings += 1;
      return Number(
        insert.run(
          ...[entry.hash, entry.log, entry.seq, receivedAt, via, entry.header, entry.signature, entry.body],
          ...[meaning.state, meaning.reason, meaning.spaceId, meaning.recordId, meaning.kind],
          ...[meaning.personId, meaning.deviceId, meaning.claimedAt],
        ).lastInsertRowid,
      );
    },
    lockedVersion: (): number => lockings,
    setHead: (logId: Uint8Array, seq: number, hash: Uint8Array): void => {
      setHead.run(logId, seq, hash);
      change(logId, { head_seq: seq, head_hash: hash });
    },
    log: logRow,
    /** After a rollback: what was read of the logs may not be so. */
    forgetLogs: (): void => {
      knownLogs.clear();
      lockings += 1;
    },
    logs: (): LogRow[] => logs.all(),
    /** The row of a log as it is in the table now, whatever was read of it before. */
    storedLog: (logId: Uint8Array): LogRow | undefined => log.get(logId),
    bind: (logId: Uint8Array, spaceId: string, deviceId: string): void => {
      bind.run({ space: spaceId, device: deviceId, log: logId });
      change(logId, { space_id: spaceId, device_id: deviceId });
    },
    /** Puts an entry that lay beside its log (SPEC S33) into it. */
    moveTo: (logId: Uint8Array, id: number): void => void rename.run(logId, id),
    /** Keeps the first proof of a fork. */
    freeze: (logId: Uint8Array, proof: Uint8Array): boolean => {
      const froze = freeze.run(proof, logId).changes > 0;
      if (froze) change(logId, { fork: proof });
      return froze;
    },
    setMeaning,
    /** Says anew why an entry is what it is. */
    setReason: (id: number, why: string): void => void reason.run(why, id),
    /** Puts the content into an entry that came without it. */
    fill: (id: number, body: Uint8Array, meaning: EntryMeaning): void => {
      content.run(body, id);
      setMeaning(id, meaning);
    },
    byHash: (hash: Uint8Array): EntryRow | undefined => byHash.get(hash),
    byId: (id: number): EntryRow | undefined => byId.get(id),
    /** Whether an entry behind this place is known to be about a record. */
    anyJudgedBehind: (logId: Uint8Array, seq: number): boolean => judgedBehind.get(logId, seq)?.n === 1,
    at: (logId: Uint8Array, seq: number): EntryRow | undefined => at.get(logId, seq),
    run: (logId: Uint8Array, fromSeq: number, limit: number): EntryRow[] => run.all(logId, fromSeq, limit),
    inState: (state: EntryState): EntryRow[] => inState.all(state),
    lockedIn: (logId: Uint8Array): EntryRow[] => lockedIn.all(logId),
    ofRecord: (recordId: string): EntryRow[] => ofRecord.all(recordId),
    count: (): number => count.get()?.n ?? 0,
    wait: (missing: string, id: number): void => void wait.run(missing, id),
    waitingFor: (missing: string): number[] => waiting.all(missing).map((row) => row.entry_id),
    stopWaiting: (id: number): void => void unwait.run(id),
    /** Remembers what the author of an entry says to have seen: who wrote when is told from it. */
    attest: (id: number, seen: readonly Uint8Array[]): void => {
      for (const hash of seen) attest.run(hash, id);
    },
    /** Heads of other logs of a space that arrived after an entry of one's own; the newest ones. */
    headsSince: (spaceId: string, ownLog: Uint8Array, ownId: number, limit: number): Uint8Array[] =>
      newHeads.all(spaceId, ownLog, ownId, limit).map((row) => row.hash),
    anyWaits: (): boolean => hasWaits.get()?.n === 1,
  };
};

export type EntryTables = ReturnType<typeof createEntryTables>;
