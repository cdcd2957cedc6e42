/** What a person may be in a team, weakest first. Manager is a relation between people, not a role. */
export const roles = ['guest', 'member', 'admin', 'owner'] as const;
export type Role = (typeof roles)[number];

/** The founding public keys of a person; their hash is the person's id. */
export interface PersonPublic {
  readonly sign: Uint8Array;
  readonly box: Uint8Array;
}

/** The public keys of a device; the signing key is its id. */
export interface DevicePublic {
  readonly sign: Uint8Array;
  readonly box: Uint8Array;
  readonly transport: Uint8Array;
}

/** One entry of one log, pinned: what cuts, checkpoints and redactions list. */
export interface Pin {
  readonly logId: Uint8Array;
  readonly seq: number;
  readonly hash: Uint8Array;
}

/** The team begins. Signed by the team root over person and device, and by the person over the device. */
export interface CreateAct {
  readonly kind: 'create';
  readonly person: PersonPublic;
  readonly device: DevicePublic;
  readonly name: string;
  readonly rootSignature: Uint8Array;
  readonly personSignature: Uint8Array;
}

export interface InviteAct {
  readonly kind: 'invite';
  /** Signing and receiving key derived from the link's secret. */
  readonly invite: Uint8Array;
  readonly box: Uint8Array;
  readonly role: Role;
  /** Claimed milliseconds since the epoch. Advisory: the resolver reads no clock. */
  readonly expiresAt: number;
  /** The signed grant with which relays admit the invitation's one device. */
  readonly grant: Uint8Array;
  readonly note: string;
  /** Whether an admin has to accept the newcomer by hand; otherwise an admin's device does by itself. */
  readonly approval: boolean;
}

export interface RevokeInviteAct {
  readonly kind: 'revoke-invite';
  readonly invite: Uint8Array;
}

/** The newcomer's first entry. The invite key signs for team, person and device; the person key for the device. */
export interface JoinAct {
  readonly kind: 'join';
  readonly invite: Uint8Array;
  readonly person: PersonPublic;
  readonly device: DevicePublic;
  readonly name: string;
  readonly inviteSignature: Uint8Array;
  readonly personSignature: Uint8Array;
}

/** An admin's device confirms a join, named by its entry hash. */
export interface AcceptAct {
  readonly kind: 'accept';
  readonly join: Uint8Array;
}

export interface SetRoleAct {
  readonly kind: 'set-role';
  readonly personId: Uint8Array;
  readonly role: Role;
  readonly cut: readonly Pin[];
}

export interface SetManagerAct {
  readonly kind: 'set-manager';
  readonly personId: Uint8Array;
  readonly managerId: Uint8Array | null;
}

/** Label of a device whose secret is a recovery phrase: senior to the device that added it (M3). */
export const recoveryLabel = 'Recovery phrase';

/** A further device of the issuer's person, which proves with its own signature that it wants to be. */
export interface DeviceAddAct {
  readonly kind: 'device-add';
  readonly device: DevicePublic;
  readonly label: string;
  readonly deviceSignature: Uint8Array;
  /** Generations of the person key, sealed to the new device. */
  readonly sealed: readonly Uint8Array[];
}

export interface DeviceRevokeAct {
  readonly kind: 'device-revoke';
  readonly deviceId: Uint8Array;
  readonly cut: readonly Pin[];
}

export interface RemoveAct {
  readonly kind: 'remove';
  readonly personId: Uint8Array;
  readonly cut: readonly Pin[];
}

/** A space got a new epoch, because of the named removal or revocation, and what counts of the old one. */
export interface RotateAct {
  readonly kind: 'rotate';
  readonly spaceId: Uint8Array;
  readonly epochId: Uint8Array;
  readonly supersedes: readonly Uint8Array[];
  readonly cause: Uint8Array | null;
  readonly cut: readonly Pin[];
}

