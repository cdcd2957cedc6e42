import type { Conflict } from '#shared/protocol/index.ts';
import type { RecordValue } from '#shared/schema/index.ts';

/** Who wrote something, proven by the signature of the entry that carried it. */
export interface Authorship {
  readonly personId: string | null;
  /** Milliseconds since the epoch, as the writing device claimed. */
  readonly at: number;
  readonly entryId: string;
}

/** One record as all its applied entries add up to: the only input of its read models. */
export interface RecordSnapshot {
  readonly id: string;
  readonly spaceId: string;
  readonly kind: string;
  /** The record key from the entries' bodies: a person's record states only there whose it is. */
  readonly key: Uint8Array;
  readonly schema: number;
  readonly value: RecordValue;
  readonly heads: readonly string[];
  readonly conflicts: readonly Conflict[];
  readonly createdById: string | null;
  readonly createdAt: number;
  readonly updatedAt: number;
  /** Sentence why the record shows but cannot be edited; null when it can. */
  readonly readOnlyReason: string | null;
  /** Signer of the first write to a path; `updates.<id>` asks for the item as a whole. */
  readonly authorOf: (path: string) => Authorship | undefined;
}
