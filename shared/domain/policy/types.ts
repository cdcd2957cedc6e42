import type { Role } from '../../protocol/index.ts';
import type { RecordKey, RecordValue, Scalar, SpaceKind } from '../../schema/index.ts';

/** How a person stands in the team. A provisional member joined with a link and waits to be accepted. */
export type MemberState = 'provisional' | 'member' | 'removed';

/** The verified signer of an entry, as the members graph has them at the entry's membersHeads. */
export interface Signer {
  readonly personId: string;
  readonly role: Role;
  readonly state: MemberState;
}

/** What the rules ask the members graph, at the entry's membersHeads. */
export interface MembersPort {
  readonly person: (
    personId: string,
  ) => { readonly role: Role; readonly state: MemberState; readonly managerId: string | null } | undefined;
}

/** One operation of a change, as the document gate reads it. */
export interface OpView {
  readonly path: string;
  readonly action: 'set' | 'text';
  /** What was set. Absent or a piece of text for prose. */
  readonly value?: Scalar;
  /** The path had a value in the change's causal past. */
  readonly known: boolean;
}

/** Everything that a policy may look at: a function of the entry and its causal past, nothing else. */
export interface PolicyInput {
  readonly kind: string;
  /** Schema version that the entry states. */
  readonly schema: number;
  /** Record key as the entry's body carries it. */
  readonly key: Uint8Array;
  /** The space of the entry with its readers' person ids; `readers` is not looked at for `team`. */
  readonly space: { readonly kind: SpaceKind; readonly readers: readonly string[] };
  readonly signer: Signer;
  readonly ops: readonly OpView[];
  /** The document at the changes' dependencies; null when the entry begins the record. */
  readonly before: RecordValue | null;
  readonly members: MembersPort;
}

/** A policy's input, read and typed. */
export interface Situation<V> {
  readonly signer: Signer;
  readonly key: RecordKey;
  readonly space: PolicyInput['space'];
  readonly members: MembersPort;
  readonly ops: readonly OpView[];
  /** The entry begins the record. */
  readonly fresh: boolean;
  /** The record without the entry, defaults filled in. */
  readonly before: V;
  /** The record with the entry; prose as before. */
  readonly after: V;
}

/** Who may do something, and the sentence for everybody else. */
export interface Who<V> {
  readonly sentence: string;
  readonly is: (situation: Situation<V>, itemId: string) => boolean;
}

/** One row of a kind's table. */
export interface Rule<V> {
  /** `title`, `keyResults.*.target`, `keyResults.*` (all of an item) or `*` (all the rest). The first match holds. */
  readonly path: string;
  readonly who: Who<V>;
  /** Set for good: refused once the path has a value. */
  readonly once?: true;
  /** A sentence when this value may not be written, beyond the field's type and range. */
  readonly value?: (value: Scalar, situation: Situation<V>, itemId: string) => string | null;
}

/** The whole policy of one kind at one schema version. */
export interface KindPolicy<V> {
  readonly create: Who<V>;
  /** Set for kinds that nobody changes after they are written: the sentence that says so. */
  readonly frozen?: string;
  readonly rules: readonly Rule<V>[];
  /** A sentence when the entry as a whole breaks a rule that no single value shows. */
  readonly whole?: (situation: Situation<V>) => string | null;
}
