import type { DevicePublic, Pin, Role } from './acts.ts';
import { roles } from './acts.ts';
import type { Node } from './graph.ts';

/** One side of a field that may have been set concurrently. */
export interface Claim<T> {
  readonly value: T;
  readonly by: Node;
}

export interface PersonState {
  readonly id: Uint8Array;
  readonly name: string;
  readonly founding: { readonly sign: Uint8Array; readonly box: Uint8Array };
  readonly join: Node;
  /** Key of the invitation they came with; null for the founder. */
  readonly inviteKey: string | null;
  readonly state: 'provisional' | 'member';
  /** Removed, left, or never accepted before the invitation was revoked or used by somebody else. */
  readonly removed: boolean;
  /** What is not overruled by a later act. Usually one; several after concurrent acts. */
  readonly roles: readonly Claim<Role>[];
  readonly managers: readonly Claim<Uint8Array | null>[];
  readonly boxes: readonly Claim<{ readonly generation: number; readonly box: Uint8Array }>[];
}

export interface DeviceState {
  readonly device: DevicePublic;
  readonly personKey: string;
  readonly label: string;
  readonly added: Node;
  readonly state: 'active' | 'revoked' | 'frozen';
}

export interface InviteState {
  readonly invite: Uint8Array;
  readonly box: Uint8Array;
  readonly role: Role;
  readonly expiresAt: number;
  readonly note: string;
  readonly approval: boolean;
  readonly grant: Uint8Array;
  readonly by: Node;
  readonly creatorKey: string;
  readonly revoked: boolean;
  /** The join that was accepted. */
  readonly used: Node | null;
}

/**
 * Authority that was taken away, and up to where the work of those it was taken from counts. Every standing change of a
 * role is here: which of several concurrent ones takes authority away depends on what their authors knew.
 */
export interface Reduction {
  readonly by: Node;
  /** Map key of who wrote it. */
  readonly authorKey: string;
  readonly kind: 'remove' | 'device-revoke' | 'set-role' | 'succeed';
  readonly target: Uint8Array;
  /** What is left to the target; null where nothing is. */
  readonly role: Role | null;
  readonly cut: readonly Pin[];
}

/** One admin's signature under an owner's replacement. */
export interface CosignState {
  readonly by: Node;
  readonly authorKey: string;
  readonly personId: Uint8Array;
  readonly replacedId: Uint8Array;
  readonly since: Uint8Array;
  readonly signature: Uint8Array;
}

export interface RotationState {
  readonly by: Node;
  /** Map key of who wrote it, and their rank then; -1 for newcomers who were not accepted yet. */
  readonly authorKey: string;
  readonly rank: number;
  /** The reduction because of which the space got a new epoch. */
  readonly cause: Uint8Array | null;
  readonly spaceId: Uint8Array;
  readonly epochId: Uint8Array;
  readonly supersedes: readonly Uint8Array[];
  readonly cut: readonly Pin[];
}

export type RefusalCode =
  | 'act-newer'
  | 'act-malformed'
  | 'act-bad-proof'
  | 'act-not-a-member'
  | 'act-not-allowed'
  | 'act-unknown-target'
  | 'act-repeated'
  | 'act-overruled'
  | 'act-forked'
  | 'invitation-invalid'
  | 'invitation-used'
  | 'invitation-revoked';

/** Why an act has no effect. */
export interface Refusal {
  readonly code: RefusalCode;
  readonly sentence: string;
}

/** What a set of acts amounts to. Objects inside the maps are never changed, only replaced. */
export interface State {
  readonly founded: boolean;
  readonly persons: ReadonlyMap<string, PersonState>;
  readonly devices: ReadonlyMap<string, DeviceState>;
  readonly invites: ReadonlyMap<string, InviteState>;
  readonly refused: ReadonlyMap<string, Refusal>;
  readonly reductions: readonly Reduction[];
  readonly rotations: readonly RotationState[];
  readonly cosigns: readonly CosignState[];
  readonly grants: readonly Uint8Array[];
  readonly redactions: readonly Pin[];
}

export interface Draft {
  founded: boolean;
  persons: Map<string, PersonState>;
  devices: Map<string, DeviceState>;
  invites: Map<string, InviteState>;
  refused: Map<string, Refusal>;
  reductions: Reduction[];
  rotations: RotationState[];
  cosigns: CosignState[];
  grants: Uint8Array[];
  redactions: Pin[];
}

export const emptyState: State = {
  founded: false,
  persons: new Map(),
  devices: new Map(),
  invites: new Map(),
  refused: new Map(),
  reductions: [],
  rotations: [],
  cosigns: [],
  grants: [],
  redactions: [],
};

export const draftOf = (state: State): Draft => ({
  founded: state.founded,
  persons: new Map(state.persons),
  devices: new Map(state.devices),
  invites: new Map(state.invites),
  refused: new Map(state.refused),
  reductions: [...state.reductions],
  rotations: [...state.rotations],
  cosigns: [...state.cosigns],
  grants: [...state.grants],
  redactions: [...state.redactions],
});

export const rankOf = (role: Role): number => roles.indexOf(role);

/** Of concurrent roles the weakest counts: taking away authority never loses against granting it. */
export const roleOf = (person: PersonState): Role =>
  person.roles.reduce<Role>((low, claim) => (rankOf(claim.value) < rankOf(low) ? claim.value : low), 'owner');

/** The authority a person was given and that nobody lowered, whether or not they were removed; -1 before acceptance. */
export const rankGiven = (person: PersonState): number => (person.state === 'member' ? rankOf(roleOf(person)) : -1);

/** The authority a person has now: provisional and removed people have none. */
export const rankNow = (person: PersonState): number => (person.removed ? -1 : rankGiven(person));
