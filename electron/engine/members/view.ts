import { compareBytes, fromText, toText } from '#shared/std/index.ts';
import { mapKey } from '../crypto/index.ts';
import type { Pin, Role } from './acts.ts';
import { isBefore, replayOrder } from './graph.ts';
import { lowestClaim, managerOf } from './registers.ts';
import { rankNow, rankOf, roleOf } from './state.ts';
import type { PersonState, Refusal, State } from './state.ts';
import { successionNeeds, successionsIn } from './successions.ts';
import type { Succession } from './successions.ts';

/** A person of the team. Ids are text (base64url), keys are bytes. */
export interface Member {
  readonly personId: string;
  /** Name given at joining: what is shown until the person's own record arrives. */
  readonly name: string;
  readonly role: Role;
  /** Entry hash of the act that gave them this role: what an owner's replacement names. */
  readonly roleBy: Uint8Array;
  /** Null without a manager, and when that person is not in the team any more. */
  readonly managerId: string | null;
  readonly state: 'provisional' | 'member' | 'removed';
  /** Founding keys: the person's id is their hash, pair spaces come from the box key. */
  readonly founding: { readonly sign: Uint8Array; readonly box: Uint8Array };
  /** Where keys for this person are sealed to now, and its generation. */
  readonly box: Uint8Array;
  readonly generation: number;
  /** Entry hash of the act that announced `box`: what its author knew then says who cannot have it. */
  readonly boxBy: Uint8Array;
  readonly devices: readonly string[];
  /** Claimed time of joining, milliseconds since the epoch. */
  readonly joinedAt: number;
}

export interface MemberDevice {
  readonly deviceId: string;
  readonly personId: string;
  readonly label: string;
  readonly sign: Uint8Array;
  readonly box: Uint8Array;
  readonly transport: Uint8Array;
  readonly state: 'active' | 'revoked' | 'frozen';
  readonly addedAt: number;
}

export interface MemberInvitation {
  /** Text of the invite key. */
  readonly id: string;
  readonly invite: Uint8Array;
  readonly box: Uint8Array;
  readonly role: Role;
  readonly note: string;
  /** Whether an admin has to accept the newcomer by hand. */
  readonly approval: boolean;
  readonly createdAt: number;
  readonly expiresAt: number;
  readonly createdById: string | null;
  readonly state: 'open' | 'used' | 'revoked';
  readonly usedById: string | null;
  readonly grant: Uint8Array;
}

/** A newcomer who waits for an admin's device. */
export interface PendingJoin {
  /** Entry hash of the join: what an accept names. */
  readonly join: Uint8Array;
  readonly personId: string;
  readonly inviteId: string;
}

/**
 * An act that took authority away, with the cut its author stated. Every standing change of a role is among them:
 * whether one is a demotion depends on the role that an entry's author had.
 */
export interface MemberReduction {
  /** Entry hash of the act. */
  readonly hash: Uint8Array;
  readonly kind: 'remove' | 'device-revoke' | 'set-role' | 'succeed';
  /** Person, or device where a device was revoked. */
  readonly target: Uint8Array;
  /** What is left to the target; null where nothing is. */
  readonly role: Role | null;
  readonly cut: readonly Pin[];
  readonly byId: string;
  readonly byDeviceId: string;
  /** Claimed time of the act, milliseconds since the epoch; display only. */
  readonly at: number;
}

export interface MemberRotation {
  readonly hash: Uint8Array;
  readonly spaceId: Uint8Array;
  readonly epochId: Uint8Array;
  /** Empty where the act only states a cut anew. */
  readonly supersedes: readonly Uint8Array[];
  /** The reduction because of which it was made. */
  readonly cause: Uint8Array | null;
  readonly cut: readonly Pin[];
  readonly byId: string;
  readonly byDeviceId: string;
  /** Whether its author was an admin or owner when writing it, and whether they had been accepted at all. */
  readonly byAdmin: boolean;
  readonly byNewcomer: boolean;
  /** Whether its author had not rotated this space for the same reason before. */
  readonly first: boolean;
  /** Whether its author knew of a standing reduction, by the hash of the act. */
  readonly knew: (reduction: Uint8Array) => boolean;
}

