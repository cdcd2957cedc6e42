import type { WireEntry } from '#shared/sync/index.ts';
import type { EntryRow } from './entries.ts';
import type { Db } from './open.ts';

export interface RedactionRow {
  readonly log: Uint8Array;
  readonly seq: number;
  readonly hash: Uint8Array;
  /** The log's own signed word, as it travels; null where only the erasure of the record is known. */
  readonly statement: Uint8Array | null;
  /** Certificate of the log, kept of an erased first entry that could be read here. */
  readonly certificate: Uint8Array | null;
}

/** What makes entries without content valid (docs/formats/redaction.md). */
export const createRedactionTable = (db: Db) => {
  const get = db.prepare<unknown[], RedactionRow>('SELECT * FROM redactions WHERE log = ? AND seq = ? AND hash = ?');
  const put = db.prepare<unknown[]>(
    `INSERT INTO redactions (log, seq, hash, statement, certificate) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (log, seq, hash) DO UPDATE SET statement = coalesce(statement, excluded.statement),
       certificate = coalesce(certificate, excluded.certificate)`,
  );
  const all = db.prepare<unknown[], RedactionRow>('SELECT * FROM redactions');
  const stated = db.prepare<unknown[], RedactionRow>(
    'SELECT * FROM redactions WHERE log = ? AND seq BETWEEN ? AND ? AND statement IS NOT NULL ORDER BY seq',
  );
  const logs = db.prepare<unknown[], { log: Uint8Array; seq: number }>(
    'SELECT log, seq FROM redactions WHERE statement IS NOT NULL',
  );
  return {
    get: (log: Uint8Array, seq: number, hash: Uint8Array): RedactionRow | undefined => get.get(log, seq, hash),
    /** What is known already stays. */
    put: (row: RedactionRow): void => void put.run(row.log, row.seq, row.hash, row.statement, row.certificate),
    all: (): RedactionRow[] => all.all(),
    /** Signed redactions of a stretch of one log. */
    stated: (log: Uint8Array, from: number, to: number): RedactionRow[] => stated.all(log, from, to),
    statedPlaces: (): { readonly log: Uint8Array; readonly seq: number }[] => logs.all(),
  };
};

export type RedactionTable = ReturnType<typeof createRedactionTable>;

/** An entry as it travels: without its content it brings along what says that this is right. */
export const wireOf = (row: EntryRow, redactions: RedactionTable): WireEntry => {
  const { header, signature, body } = row;
  const statement = body === null ? redactions.get(row.log, row.seq, row.hash)?.statement : null;
  return statement == null ? { header, signature, body } : { header, signature, body, redaction: statement };
};
