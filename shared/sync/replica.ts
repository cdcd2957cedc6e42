import type { Header, WireEntry } from './header.ts';

/** A log id as text (base64url of its 32 bytes): the key of every map of logs. */
export type LogKey = string;

export interface Head {
  /** Number of the last entry, 1 for the first. */
  readonly seq: number;
  /** Its entry hash, 32 bytes. */
  readonly hash: Uint8Array;
}

export type Vector = ReadonlyMap<LogKey, Head>;

/** Why a replica or peer does not take an entry (SPEC "Refusal codes"). */
export const refusalCodes = {
  malformed: 1,
  gap: 2,
  fork: 3,
  signature: 4,
  tooLarge: 5,
  quota: 6,
  unwanted: 7,
  other: 8,
} as const;
export type RefusalCode = (typeof refusalCodes)[keyof typeof refusalCodes];

/** A part of one log that a session wants to send: entries from..to, both included. */
export interface Want {
  readonly log: LogKey;
  readonly from: number;
  readonly to: number;
}

export interface ReadLimits {
  readonly maxEntries: number;
  /** Stop before exceeding this many bytes, except for a first entry that alone is larger. */
  readonly maxBytes: number;
}

/** An entry as stored: its wire bytes and where it belongs. */
export interface StoredEntry {
  readonly log: LogKey;
  readonly seq: number;
  readonly bytes: Uint8Array;
}

/** An entry as it came in: decoded once, checked for shape only. */
export interface ReceivedEntry {
  readonly log: LogKey;
  readonly header: Header;
  readonly wire: WireEntry;
  readonly bytes: Uint8Array;
}

export interface Refusal {
  readonly log: LogKey;
  readonly seq: number;
  readonly code: RefusalCode;
  readonly sentence: string;
}

export interface IngestOutcome {
  /** For every log of the batch: the head that is durable now; absent if nothing of the log is held. */
  readonly heads: ReadonlyMap<LogKey, Head>;
  readonly refused: readonly Refusal[];
}

/** Header bytes and signature of one held entry: one half of a fork proof. */
export interface SignedHeader {
  readonly header: Uint8Array;
  readonly signature: Uint8Array;
}

/** Two entries of one log at one seq, both as their author signed them. Signatures are not checked yet. */
export interface ForkProof {
  readonly log: LogKey;
  readonly seq: number;
  readonly mine: SignedHeader;
  readonly theirs: SignedHeader;
}

export interface ObjectNote {
  /** 32 bytes. */
  readonly id: Uint8Array;
  /** Higher wins; 1 or more. */
  readonly version: number;
}

export interface SyncObject extends ObjectNote {
  /** Null: deleted. */
  readonly bytes: Uint8Array | null;
}

export type PutOutcome = 'stored' | 'held' | 'refused';

/** The small deletable objects that lie beside the logs. */
export interface ObjectPort {
  readonly list: () => Awaitable<readonly ObjectNote[]>;
  /** Which of these this side lacks, holds older, and wants. */
  readonly wanted: (offered: readonly ObjectNote[]) => Awaitable<readonly ObjectNote[]>;
  readonly get: (id: Uint8Array) => Awaitable<SyncObject | undefined>;
  /** Durable when it answers. Must keep the higher version. */
  readonly put: (object: SyncObject) => Awaitable<PutOutcome>;
}

export type Awaitable<T> = T | Promise<T>;

/**
 * Heads that moved. `local`: this device wrote it (pushed); `received`: from anywhere else (announced, S25);
 * `cut`: the log lost its end, because stored bytes turned out to be damaged (S56).
 */
export interface StoredChange {
  readonly heads: ReadonlyMap<LogKey, Head>;
  readonly origin: 'local' | 'received' | 'cut';
}

/**
 * What a host gives a session: its durable store. All answers describe durable state only. `ingest` calls are
 * processed in the order of the calls. A rejected promise or a throw ends the session with a sentence (S27).
 */
export interface ReplicaPort {
  readonly vector: () => Awaitable<Vector>;
  /** A prefix of the wanted entries in the order wanted; a log may end early where an entry is not to be had. */
  readonly read: (wants: readonly Want[], limits: ReadLimits) => Awaitable<readonly StoredEntry[]>;
  readonly ingest: (entries: readonly ReceivedEntry[]) => Awaitable<IngestOutcome>;
  readonly objects: ObjectPort;
  /** Calls back after every commit that moved a head, whoever caused it. Returns how to stop. */
  readonly onStored: (listener: (change: StoredChange) => void) => () => void;
  /** Calls back after an object changed. */
  readonly onObject: (listener: (note: ObjectNote) => void) => () => void;
}
