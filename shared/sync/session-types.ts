import type { Frame, Role } from './frames.ts';
import type { Hash } from './hashing.ts';
import type {
  ForkProof,
  Head,
  IngestOutcome,
  LogKey,
  ObjectNote,
  PutOutcome,
  ReadLimits,
  ReceivedEntry,
  Refusal,
  StoredChange,
  StoredEntry,
  SyncObject,
  Vector,
  Want,
} from './replica.ts';

export interface SessionConfig {
  /** Team root key, 32 bytes. */
  readonly team: Uint8Array;
  readonly role: Role;
  readonly hash: Hash;
  /** Batches taken in at once, 1 to 64. */
  readonly window?: number;
}

/** What happens to a session. Events after `closed` are ignored. */
export type SessionEvent =
  | { readonly type: 'opened'; readonly vector: Vector; readonly notes: readonly ObjectNote[] }
  | { readonly type: 'frame'; readonly bytes: Uint8Array }
  | { readonly type: 'stored'; readonly change: StoredChange }
  | { readonly type: 'read-done'; readonly entries: readonly StoredEntry[] }
  | {
      readonly type: 'header-read';
      readonly log: LogKey;
      readonly seq: number;
      readonly entry: StoredEntry | undefined;
    }
  | { readonly type: 'ingest-done'; readonly batch: number; readonly outcome: IngestOutcome }
  | { readonly type: 'objects-wanted'; readonly notes: readonly ObjectNote[] }
  | { readonly type: 'object-changed'; readonly note: ObjectNote }
  | {
      readonly type: 'object-read';
      readonly request: number;
      readonly object: SyncObject | undefined;
      readonly id: Uint8Array;
    }
  | { readonly type: 'object-put'; readonly request: number; readonly outcome: PutOutcome }
  | { readonly type: 'ask-object'; readonly token: number; readonly id: Uint8Array }
  | { readonly type: 'give-object'; readonly token: number; readonly object: SyncObject }
  | { readonly type: 'failed'; readonly sentence: string }
  | { readonly type: 'leave'; readonly sentence: string }
  | { readonly type: 'closed' };

/** What a session asks its host to do, in order. */
export type SessionAction =
  | { readonly type: 'send'; readonly frame: Frame }
  | { readonly type: 'read'; readonly wants: readonly Want[]; readonly limits: ReadLimits }
  | { readonly type: 'read-header'; readonly log: LogKey; readonly seq: number }
  | { readonly type: 'ingest'; readonly batch: number; readonly entries: readonly ReceivedEntry[] }
  | { readonly type: 'want-objects'; readonly notes: readonly ObjectNote[] }
  | { readonly type: 'store-object'; readonly object: SyncObject }
  | { readonly type: 'read-object'; readonly request: number; readonly id: Uint8Array }
  | { readonly type: 'put-object'; readonly request: number; readonly object: SyncObject }
  | { readonly type: 'object-answer'; readonly token: number; readonly object: SyncObject | undefined }
  | { readonly type: 'give-answer'; readonly token: number; readonly outcome: PutOutcome }
  | { readonly type: 'report'; readonly report: SessionReport }
  | { readonly type: 'close'; readonly code: ByeCode; readonly sentence: string };

/** Why a session ended (the code of BYE). */
export const byeCodes = { done: 0, protocol: 1, version: 2, team: 3, storage: 4, policy: 5 } as const;
export type ByeCode = (typeof byeCodes)[keyof typeof byeCodes];

/** What the host may want to tell its people. */
export type SessionReport =
  | { readonly type: 'peer'; readonly role: Role }
  /** Everything both sides may exchange has been exchanged and is durable on both (S26). Again after each later change. */
  | { readonly type: 'synced' }
  /** The peer said that it durably holds these heads (S28). The hash is absent where only a number is known. */
  | {
      readonly type: 'peer-holds';
      readonly heads: ReadonlyMap<LogKey, { readonly seq: number; readonly hash?: Uint8Array }>;
    }
  /** Entries of the peer that this side did not take. */
  | { readonly type: 'refused'; readonly refusals: readonly Refusal[] }
  /** Entries of this side that the peer did not take. */
  | { readonly type: 'rejected'; readonly log: LogKey; readonly seq: number; readonly code: number }
  | { readonly type: 'fork'; readonly proof: ForkProof }
  | { readonly type: 'bye'; readonly code: number; readonly sentence: string };

export interface SessionStatus {
  readonly phase: 'opening' | 'comparing' | 'settled' | 'closed';
  readonly synced: boolean;
  /** Entries this side holds and the peer lacks or has not acknowledged. */
  readonly toSend: number;
  /** Entries the peer says it holds and this side lacks. */
  readonly toReceive: number;
  /** Logs that do not move in this session. */
  readonly frozen: number;
}

export interface Session {
  /** Takes one event and answers what to do. No IO, no clock, no randomness: the same events give the same actions. */
  readonly step: (event: SessionEvent) => readonly SessionAction[];
  readonly status: () => SessionStatus;
  /** The head of each log that the peer is known to hold (S28). */
  readonly peerHolds: () => ReadonlyMap<LogKey, number>;
}

export type { Head };
