import type {
  Head,
  LogKey,
  ObjectNote,
  PutOutcome,
  ReadLimits,
  StoredEntry,
  SyncObject,
  Want,
} from '#shared/sync/index.ts';

/** Number of a team inside one store. */
export type TeamId = number;

export interface StoredTeam {
  readonly root: Uint8Array;
  readonly id: TeamId;
  /** Bytes of all entries and objects, against the quota. */
  readonly bytes: number;
  readonly vector: ReadonlyMap<LogKey, Head>;
}

/** One checked entry on its way into the store. */
export interface EntryWrite {
  readonly team: TeamId;
  readonly log: LogKey;
  readonly seq: number;
  readonly hash: Uint8Array;
  readonly bytes: Uint8Array;
  /** Device key of the connection that handed it over (S53). */
  readonly device: Uint8Array;
}

export interface ReadResult {
  readonly entries: readonly StoredEntry[];
  /** First place whose stored bytes are damaged, if one was met (S56). */
  readonly damaged?: { readonly log: LogKey; readonly seq: number };
}

/**
 * Where a relay keeps what it was given. Synchronous: one process, one writer. Every method that writes is durable when
 * it returns. The contract test suite runs against each implementation.
 */
export interface RelayStore {
  /** The team, or undefined if it is not known and `create` is false. */
  readonly openTeam: (team: Uint8Array, create: boolean) => StoredTeam | undefined;
  /** Appends checked entries in order, all or none, for any number of teams. */
  readonly append: (entries: readonly EntryWrite[]) => void;
  /** Entries in order of the wants; stops at limits and before damaged bytes. */
  readonly read: (team: TeamId, wants: readonly Want[], limits: ReadLimits) => ReadResult;
  /** Entry hash at a place; undefined if nothing is there. */
  readonly hashAt: (team: TeamId, log: LogKey, seq: number) => Uint8Array | undefined;
  /** Forgets everything of a log after `lastSeq`; answers the head left. */
  readonly cut: (team: TeamId, log: LogKey, lastSeq: number) => Head | undefined;
  /** Puts other bytes in the place of an entry with this hash (an erased body, S58); what was there is overwritten. */
  readonly replace: (team: TeamId, log: LogKey, seq: number, hash: Uint8Array, bytes: Uint8Array) => void;
  /** Leaves no copy of replaced bytes behind in files of the store; large files owe some of that to the next `rest`. */
  readonly scrub: () => void;
  /** Nobody is connected: what takes long and would hold others up is done now. */
  readonly rest: () => void;
  readonly objects: (team: TeamId) => readonly ObjectNote[];
  readonly object: (team: TeamId, id: Uint8Array) => SyncObject | undefined;
  /** Contents of the objects under an id in any team, the newest first (S59). */
  readonly findObject: (id: Uint8Array, most: number) => readonly Uint8Array[];
  /** Keeps the higher version (S43). */
  readonly putObject: (team: TeamId, object: SyncObject) => PutOutcome;
  /** Whether a device was let in before, and remembers it. */
  readonly admit: (team: TeamId, device: Uint8Array) => void;
  readonly wasAdmitted: (team: TeamId, device: Uint8Array) => boolean;
  /** Binds an invitation to the first device that uses it; answers the device it is bound to. */
  readonly useInvite: (team: TeamId, invite: Uint8Array, device: Uint8Array) => Uint8Array;
  readonly revoke: (team: TeamId, key: Uint8Array, revocation: Uint8Array) => void;
  readonly isRevoked: (team: TeamId, key: Uint8Array) => boolean;
  readonly counts: () => { readonly teams: number; readonly bytes: number };
  readonly close: () => void;
}
