import { equalBytes, toText } from '#shared/std/index.ts';
import {
  checkWire,
  decodeHeader,
  decodeWireEntry,
  emptyLogEnd,
  framed,
  isBranchVersion,
  isListVersion,
  readBranchObject,
  refusalCodes,
} from '#shared/sync/index.ts';
import type {
  Head,
  IngestOutcome,
  LogKey,
  ObjectNote,
  PutOutcome,
  ReceivedEntry,
  Refusal,
  RefusalCode,
  ReplicaPort,
  StoredChange,
  SyncObject,
} from '#shared/sync/index.ts';
import type { Committer } from './committer.ts';
import type { RelayLimits } from './limits.ts';
import { createRelayRedactions } from './redactions.ts';
import { hash, verify } from './sodium.ts';
import type { EntryWrite, RelayStore, StoredTeam } from './store/index.ts';

/** A team as the session of one device sees it. */
export interface RelayReplica extends ReplicaPort {
  /** A receiver says that the signature of an entry does not hold: then the log is cut before it (S53). */
  readonly doubt: (log: LogKey, seq: number) => void;
}

/** One team of a relay while somebody of it is connected. */
export interface RelayTeam {
  readonly id: number;
  readonly replicaFor: (device: Uint8Array) => RelayReplica;
}

interface TeamDeps {
  readonly store: RelayStore;
  readonly committer: Committer;
  readonly limits: RelayLimits;
  readonly stored: StoredTeam;
}

