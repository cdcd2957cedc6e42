import { equalBytes } from '#shared/std/index.ts';
import { branchId, branchVersions, buildBranchObject, decodeHeader } from '#shared/sync/index.ts';
import type { Header, ObjectNote, SyncObject, WireEntry } from '#shared/sync/index.ts';
import { hash } from '../crypto/index.ts';
import {
  createBranchTable,
  wireOf,
  type Db,
  type EntryRow,
  type EntryTables,
  type RedactionTable,
} from '../store/index.ts';

/** Entries beside a log, of all its further branches together, that are kept; more are not taken (SPEC S36). */
const mostAside = 512;

/** How far before the first difference known a log is offered, while it is not known where its branches part. */
const reach = 64;

export interface BranchDeps {
  readonly db: Db;
  readonly entries: EntryTables;
  readonly redactions: RedactionTable;
}

/** An entry that has been checked by itself: form, body, signature. */
export interface LooseEntry {
  readonly wire: WireEntry;
  readonly header: Header;
  readonly hash: Uint8Array;
}

/**
 * What is kept of logs that forked (SPEC S33 to S37). The branch that was heard first stays in its log; entries of the
 * others lie beside it, each under the id of its object. From where they part on all are offered as objects, so that
 * everybody comes to hold all branches, whichever they heard first. Everything runs in the caller's transaction.
 */
export const createBranches = ({ db, entries, redactions }: BranchDeps) => {
  const table = createBranchTable(db);
  let fresh: ObjectNote[] = [];
  /** Asked for every entry that arrives. */
  let some: boolean | undefined;
  const listeners = new Set<(note: ObjectNote) => void>();

  const noteOf = (id: Uint8Array, blank: boolean): ObjectNote => ({
    id,
    version: blank ? branchVersions.blank : branchVersions.whole,
  });

  const put = (row: EntryRow, { logId, prevHash }: Header, linked: boolean): void => {
    const id = branchId(hash, row.hash);
    const kept = { hash: row.hash, id, log: logId, seq: row.seq, prev: prevHash, entry_id: row.id };
    some = true;
    if (table.put({ ...kept, linked: linked ? 1 : 0 })) fresh.push(noteOf(id, row.body === null));
  };

  /** Offers what the log itself has from a place on. */
  const open = (log: Uint8Array, place: number): void => {
    for (const row of table.missing(log, Math.max(1, place))) {
      const header = decodeHeader(row.header);
      if (header.ok) put(row, header.value, true);
    }
  };

  const isLinked = ({ logId, seq, prevHash }: Header): boolean => {
    if (seq === 1) return true;
    const before = entries.byHash(prevHash);
    if (before === undefined || before.seq !== seq - 1) return false;
    return equalBytes(before.log, logId) || table.byHash(prevHash)?.linked === 1;
  };

  /** Everything that was waiting behind an entry has its ground now. Returns it. */
  const spread = (from: Uint8Array): number[] => {
    const reached: number[] = [];
    const queue = [from];
    for (let name = queue.pop(); name !== undefined; name = queue.pop())
      for (const next of table.after(name)) {
        if (next.linked === 1) continue;
        table.link(next.hash);
        reached.push(next.entry_id);
        queue.push(next.hash);
      }
    return reached;
  };

  return {
    table,
    /** Whether anything is known to have forked: most profiles never see it. */
    any: (): boolean => (some ??= table.any()),
    /** Keeps an entry beside its log. Returns what can be judged because of it; undefined when there is too much. */
    aside: (entry: LooseEntry, receivedAt: number, via: string): readonly number[] | undefined => {
      const { header, wire } = entry;
      if (table.aside(header.logId) >= mostAside) return undefined;
      const linked = isLinked(header);
      const row = { hash: entry.hash, log: branchId(hash, entry.hash), seq: header.seq, ...wire };
      const stored = entries.byId(entries.insert(row, receivedAt, via));
      if (stored === undefined) throw new Error('An entry that was just stored is not there.');
      put(stored, header, linked);
      open(header.logId, linked ? header.seq : header.seq - reach);
      return linked ? [stored.id, ...spread(entry.hash)] : [];
    },
    /** A log got another entry of its own branch. Returns what was waiting for it. */
    follow: (row: EntryRow, header: Header, isForked: boolean): readonly number[] => {
      if (isForked) put(row, header, true);
      return spread(row.hash);
    },
    /** An entry that lay beside its log turned out to be the next one in it. */
    moveInto: (logId: Uint8Array, row: EntryRow): readonly number[] => {
      entries.moveTo(logId, row.id);
      table.link(row.hash);
      return spread(row.hash);
    },
    /** An entry beside the log that cannot be of the same branch as this one in it: at its place, or at the next and behind another. */
    contradicting: (logId: Uint8Array, { seq, hash: name }: EntryRow): EntryRow | undefined => {
      const other = table.against(logId, seq, name);
      return other === undefined ? undefined : entries.byId(other.entry_id);
    },
    /** Others have another entry at this place. */
    open: (logId: Uint8Array, seq: number): void => open(logId, seq - reach),
    /** Whether an entry has its ground: false only for those that came before what they follow. */
    isGrounded: (row: EntryRow): boolean => table.ofEntry(row.id)?.linked !== 0,
    /** Whether nobody can say whose a log is, because it has two beginnings (SPEC S37). */
    isBaseless: (logId: Uint8Array): boolean => table.beginnings(logId) > 1,
    list: (): readonly ObjectNote[] => table.held().map(({ id, blank }) => noteOf(id, blank === 1)),
    get: (id: Uint8Array): SyncObject | undefined => {
      const kept = table.byId(id);
      const row = kept === undefined ? undefined : entries.byId(kept.entry_id);
      if (kept === undefined || row === undefined) return undefined;
      return buildBranchObject(id, wireOf({ ...row, log: kept.log }, redactions));
    },
    /** Whether this note names something that is not here. */
    lacks: ({ id, version }: ObjectNote): boolean => {
      const kept = table.byId(id);
      if (kept === undefined) return true;
      return version === branchVersions.blank && entries.byId(kept.entry_id)?.body !== null;
    },
    /** An object that is an entry of the log itself: remembered, so that it is not asked for again. */
    recognize: (row: EntryRow, header: Header): void => put(row, header, true),
    /** After a commit: tells of new objects. */
    tell: (): void => {
      for (const note of fresh.splice(0)) for (const listener of [...listeners]) listener(note);
    },
    /** After a rollback. */
    forget: (): void => {
      fresh = [];
      some = undefined;
    },
    onNew: (listener: (note: ObjectNote) => void): (() => void) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
};

export type Branches = ReturnType<typeof createBranches>;