/** The team as a set of acts has it. */
export interface Members {
  /** By person id, in the order of joining. Removed people stay listed. */
  readonly people: ReadonlyMap<string, Member>;
  /** By device id. */
  readonly devices: ReadonlyMap<string, MemberDevice>;
  /** Newest last. */
  readonly invitations: readonly MemberInvitation[];
  readonly pending: readonly PendingJoin[];
  readonly person: (personId: string) => Member | undefined;
  /** Whose a device is, also one that was revoked. */
  readonly personOfDevice: (deviceId: string) => string | undefined;
  /** Why an act has no effect; undefined for acts that stand. */
  readonly refusal: (hash: Uint8Array) => Refusal | undefined;
  readonly reductions: readonly MemberReduction[];
  readonly rotations: readonly MemberRotation[];
  /** Whether a rotation because of a standing reduction has put this epoch out of use for new entries. */
  readonly isSuperseded: (epochId: Uint8Array) => boolean;
  /** Replacements of present owners with the signatures that still count. */
  readonly successions: readonly Succession[];
  /** How many admins have to sign one: more than half of them. */
  readonly successionNeeds: number;
  readonly redactions: readonly Pin[];
  readonly grants: readonly Uint8Array[];
}

/** Manager links that concurrent acts closed into a circle: the one made by the highest hash in it gives way. */
const withoutCircles = (persons: readonly PersonState[]): ReadonlyMap<string, Uint8Array> => {
  const managers = new Map<string, Uint8Array>();
  const byHash = (a: PersonState, b: PersonState): number =>
    compareBytes(lowestClaim(a.managers)?.by.signed.hash ?? a.id, lowestClaim(b.managers)?.by.signed.hash ?? b.id);
  for (const person of [...persons].sort(byHash)) {
    const manager = managerOf(person);
    if (manager === null) continue;
    let above: Uint8Array | undefined = manager;
    while (above !== undefined && mapKey(above) !== mapKey(person.id)) above = managers.get(mapKey(above));
    if (above === undefined) managers.set(mapKey(person.id), manager);
  }
  return managers;
};

const once = <T>(make: () => T): (() => T) => {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
};

const inJoinOrder = (state: State): readonly PersonState[] =>
  [...state.persons.values()].sort((a, b) => replayOrder(a.join, b.join));

const devicesIn = (state: State): ReadonlyMap<string, MemberDevice> => {
  const devices = new Map<string, MemberDevice>();
  for (const one of [...state.devices.values()].sort((a, b) => replayOrder(a.added, b.added))) {
    const whose = state.persons.get(one.personKey);
    if (whose === undefined) continue;
    const deviceId = toText(one.device.sign);
    devices.set(deviceId, {
      ...one.device,
      deviceId,
      personId: toText(whose.id),
      label: one.label,
      state: whose.removed && one.state === 'active' ? 'revoked' : one.state,
      addedAt: one.added.signed.time,
    });
  }
  return devices;
};

const peopleIn = (state: State, devices: ReadonlyMap<string, MemberDevice>): ReadonlyMap<string, Member> => {
  const persons = inJoinOrder(state);
  const managers = withoutCircles(persons.filter((person) => !person.removed));
  const devicesOf = new Map<string, string[]>();
  for (const { personId, deviceId } of devices.values())
    devicesOf.set(personId, [...(devicesOf.get(personId) ?? []), deviceId]);
  const people = new Map<string, Member>();
  for (const person of persons) {
    const personId = toText(person.id);
    const manager = managers.get(mapKey(person.id));
    const managing = manager === undefined ? undefined : state.persons.get(mapKey(manager));
    const claim = lowestClaim(person.boxes);
    const box = claim?.value;
    people.set(personId, {
      personId,
      name: person.name,
      role: roleOf(person),
      roleBy: (person.roles.find((one) => one.value === roleOf(person))?.by ?? person.join).signed.hash,
      managerId: managing !== undefined && rankNow(managing) >= 0 ? toText(managing.id) : null,
      state: person.removed ? 'removed' : person.state,
      founding: person.founding,
      box: box?.box ?? person.founding.box,
      generation: box?.generation ?? 0,
      boxBy: (claim?.by ?? person.join).signed.hash,
      devices: devicesOf.get(personId) ?? [],
      joinedAt: person.join.signed.time,
    });
  }
  return people;
};

