import {
  encodeWireEntry,
  isBranchVersion,
  isListVersion,
  readRedactionList,
  refusalCodes,
} from '#shared/sync/index.ts';
import type {
  Head,
  ObjectNote,
  PutOutcome,
  ReadLimits,
  ReceivedEntry,
  Redaction,
  Refusal,
  ReplicaPort,
  StoredChange,
  StoredEntry,
  SyncObject,
  Vector,
  Want,
  WireEntry,
} from '#shared/sync/index.ts';
import { fromText, toText } from '#shared/std/index.ts';
import { hash, verifyBytes } from '../crypto/index.ts';
import type { EntryRow, EntryTables, Holes, ObjectTable } from '../store/index.ts';

/** How the ledger takes entries from elsewhere: one durable transaction a call. */
export type TakeEntries = (entries: readonly ReceivedEntry[], via: string) => { readonly refused: readonly Refusal[] };

export interface ReplicaDeps {
  readonly entries: EntryTables;
  readonly holes: Holes;
  readonly objects: ObjectTable;
  readonly take: TakeEntries;
  /** Stores an object durably and lets the engine look at it; false when an equal or newer version is held. */
  readonly putObject: (object: SyncObject) => boolean;
  /** An entry as it travels. */
  readonly wire: (row: EntryRow) => WireEntry;
  /** Obeys redactions durably. */
  readonly takeRedactions: (list: readonly Redaction[]) => void;
  /** Entries of logs that forked, carried as objects (SPEC S33). */
  readonly branches: BranchObjects;
  readonly onStored: (listener: (change: StoredChange) => void) => () => void;
  readonly onObject: (listener: (note: ObjectNote) => void) => () => void;
}

export interface BranchObjects {
  readonly list: () => readonly ObjectNote[];
  readonly get: (id: Uint8Array) => SyncObject | undefined;
  readonly lacks: (note: ObjectNote) => boolean;
  /** Takes one durably. */
  readonly put: (object: SyncObject) => PutOutcome;
  readonly onNew: (listener: (note: ObjectNote) => void) => () => void;
}

const objectBudget = { count: 5_000, bytes: 64 * 1024 * 1024 };

/**
 * The profile's store as replication sees it. All logs of the team are offered, also those this device cannot read:
 * that is how a teammate's machine carries for others (DESIGN 5). `via` names the transport in the history.
 */
export const createReplica = (deps: ReplicaDeps, via: string): ReplicaPort => ({
  vector: createVector(deps),
  read: (wants, limits) => readEntries(deps, wants, limits),
  ingest: (received) => {
    const { refused } = deps.take(received, via);
    const heads = new Map<string, Head>();
    for (const { log } of received) {
      if (heads.has(log)) continue;
      const id = fromText(log);
      const row = id === undefined ? undefined : deps.entries.log(id);
      if (row !== undefined) heads.set(log, { seq: row.head_seq, hash: row.head_hash });
    }
    return { heads, refused };
  },
  objects: {
    list: () => [...deps.objects.list().map(({ id, version }) => ({ id, version })), ...deps.branches.list()],
    wanted: (offered) => {
      const { count, bytes } = deps.objects.usage();
      const full = count >= objectBudget.count || bytes >= objectBudget.bytes;
      // What others had erased is always heard of.
      return offered.filter((note) => {
        const { id, version } = note;
        if (isBranchVersion(version)) return deps.branches.lacks(note);
        return (!full || isListVersion(version)) && (deps.objects.get(id)?.version ?? 0) < version;
      });
    },
    get: (id) => deps.objects.get(id) ?? deps.branches.get(id),
    put: (object) => {
      if (isBranchVersion(object.version)) return deps.branches.put(object);
      if (isListVersion(object.version)) {
        const list = readRedactionList(object, hash, verifyBytes);
        if (list === undefined) return 'refused';
        // First obeyed, then kept: a list that is held is never asked for again.
        deps.takeRedactions(list);
      }
      return deps.putObject(object) ? 'stored' : 'held';
    },
  },
  onStored: deps.onStored,
  onObject: (listener) => {
    const stops = [deps.onObject(listener), deps.branches.onNew(listener)];
    return () => {
      for (const stop of stops) stop();
    };
  },
});

/**
 * What this device says it holds, asked for once a session. As if a log ended before what is missing (S56): whoever holds
 * the rest sends it. An entry that lacks its content only is asked for in every other session; in the others it is
 * offered as it is, so that what lies behind it gets on where nobody has that content any more.
 */
const createVector = ({ entries, holes }: Pick<ReplicaDeps, 'entries' | 'holes'>): (() => Vector) => {
  let offers = true;
  return () => {
    offers = !offers;
    const first = holes.first(({ log, seq }) => !offers || entries.at(log, seq) === undefined);
    return new Map(
      entries.logs().flatMap((row): [string, Head][] => {
        const log = toText(row.log);
        const hole = first.get(log);
        if (hole === undefined) return [[log, { seq: row.head_seq, hash: row.head_hash }]];
        const before = entries.at(row.log, hole - 1);
        return before === undefined ? [] : [[log, { seq: before.seq, hash: before.hash }]];
      }),
    );
  };
};

const readEntries = (
  deps: Pick<ReplicaDeps, 'entries' | 'wire'>,
  wants: readonly Want[],
  limits: ReadLimits,
): StoredEntry[] => {
  const { entries } = deps;
  const found: StoredEntry[] = [];
  let size = 0;
  for (const { log, from, to } of wants) {
    const id = fromText(log);
    if (id === undefined) continue;
    const room = limits.maxEntries - found.length;
    for (const row of entries.run(id, from, Math.min(room, to - from + 1))) {
      const bytes = encodeWireEntry(deps.wire(row));
      if (found.length > 0 && size + bytes.length > limits.maxBytes) return found;
      found.push({ log, seq: row.seq, bytes });
      size += bytes.length;
    }
    if (found.length >= limits.maxEntries) return found;
  }
  return found;
};

export const refusal = (entry: ReceivedEntry, code: keyof typeof refusalCodes, sentence: string): Refusal => ({
  log: entry.log,
  seq: entry.header.seq,
  code: refusalCodes[code],
  sentence,
});
