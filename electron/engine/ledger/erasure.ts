import { equalBytes, fromText, toText, type Random } from '#shared/std/index.ts';
import { buildRedaction, decodeHeader, decodeRedaction, encodeRedaction, framed } from '#shared/sync/index.ts';
import type { Header, Redaction, WireEntry } from '#shared/sync/index.ts';
import { decrypt, encrypt, signBytes, verifyBytes } from '../crypto/index.ts';
import { checkCertificate } from '../entry/index.ts';
import type { Documents } from '../documents/index.ts';
import type { Keyring } from '../keys/index.ts';
import type { ReadModels } from '../readmodels/index.ts';
import {
  createRedactionTable,
  wireOf,
  type Db,
  type EntryRow,
  type EntryTables,
  type RecordTables,
  type RedactionRow,
} from '../store/index.ts';
import type { LogKeys } from './log-keys.ts';
import { openEntry } from './open-entry.ts';
import type { Verdict } from './verdict.ts';

export interface ErasureDeps {
  readonly db: Db;
  readonly entries: EntryTables;
  readonly records: RecordTables;
  readonly documents: Documents;
  readonly readModels: ReadModels;
  readonly keyring: Keyring;
  readonly logKeys: LogKeys;
  readonly deviceId: string;
  readonly random: Random;
}

/** What became of an entry without content. */
const gone = 'Its content was erased for good.';
export const erased: Verdict = { state: 'erased', reason: gone };

/** The log an entry says it belongs to, also where it lies beside it (SPEC S33). */
const logIdOf = (row: EntryRow): Uint8Array => {
  const header = decodeHeader(row.header);
  return header.ok ? header.value.logId : row.log;
};

const sealPart = (logId: Uint8Array): Uint8Array => framed('redaction-seal', logId);

/** In the place of a log's signature, where readers erased an entry whose log has not said so. */
const noSignature = new Uint8Array(64);

/** Whether this is no redaction, and does not claim to be one: it only carries a certificate on (R7). */
export const isUnsignedWord = (word: Uint8Array): boolean => {
  const read = decodeRedaction(word, () => true);
  return read !== undefined && equalBytes(read.signature, noSignature);
};

/**
 * Erasure as this device carries it out (docs/formats/redaction.md): bodies are dropped, documents, read models and
 * search forget, and for entries of its own logs it signs the redaction that relays and carriers obey. Everything runs
 * in the caller's transaction; `onRedacted` says that there are new redactions to be told, `onDropped` that bytes went.
 */
