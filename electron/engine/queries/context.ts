import type { Audience, QueryResult, Role, SyncState } from '#shared/protocol/index.ts';
import type { Clock } from '#shared/std/index.ts';
import type { HolidayCalendar } from '../holidays/index.ts';
import type { Db } from '../store/index.ts';

/** One person of the team as the members graph has them now. */
export interface TeamMember {
  readonly personId: string;
  /** Name given at joining: what is shown until the person's own record arrives. */
  readonly name: string;
  readonly role: Role;
  readonly managerId: string | null;
  readonly state: 'provisional' | 'member' | 'removed';
}

export interface TeamInvitation {
  readonly id: string;
  /** Whom it is for; empty where nobody said. */
  readonly note: string;
  readonly role: Role;
  readonly createdAt: number;
  readonly expiresAt: number;
  readonly createdById: string | null;
  readonly state: 'open' | 'used' | 'revoked';
  readonly usedById: string | null;
}

/** What queries ask the members graph. */
export interface TeamView {
  readonly people: ReadonlyMap<string, TeamMember>;
  readonly invitations: readonly TeamInvitation[];
}

/** What is known about this profile besides its records. */
export interface ProfileView {
  readonly state: 'empty' | 'joining' | 'ready';
  /** While joining: what is waited for, as a sentence. */
  readonly joining: string | null;
  readonly sample: boolean;
  readonly version: string;
  readonly name: string;
  readonly path: string;
  readonly diskBytes: number;
}

export interface DeviceView {
  readonly id: string;
  readonly name: string;
  /** Short form of the device's key that two people can compare. */
  readonly fingerprint: string;
  readonly thisDevice: boolean;
  readonly addedAt: number;
  /** Where the private keys lie, as words: "system keychain", "key file". */
  readonly keysIn: string;
}

export interface ForkView {
  readonly logId: string;
  readonly personId: string | null;
  readonly sentence: string;
}

/** One entry of a record with what it changed, before labels and names are put to it. */
export interface RawHistoryEntry {
  readonly entryId: string;
  readonly personId: string | null;
  readonly deviceId: string;
  readonly deviceName: string;
  readonly claimedAt: number;
  readonly receivedAt: number;
  /** `local`, `relay <url>`, `lan <device id>` or the like. */
  readonly via: string;
  readonly state: 'applied' | 'waiting' | 'locked' | 'deferred' | 'quarantined' | 'erased';
  readonly reason: string | null;
  readonly verified: boolean;
  /** Of one's own entries: whether they can be undone, or why not. Null for others'. */
  readonly undo: { readonly refusal: string | null } | null;
  readonly changes: readonly { readonly path: string; readonly from: unknown; readonly to: unknown }[];
}

/**
 * All that queries read besides the tables. Everything that can change while the engine runs is a function, so that
 * handlers are made once and prepare their statements once.
 */
export interface QueryContext {
  readonly db: Db;
  readonly clock: Clock;
  /** Person id of this profile; null before a team is created or joined. */
  readonly me: () => string | null;
  readonly teamId: () => string | null;
  readonly profile: () => ProfileView;
  readonly team: () => TeamView;
  /** Devices of this profile's person. */
  readonly devices: () => readonly DeviceView[];
  readonly deviceList: () => QueryResult<'devices'>;
  readonly pairing: () => QueryResult<'pairing'>;
  readonly membership: () => QueryResult<'membership'>;
  /** Whose a device is, also one that was revoked. */
  readonly deviceOwner: (deviceId: string) => string | null;
  readonly forks: () => readonly ForkView[];
  /** Who can read a space. Answers for any id, also of a space that is not here. */
  readonly audienceOf: (spaceId: string) => Audience;
  /** Ids of the spaces that always exist, null before there is a team. */
  readonly ownSpaces: () => { readonly team: string; readonly self: string } | null;
  /** Id of the space that I share with one other person, whether anything lies in it or not. */
  readonly pairWith: (personId: string) => string | null;
  /** How this machine keeps keys and data: known outside of the profile, which may be locked. */
  readonly security: () => QueryResult<'security'>;
  /** Public holidays of places, as far as they are known yet. */
  readonly holidays: Pick<HolidayCalendar, 'of' | 'places'>;
  readonly sync: () => SyncState;
  readonly recovery: () => QueryResult<'recovery'>;
  /** All entries of a record, oldest first. */
  readonly history: (recordId: string) => readonly RawHistoryEntry[];
}
