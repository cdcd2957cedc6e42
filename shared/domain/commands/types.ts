import type { RecordCommand } from './names.ts';
import type { CommandRequest, ProtocolError } from '../../protocol/index.ts';
import type { FieldEdit, RecordKind, RecordValue, SpaceKind } from '../../schema/index.ts';
import type { Result } from '../../std/index.ts';
import type { MembersPort, Signer } from '../policy/index.ts';
import type { LinkedMilestone } from '../progress/milestones.ts';
import type { PastEntry } from '../undo/index.ts';
import type { MilestoneRoles } from '../recognition/parts.ts';

/** Where a new record goes. The engine finds or makes the space. */
export type Place =
  | { readonly space: 'team' }
  | { readonly space: 'self' }
  /** The space of exactly these persons, me among them; sorted. */
  | { readonly space: 'named'; readonly readers: readonly string[]; readonly purpose: string }
  /** The space that this record lies in. */
  | { readonly space: 'of'; readonly recordId: string };

/** A record to begin. Its id is the hash of space, kind and key. */
export interface Creation {
  readonly act: 'create';
  readonly kind: RecordKind;
  readonly key: Uint8Array;
  readonly place: Place;
  readonly edits: readonly FieldEdit[];
}

/** A record to change, at the heads that its author saw; `base` null means the present heads. */
export interface Revision {
  readonly act: 'revise';
  readonly kind: RecordKind;
  readonly recordId: string;
  readonly base: readonly string[] | null;
  readonly edits: readonly FieldEdit[];
}

export type Write = Creation | Revision;

/** What a command comes to: entries to write, in order, all or none. No writes means that nothing changes. */
export interface Decision {
  readonly writes: readonly Write[];
  /** Which of the writes the command is named after; the first where nothing is said. */
  readonly subject?: number;
  /** Ids of items made inside records (key results, updates), in the order of the request; the cycle that goes on. */
  readonly itemIds: readonly string[];
  /** The record that the command asks for when it is there already, so that nothing has to be written. */
  readonly existingId: string | null;
}

/** A record as the rules see it. */
export interface KnownRecord {
  readonly id: string;
  readonly kind: RecordKind;
  readonly key: Uint8Array;
  readonly space: { readonly kind: SpaceKind; readonly readers: readonly string[] };
  readonly value: RecordValue;
  /** Sentence when entries of a newer version wait, so that the record may not be edited. */
  readonly readOnlyReason: string | null;
}

/** Everything that a decision depends on besides the request. */
export interface CommandContext {
  /** Milliseconds since the epoch, for what is stored as claimed time. */
  readonly now: number;
  /** 16 random bytes as text. */
  readonly newId: () => string;
  /** Digest of a text, as acceptances keep it (`acceptedSince`). */
  readonly digest: (text: string) => string;
  readonly me: Signer;
  readonly members: MembersPort;
  /** A record by id: as it is, or as it was at the given heads. Undefined when it, or the heads, are not here. */
  readonly record: (id: string, heads?: readonly string[]) => KnownRecord | undefined;
  /** A record by the natural key of its kind, in `team` or in `self`. */
  readonly natural: (space: 'team' | 'self', kind: RecordKind, key: Uint8Array) => KnownRecord | undefined;
  /** The same in the space that I share with one other person. */
  readonly inPair: (personId: string, kind: RecordKind, key: Uint8Array) => KnownRecord | undefined;
  /** The id that a record with this key has, or will have, in the team's space: so that one decision can link what it makes. */
  readonly idInTeam: (kind: RecordKind, key: Uint8Array) => string;
  /** All entries of a record with what they changed, oldest first. */
  readonly past: (recordId: string) => readonly PastEntry[];
  /** Paths of a record of which two versions stand beside each other. */
  readonly disputed: (recordId: string) => ReadonlySet<string>;
  /** The objective that holds a key result, by record id. */
  readonly objectiveOf: (keyResultId: string) => string | undefined;
  /** The objective of a cycle that goes on with this one. */
  readonly carriedTo: (objectiveId: string, cycleId: string) => string | undefined;
  /** Who stands where around a milestone. */
  readonly milestoneRoles: (milestoneId: string) => MilestoneRoles;
  /** The milestones that belong to a key result. */
  readonly milestonesOf: (keyResultId: string) => readonly (LinkedMilestone & { readonly id: string })[];
}

export type Decide<N extends RecordCommand> = (
  request: CommandRequest<N>,
  ctx: CommandContext,
) => Result<Decision, ProtocolError>;