export const createErasures = (
  deps: ErasureDeps & { readonly onRedacted: () => void; readonly onDropped: () => void },
) => {
  const { db, entries, keyring, logKeys } = deps;
  const table = createRedactionTable(db);
  const erasedRecord = db.prepare<unknown[], { n: number }>('SELECT 1 AS n FROM erasures WHERE target_id = ? LIMIT 1');
  const targetOf = db.prepare<unknown[], { target_id: string }>('SELECT target_id FROM erasures WHERE record_id = ?');
  const drop = db.prepare<unknown[]>('UPDATE entries SET body = NULL WHERE id = ?');
  const forget = ['changes', 'touches'].map((name) => db.prepare<unknown[]>(`DELETE FROM ${name} WHERE record_id = ?`));
  const forgetRecord = db.prepare<unknown[]>('DELETE FROM records WHERE id = ?');
  const forgetDrafts = db.prepare<unknown[]>('DELETE FROM local_drafts WHERE instr(key, ?) > 0');
  const forgetPin = db.prepare<unknown[]>('DELETE FROM local_pins WHERE target_id = ?');

  const certificateIn = (row: EntryRow): Uint8Array | null =>
    row.seq === 1 ? (openEntry(row, deps).opened?.body.certificate ?? null) : null;

  const verdictOf = (row: EntryRow): Verdict | undefined => {
    const opening = openEntry(row, deps);
    return opening.opened === null ? opening.verdict : undefined;
  };

  const sealedFor = (row: EntryRow, certificate: Uint8Array | null): Uint8Array | null => {
    const header = decodeHeader(row.header);
    const found = header.ok ? keyring.byTag(header.value.epochTag, row.log) : undefined;
    return certificate === null || found === undefined
      ? null
      : encrypt(found.epoch.key, certificate, sealPart(row.log), deps.random);
  };

  const isOwn = (logId: Uint8Array): boolean => {
    const log = entries.log(logId);
    const spaceId = log?.space_id == null ? undefined : fromText(log.space_id);
    if (log?.device_id !== deps.deviceId || spaceId === undefined) return false;
    return equalBytes(logKeys.of(spaceId).publicKey, logId);
  };

  /** Signs for an entry of an own log, once. */
  const state = (row: EntryRow, certificate: Uint8Array | null): void => {
    const { seq, hash } = row;
    const log = logIdOf(row);
    const known = table.get(log, seq, hash);
    if (known?.statement != null) return;
    const spaceId = fromText(entries.log(log)?.space_id ?? '');
    if (!isOwn(log) || spaceId === undefined) return table.put({ log, seq, hash, statement: null, certificate });
    const of = { logId: log, seq, hash, certificate: sealedFor(row, certificate) };
    const redaction = buildRedaction(of, signBytes(logKeys.of(spaceId)));
    table.put({ log, seq, hash, statement: encodeRedaction(redaction), certificate });
    deps.onRedacted();
  };

  /** Drops the content of an entry of an erased record. */
  const dropBody = (row: EntryRow): void => {
    if (row.body === null) return state(row, null);
    state(row, certificateIn(row));
    drop.run(row.id);
    deps.onDropped();
  };

  const certificateOf = (row: EntryRow, known: RedactionRow): { certificate: Uint8Array | null; locked: boolean } => {
    if (known.certificate !== null) return { certificate: known.certificate, locked: false };
    const stated = known.statement === null ? undefined : decodeRedaction(known.statement, verifyBytes);
    const header = decodeHeader(row.header);
    if (stated?.certificate == null || !header.ok) return { certificate: null, locked: false };
    const found = keyring.byTag(header.value.epochTag, row.log);
    if (found === undefined) return { certificate: null, locked: true };
    return { certificate: decrypt(found.epoch.key, stated.certificate, sealPart(row.log)) ?? null, locked: false };
  };

  return {
    table,
    /**
     * An entry as it travels. Of a first entry that its own log has not declared erased, the certificate goes along, without
     * a signature: it proves itself, and whoever has not got it could read nothing of the log (R7).
     */
    wire: (row: EntryRow): WireEntry => {
      const wire = wireOf(row, table);
      if (row.body !== null || wire.redaction !== undefined || row.seq !== 1) return wire;
      const log = logIdOf(row);
      const certificate = sealedFor(row, table.get(log, row.seq, row.hash)?.certificate ?? null);
      if (certificate === null) return wire;
      const word = { logId: log, seq: row.seq, hash: row.hash, certificate, signature: noSignature };
      return { ...wire, redaction: encodeRedaction(word) };
    },
    /** Takes the certificate that a first entry without content brought along. Answers whether it was news. */
    learnOwner: (header: Header, entryHash: Uint8Array, word: Uint8Array | undefined): boolean => {
      const { logId: log, seq } = header;
      if (word === undefined || seq !== 1 || table.get(log, seq, entryHash)?.certificate != null) return false;
      const sealed = decodeRedaction(word, () => true)?.certificate;
      const found = keyring.byTag(header.epochTag, log);
      const certificate =
        sealed == null || found === undefined ? undefined : decrypt(found.epoch.key, sealed, sealPart(log));
      if (certificate === undefined || found === undefined) return false;
      if (!checkCertificate(certificate, { spaceId: found.spaceId, logId: log }).ok) return false;
      table.put({ log, seq, hash: entryHash, statement: null, certificate });
      return true;
    },
    isErased: (recordId: string): boolean => erasedRecord.get(recordId) !== undefined,
    /** The record that an applied erasure is about. */
    targetOf: (erasureId: string): string | undefined => targetOf.get(erasureId)?.target_id,
    dropBody,
    /** Takes away everything of a record; its kind, if anything of it was here. */
    eraseRecord: (recordId: string): string | undefined => {
      const rows = entries.ofRecord(recordId);
      for (const row of rows) {
        dropBody(row);
        entries.stopWaiting(row.id);
        entries.setMeaning(row.id, {
          spaceId: row.space_id,
          recordId,
          kind: row.kind,
          personId: row.person_id,
          deviceId: row.device_id,
          claimedAt: row.claimed_at,
          state: 'erased',
          reason: gone,
        });
      }
      const kind = deps.records.get(recordId)?.kind ?? rows[0]?.kind ?? undefined;
      deps.documents.evict(recordId);
      for (const statement of forget) statement.run(recordId);
      forgetRecord.run(recordId);
      forgetPin.run(recordId);
      forgetDrafts.run(recordId);
      if (kind !== undefined) deps.readModels.remove(recordId, kind);
      return kind;
    },
    /**
     * Takes a redaction that proves itself. An entry whose content cannot be read here loses it at once; what can be
     * read goes when the erasure of its record is known (R5). Answers whether it was news.
     */
    take: (redaction: Redaction): boolean => {
      const { logId: log, seq, hash } = redaction;
      if (table.get(log, seq, hash)?.statement != null) return false;
      table.put({ log, seq, hash, statement: encodeRedaction(redaction), certificate: null });
      const row = entries.byHash(hash);
      const isUnread = row?.state === 'locked' || (row?.state === 'waiting' && verdictOf(row)?.state === 'locked');
      if (isUnread && row.body !== null) {
        drop.run(row.id);
        deps.onDropped();
      }
      // It came without its content before anything proved that this was right (R6).
      if (row?.state === 'erased') entries.setReason(row.id, gone);
      return true;
    },
    /** Whether something says that this entry was erased. */
    allows: (log: Uint8Array, seq: number, hash: Uint8Array): boolean => table.get(log, seq, hash) !== undefined,
    /** Whether the log's own word about this entry is here: then its content is not stored either. */
    isStated: (log: Uint8Array, seq: number, hash: Uint8Array): boolean => table.get(log, seq, hash)?.statement != null,
    /**
     * Says whose a log is whose first entry was erased, so that the rest of it can be read. 'locked' when that is
     * sealed with a key that is not here yet.
     */
    bind: (row: EntryRow): 'bound' | 'locked' | 'unknown' => {
      const known = row.seq === 1 ? table.get(row.log, row.seq, row.hash) : undefined;
      if (known === undefined) return 'unknown';
      const { certificate, locked } = certificateOf(row, known);
      if (certificate === null) return locked ? 'locked' : 'unknown';
      const header = decodeHeader(row.header);
      const found = header.ok ? keyring.byTag(header.value.epochTag, row.log) : undefined;
      if (found === undefined) return 'locked';
      const checked = checkCertificate(certificate, { spaceId: found.spaceId, logId: row.log });
      if (!checked.ok) return 'unknown';
      entries.bind(row.log, toText(found.spaceId), toText(checked.value.deviceId));
      table.put({ log: row.log, seq: row.seq, hash: row.hash, statement: null, certificate });
      return 'bound';
    },
  };
};

export type Erasures = ReturnType<typeof createErasures>;