/** Checks chains in memory, writes through the committer and tells every session of the team what became durable. */
export const createTeam = ({ store, committer, limits, stored }: TeamDeps): RelayTeam => {
  const { id } = stored;
  let vector = new Map(stored.vector);
  /** Heads including what waits for its commit. */
  let pending = new Map<LogKey, Head>();
  let waiting = new Map<string, Uint8Array>();
  let { bytes } = stored;
  const storedListeners = new Set<(change: StoredChange) => void>();
  const objectListeners = new Set<(note: ObjectNote) => void>();
  const redactions = createRelayRedactions(store, id);

  const tell = (change: StoredChange): void => {
    for (const listener of [...storedListeners]) listener(change);
  };
  const tellObject = (note: ObjectNote): void => {
    for (const listener of [...objectListeners]) listener(note);
  };
  const endOf = (log: LogKey): Head => pending.get(log) ?? vector.get(log) ?? emptyLogEnd;
  const placeOf = (log: LogKey, seq: number): string => `${log}:${seq}`;

  const hashAt = (log: LogKey, seq: number): Uint8Array | undefined =>
    waiting.get(placeOf(log, seq)) ?? store.hashAt(id, log, seq);

  /** A write for a good new entry, nothing for one held already, or why it is refused (S22, S53). */
  const check = (entry: ReceivedEntry, device: Uint8Array): EntryWrite | Refusal | undefined => {
    const { log, header } = entry;
    const refuse = (code: RefusalCode, sentence: string): Refusal => ({ log, seq: header.seq, code, sentence });
    const checked = checkWire(entry.wire, hash);
    if (!checked.ok) return refuse(refusalCodes.malformed, checked.error.sentence);
    const end = endOf(log);
    if (header.seq <= end.seq) {
      const known = header.seq === end.seq ? end.hash : hashAt(log, header.seq);
      const same = known !== undefined && equalBytes(known, checked.value.hash);
      return same ? undefined : refuse(refusalCodes.fork, 'The relay holds another entry at this place of the log.');
    }
    if (header.seq !== end.seq + 1) return refuse(refusalCodes.gap, 'Entries before this one are missing.');
    if (!equalBytes(header.prevHash, end.hash))
      return refuse(refusalCodes.fork, 'The entry does not follow the last one of its log.');
    const kept = redactions.toStore(entry, checked.value.hash);
    if (kept === undefined)
      return refuse(refusalCodes.malformed, 'Nothing that holds says that the content of the entry was erased.');
    if (bytes + kept.length > limits.teamBytes)
      return refuse(refusalCodes.quota, 'The space of this team on the relay is used up.');
    return { team: id, log, seq: header.seq, hash: checked.value.hash, bytes: kept, device };
  };

  const ingest = (entries: readonly ReceivedEntry[], device: Uint8Array): IngestOutcome | Promise<IngestOutcome> => {
    const writes: EntryWrite[] = [];
    const refused: Refusal[] = [];
    for (const entry of entries) {
      const verdict = check(entry, device);
      if (!verdict) continue;
      if ('code' in verdict) {
        refused.push(verdict);
        continue;
      }
      writes.push(verdict);
      bytes += verdict.bytes.length;
      pending.set(verdict.log, verdict);
      waiting.set(placeOf(verdict.log, verdict.seq), verdict.hash);
    }
    const outcome = (): IngestOutcome => {
      const heads = new Map<LogKey, Head>();
      for (const { log } of entries) {
        const head = vector.get(log);
        if (head) heads.set(log, head);
      }
      return { heads, refused };
    };
    // Repeats of entries that still wait for their commit wait with them: a receipt says "durable".
    if (writes.length === 0 && !entries.some(({ log }) => pending.has(log))) return outcome();
    return new Promise((resolve, reject) => {
      committer.submit(writes, (failure) => {
        if (failure) {
          forget();
          reject(failure);
          return;
        }
        const heads = settle(writes);
        resolve(outcome());
        if (heads.size > 0) tell({ heads, origin: 'received' });
      });
    });
  };

  const settle = (writes: readonly EntryWrite[]): ReadonlyMap<LogKey, Head> => {
    const heads = new Map<LogKey, Head>();
    for (const { log, seq, hash: head } of writes) {
      heads.set(log, { seq, hash: head });
      waiting.delete(placeOf(log, seq));
      if (pending.get(log)?.seq === seq) pending.delete(log);
    }
    for (const [log, head] of heads) vector.set(log, head);
    return heads;
  };

  /** After a failed commit memory follows the file again. */
  const forget = (): void => {
    pending = new Map();
    waiting = new Map();
    try {
      const again = store.openTeam(stored.root, false);
      if (!again) return;
      vector = new Map(again.vector);
      ({ bytes } = again);
    } catch {
      // What cannot even be read now stays as it was last known: heads move only once they are durable.
    }
  };

  /** An entry of a log that forked (S33), unless its content was erased. */
  const isBranch = (object: SyncObject): boolean => {
    const entry = readBranchObject(object, hash, verify);
    if (entry === undefined) return false;
    const name = checkWire(entry.wire, hash);
    return !name.ok || entry.wire.body === null || !redactions.isStated(entry, name.value.hash);
  };

  const cut = (log: LogKey, seq: number): void => {
    const left = store.cut(id, log, seq - 1);
    if (left) vector.set(log, left);
    else vector.delete(log);
    tell({ heads: new Map([[log, left ?? emptyLogEnd]]), origin: 'cut' });
  };

  const put = (object: SyncObject): PutOutcome => {
    if (isBranchVersion(object.version) && !isBranch(object)) return 'refused';
    const erased = isListVersion(object.version) ? redactions.read(object) : [];
    if (erased === null) return 'refused';
    const before = store.object(id, object.id);
    const growth = (object.bytes?.length ?? 0) - (before?.bytes?.length ?? 0);
    // A full relay must still be able to forget: what concerns logs it holds counts against nobody.
    const exempt = erased.some(({ logId }) => vector.has(toText(logId)));
    if (!exempt && growth > 0 && bytes + growth > limits.teamBytes) return 'refused';
    const isBranchToo = isBranchVersion(object.version);
    const alike = store.objects(id).filter(({ version }) => isBranchVersion(version) === isBranchToo);
    const most = isBranchToo ? limits.teamBranchEntries : limits.teamObjects;
    if (!exempt && !before && alike.length >= most) return 'refused';
    if (erased.length > 0 && (before === undefined || before.version < object.version)) {
      // What waits for its commit is written with its body; it has to be there to be overwritten.
      committer.flush();
      redactions.obey(erased);
      bytes = store.openTeam(stored.root, false)?.bytes ?? bytes;
    }
    const outcome = store.putObject(id, object);
    if (outcome === 'stored') {
      bytes += growth;
      tellObject({ id: object.id, version: object.version });
    }
    return outcome;
  };

  /** Looked at only when somebody complains: checking every signature would be the dearest part of a relay's work. */
  const doubt = (log: LogKey, seq: number): void => {
    const [entry] = store.read(id, [{ log, from: seq, to: seq }], { maxEntries: 1, maxBytes: 0 }).entries;
    const wire = entry === undefined ? undefined : decodeWireEntry(entry.bytes);
    const header = wire?.ok === true ? decodeHeader(wire.value.header) : undefined;
    if (wire?.ok !== true || header?.ok !== true) return;
    if (!verify(header.value.logId, wire.value.signature, framed('entry', wire.value.header))) cut(log, seq);
  };

  return {
    id,
    replicaFor: (device) => ({
      doubt,
      vector: () => vector,
      read: (wants, readLimits) => {
        const { entries, damaged } = store.read(id, wants, readLimits);
        if (damaged && (vector.get(damaged.log)?.seq ?? 0) >= damaged.seq) cut(damaged.log, damaged.seq);
        return entries;
      },
      ingest: (entries) => ingest(entries, device),
      objects: {
        list: () => store.objects(id),
        wanted: (offered) => offered.filter((note) => (store.object(id, note.id)?.version ?? 0) < note.version),
        get: (objectId) => store.object(id, objectId),
        put,
      },
      onStored: (listener) => {
        storedListeners.add(listener);
        return () => storedListeners.delete(listener);
      },
      onObject: (listener) => {
        objectListeners.add(listener);
        return () => objectListeners.delete(listener);
      },
    }),
  };
};