/** The owner pins members chains: a second entry at a pinned place is refused from then on. */
export interface CheckpointAct {
  readonly kind: 'checkpoint';
  readonly pins: readonly Pin[];
}

/** Sealed keys of spaces. Names neither space nor recipient. */
export interface OfferAct {
  readonly kind: 'offer';
  readonly sealed: readonly Uint8Array[];
}

/** A reader lacks the keys of these epochs, which rotations announced: whoever holds one offers it to them. */
export interface AskAct {
  readonly kind: 'ask';
  readonly epochs: readonly Uint8Array[];
}

/** Team records whose bodies are to be erased. */
export interface RedactAct {
  readonly kind: 'redact';
  readonly pins: readonly Pin[];
}

/** Admins replace an owner who is lost. `since` is the act that made them owner, so signatures cannot be used twice. */
export interface SucceedAct {
  readonly kind: 'succeed';
  readonly personId: Uint8Array;
  readonly replacedId: Uint8Array;
  readonly since: Uint8Array;
  readonly cut: readonly Pin[];
  readonly cosigns: readonly Cosign[];
}

/** One admin's part in an owner's replacement: lies in the graph until more than half of the admins have signed. */
export interface CosignAct {
  readonly kind: 'cosign';
  readonly personId: Uint8Array;
  readonly replacedId: Uint8Array;
  readonly since: Uint8Array;
  readonly signature: Uint8Array;
}

export interface Cosign {
  readonly deviceId: Uint8Array;
  readonly signature: Uint8Array;
}

/** Relay grants for others, by a device that may grant. */
export interface GrantAct {
  readonly kind: 'grant';
  readonly grants: readonly Uint8Array[];
}

/** A new generation of the issuer's receiving key, sealed to the person's devices. */
export interface PersonKeyAct {
  readonly kind: 'person-key';
  readonly generation: number;
  readonly box: Uint8Array;
  readonly sealed: readonly Uint8Array[];
}

/** Proof that a log forked: two signed headers for one place. */
export interface ForkAct {
  readonly kind: 'fork';
  readonly headerA: Uint8Array;
  readonly signatureA: Uint8Array;
  readonly headerB: Uint8Array;
  readonly signatureB: Uint8Array;
}

/** The same of a log in `team`, with the certificate that says whose log it is: the device is not believed any more. */
export interface DeviceForkAct extends Omit<ForkAct, 'kind'> {
  readonly kind: 'device-fork';
  readonly certificate: Uint8Array;
}

/** An act this build cannot read. It keeps its place in the graph, because others build on it, and does nothing. */
export interface UnreadableAct {
  readonly kind: 'unreadable';
  readonly code: 'act-newer' | 'act-malformed';
  readonly sentence: string;
}

/** One act on membership, as its author wrote it. */
export type WrittenAct =
  | CreateAct
  | InviteAct
  | RevokeInviteAct
  | JoinAct
  | AcceptAct
  | SetRoleAct
  | SetManagerAct
  | DeviceAddAct
  | DeviceRevokeAct
  | RemoveAct
  | RotateAct
  | CheckpointAct
  | OfferAct
  | AskAct
  | RedactAct
  | CosignAct
  | SucceedAct
  | GrantAct
  | PersonKeyAct
  | ForkAct
  | DeviceForkAct;

export type Act = WrittenAct | UnreadableAct;
export type ActKind = WrittenAct['kind'];

/** An act with what its entry proves about it. Signature, chain and certificate were checked before. */
export interface SignedAct {
  /** Entry hash: the act's name. */
  readonly hash: Uint8Array;
  readonly logId: Uint8Array;
  readonly seq: number;
  /** Entry hash of the entry before it in its log; zeros at seq 1. */
  readonly prevHash: Uint8Array;
  /** The device that certified the log. */
  readonly deviceId: Uint8Array;
  /** The frontier of the members space its author knew. */
  readonly heads: readonly Uint8Array[];
  /** Claimed milliseconds since the epoch; display only. */
  readonly time: number;
  readonly act: Act;
}