const invitationsIn = (state: State): readonly MemberInvitation[] => {
  const byJoin = new Map([...state.persons.values()].map((person) => [person.join, person]));
  return [...state.invites.values()]
    .sort((a, b) => replayOrder(a.by, b.by))
    .map((one): MemberInvitation => {
      const creator = state.persons.get(one.creatorKey);
      const user = one.used === null ? undefined : byJoin.get(one.used);
      return {
        id: toText(one.invite),
        invite: one.invite,
        box: one.box,
        role: one.role,
        note: one.note,
        approval: one.approval,
        createdAt: one.by.signed.time,
        expiresAt: one.expiresAt,
        createdById: creator === undefined ? null : toText(creator.id),
        state: one.revoked ? 'revoked' : one.used === null ? 'open' : 'used',
        usedById: user === undefined ? null : toText(user.id),
        grant: one.grant,
      };
    });
};

const pendingIn = (state: State): readonly PendingJoin[] =>
  inJoinOrder(state).flatMap((person): readonly PendingJoin[] => {
    if (person.removed || person.state !== 'provisional' || person.inviteKey === null) return [];
    const invite = state.invites.get(person.inviteKey);
    if (invite === undefined) return [];
    return [{ join: person.join.signed.hash, personId: toText(person.id), inviteId: toText(invite.invite) }];
  });

const idIn = (state: State, personKey: string): string => {
  const person = state.persons.get(personKey);
  return person === undefined ? '' : toText(person.id);
};

const reductionsIn = (state: State): readonly MemberReduction[] =>
  state.reductions.map(({ by, authorKey, kind, target, role, cut }) => ({
    hash: by.signed.hash,
    kind,
    target,
    role,
    cut,
    byId: idIn(state, authorKey),
    byDeviceId: toText(by.signed.deviceId),
    at: by.signed.time,
  }));

const rotationsIn = (state: State): readonly MemberRotation[] => {
  const reasonOf = ({ authorKey, spaceId, cause }: (typeof state.rotations)[number]): string =>
    [authorKey, mapKey(spaceId), cause === null ? '' : mapKey(cause)].join('/');
  const alike = Map.groupBy(state.rotations, reasonOf);
  const reductions = new Map(state.reductions.map((one) => [one.by.key, one.by]));
  return state.rotations.map((one) => {
    const { by, authorKey, spaceId, epochId, supersedes, cause, cut, rank } = one;
    return {
      hash: by.signed.hash,
      spaceId,
      epochId,
      supersedes,
      cause,
      cut,
      byId: idIn(state, authorKey),
      byDeviceId: toText(by.signed.deviceId),
      byAdmin: rank >= rankOf('admin'),
      byNewcomer: rank < 0,
      first: !(alike.get(reasonOf(one)) ?? []).some((other) => isBefore(other.by, by)),
      knew: (hash) => {
        const reduction = reductions.get(mapKey(hash));
        return reduction !== undefined && isBefore(reduction, by);
      },
    };
  });
};

/** A state as others read it. Each part is put together when it is first asked for. */
export const viewOf = (state: State): Members => {
  const devices = once(() => devicesIn(state));
  const people = once(() => peopleIn(state, devices()));
  const invitations = once(() => invitationsIn(state));
  const pending = once(() => pendingIn(state));
  const reductions = once(() => reductionsIn(state));
  const rotations = once(() => rotationsIn(state));
  const successions = once(() => successionsIn(state));
  const superseded = once(() => {
    const causes = new Set(state.reductions.map(({ by }) => by.key));
    const because = state.rotations.filter(({ cause }) => cause !== null && causes.has(mapKey(cause)));
    return new Set(because.flatMap(({ supersedes }) => supersedes.map(mapKey)));
  });
  return {
    get people() {
      return people();
    },
    get devices() {
      return devices();
    },
    get invitations() {
      return invitations();
    },
    get pending() {
      return pending();
    },
    person: (personId) => people().get(personId),
    personOfDevice: (deviceId) => {
      const id = fromText(deviceId);
      const device = id === undefined ? undefined : state.devices.get(mapKey(id));
      const person = device === undefined ? undefined : state.persons.get(device.personKey);
      return person === undefined ? undefined : toText(person.id);
    },
    refusal: (hash) => state.refused.get(mapKey(hash)),
    get reductions() {
      return reductions();
    },
    get rotations() {
      return rotations();
    },
    isSuperseded: (epochId) => superseded().has(mapKey(epochId)),
    get successions() {
      return successions();
    },
    get successionNeeds() {
      return successionNeeds(state);
    },
    redactions: state.redactions,
    grants: state.grants,
  };
};
