import { equalBytes, toText } from '#shared/std/index.ts';
import { checkWire, emptyLogEnd, refusalCodes } from '#shared/sync/index.ts';
import type {
  Head,
  IngestOutcome,
  LogKey,
  ObjectNote,
  PutOutcome,
  ReadLimits,
  ReceivedEntry,
  Refusal,
  ReplicaPort,
  StoredChange,
  StoredEntry,
  SyncObject,
  Want,
} from '#shared/sync/index.ts';
import { hash } from '#engine/crypto/index.ts';

interface Held extends StoredEntry {
  readonly hash: Uint8Array;
}

export interface MemoryReplica extends ReplicaPort {
  /** What this device writes itself. */
  readonly append: (entry: {
    readonly log: LogKey;
    readonly seq: number;
    readonly hash: Uint8Array;
    readonly bytes: Uint8Array;
  }) => void;
  readonly putLocal: (object: SyncObject) => void;
  readonly entryAt: (log: LogKey, seq: number) => StoredEntry | undefined;
  readonly objectOf: (id: Uint8Array) => SyncObject | undefined;
  /** `read` and `objects.put` of the port, which answer in the same tick here. */
  readonly readNow: (wants: readonly Want[], limits: ReadLimits) => readonly StoredEntry[];
  readonly putNow: (object: SyncObject) => PutOutcome;
  /** Everything held, as comparable text. */
  readonly fingerprint: () => string;
  readonly entryCount: () => number;
  /** Puts a whole log in at once, before anybody is connected. */
  readonly fill: (log: LogKey, entries: readonly (StoredEntry & Head)[]) => void;
  /** Puts other bytes in the place of an entry, if it has this hash. */
  readonly replace: (log: LogKey, seq: number, hash: Uint8Array, bytes: Uint8Array) => void;
  /** Loses the end of a log, as damaged bytes do. */
  readonly cut: (log: LogKey, lastSeq: number) => void;
}

export const takeWithin = (entries: readonly StoredEntry[], limits: ReadLimits): readonly StoredEntry[] => {
  let bytes = 0;
  const taken: StoredEntry[] = [];
  for (const entry of entries) {
    bytes += entry.bytes.length;
    if (taken.length > 0 && (taken.length >= limits.maxEntries || bytes > limits.maxBytes)) break;
    taken.push(entry);
  }
  return taken;
};

/** A whole replica in memory that checks chains like a relay does. Every answer comes in the same tick. */
export const createMemoryReplica = (): MemoryReplica => {
  const logs = new Map<LogKey, Held[]>();
  const objects = new Map<string, SyncObject>();
  const storedListeners = new Set<(change: StoredChange) => void>();
  const objectListeners = new Set<(note: ObjectNote) => void>();

  const headOf = (log: LogKey): Head | undefined => logs.get(log)?.at(-1);
  const tell = (change: StoredChange): void => {
    for (const listener of storedListeners) listener(change);
  };

  const takeIn = (entry: ReceivedEntry): Refusal | undefined => {
    const held = logs.get(entry.log) ?? [];
    const { seq } = entry.header;
    const refuse = (code: Refusal['code'], sentence: string): Refusal => ({ log: entry.log, seq, code, sentence });
    const checked = checkWire(entry.wire, hash);
    if (!checked.ok) return refuse(refusalCodes.malformed, checked.error.sentence);
    const known = held[seq - 1];
    if (known)
      return equalBytes(known.hash, checked.value.hash) ? undefined : refuse(refusalCodes.fork, 'The log forked.');
    const end = held.at(-1) ?? emptyLogEnd;
    if (seq !== end.seq + 1) return refuse(refusalCodes.gap, 'Entries before it are missing.');
    if (!equalBytes(entry.header.prevHash, end.hash)) return refuse(refusalCodes.fork, 'The log forked.');
    logs.set(entry.log, [...held, { log: entry.log, seq, bytes: entry.bytes, hash: checked.value.hash }]);
    return undefined;
  };

  const put = (object: SyncObject) => {
    const key = toText(object.id);
    const before = objects.get(key);
    if (before && before.version >= object.version) return 'held' as const;
    objects.set(key, object);
    for (const listener of objectListeners) listener(object);
    return 'stored' as const;
  };

  const readNow = (wants: readonly Want[], limits: ReadLimits): readonly StoredEntry[] =>
    takeWithin(
      wants.flatMap(({ log, from, to }) => (logs.get(log) ?? []).slice(from - 1, to)),
      limits,
    );

  return {
    readNow,
    putNow: put,
    vector: () => new Map([...logs].flatMap(([key, held]) => (held.at(-1) ? [[key, held.at(-1) as Head]] : []))),
    read: readNow,
    ingest: (entries): IngestOutcome => {
      const before = new Map(entries.map(({ log }) => [log, headOf(log)?.seq ?? 0]));
      const refused = entries.map(takeIn).filter((refusal) => refusal !== undefined);
      const heads = new Map<LogKey, Head>();
      for (const log of before.keys()) {
        const head = headOf(log);
        if (head) heads.set(log, head);
      }
      const moved = new Map([...heads].filter(([log, head]) => head.seq > (before.get(log) ?? 0)));
      if (moved.size > 0) tell({ heads: moved, origin: 'received' });
      return { heads, refused };
    },
    objects: {
      list: () => [...objects.values()],
      wanted: (offered) => offered.filter((note) => (objects.get(toText(note.id))?.version ?? 0) < note.version),
      get: (id) => objects.get(toText(id)),
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
    append: (entry) => {
      logs.set(entry.log, [...(logs.get(entry.log) ?? []), entry]);
      tell({ heads: new Map([[entry.log, entry]]), origin: 'local' });
    },
    putLocal: put,
    entryAt: (log, seq) => logs.get(log)?.[seq - 1],
    objectOf: (id) => objects.get(toText(id)),
    fingerprint: () =>
      [...logs]
        .map(([key, held]) => `${key}:${held.length}:${toText(held.at(-1)?.hash ?? new Uint8Array())}`)
        .sort()
        .join('\n'),
    entryCount: () => [...logs.values()].reduce((sum, held) => sum + held.length, 0),
    fill: (log, entries) => {
      logs.set(log, [...entries]);
    },
    replace: (log, seq, hash, bytes) => {
      const held = logs.get(log)?.[seq - 1];
      if (held !== undefined && equalBytes(held.hash, hash)) logs.get(log)?.splice(seq - 1, 1, { ...held, bytes });
    },
    cut: (log, lastSeq) => {
      logs.set(log, (logs.get(log) ?? []).slice(0, lastSeq));
      tell({ heads: new Map([[log, headOf(log) ?? emptyLogEnd]]), origin: 'cut' });
    },
  };
};
