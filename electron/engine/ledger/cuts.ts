import { fromText, toText } from '#shared/std/index.ts';
import type { MemberReduction, MemberRotation, Members, Pin, Role } from '../members/index.ts';
import { roles } from '../members/index.ts';
import { rotatedSpace } from './rotated-space.ts';
import type { Space } from './spaces.ts';

/** Where an entry stands, as far as cuts ask. */
export interface EntryPlace {
  readonly personId: string;
  readonly deviceId: string;
  /** Text of the log's id. */
  readonly log: string;
  readonly seq: number;
  readonly space: Pick<Space, 'id' | 'kind' | 'readers'>;
}

/** What one person or device lost, with everything that was said about how much of their work counts. */
export interface Loss {
  /** `joining`: the joining or the adding of the device itself does not stand. */
  readonly kind: 'removal' | 'device' | 'role' | 'joining';
  readonly personId: string;
  readonly deviceId: string | null;
  /** What is left; null for nothing. */
  readonly role: Role | null;
  /** Hashes of the acts that took it. */
  readonly acts: readonly string[];
  readonly statements: readonly Statement[];
}

/** One author's word on where the logs of the target end. */
interface Statement {
  readonly byId: string;
  /** Whether it speaks of a space, by the text of its id: an act that takes something away of all its author reads. */
  readonly isAbout: (spaceId: string) => boolean;
  readonly pins: ReadonlyMap<string, number>;
  /** Whether it counts where everybody reads. */
  readonly everywhere: boolean;
}

/** The cuts of a team as a set of acts has them. */
export interface Cuts {
  /** True when nobody ever lost anything: then nothing needs to be asked. */
  readonly quiet: boolean;
  /** Losses of the author or the device, wherever their cuts are. */
  readonly of: (personId: string | undefined, deviceId: string) => readonly Loss[];
  /** Losses beyond whose cut an entry lies (C2, C3, C5). What its author knew is for the caller to ask: `hadStill`. */
  readonly beyond: (place: EntryPlace) => readonly Loss[];
  /** The last place of a log that counts under one loss; Infinity where nobody said anything about its space. */
  readonly end: (loss: Loss, place: Pick<EntryPlace, 'log' | 'space'>) => number;
}

const rank = (role: Role): number => roles.indexOf(role);

/** Whether, in a view of the team, the target still had what the loss took away (C4). */
export const hadStill = (loss: Loss, view: Members): boolean => {
  const person = view.person(loss.personId);
  if (person === undefined || person.state === 'removed') return false;
  if (loss.role !== null) return rank(person.role) > rank(loss.role);
  if (loss.deviceId === null) return true;
  const device = view.devices.get(loss.deviceId);
  return device !== undefined && device.state !== 'revoked';
};

/**
 * Whether somebody to whom the team looked like this did not know of a loss (C7): the target still had it there, or another
 * loss had taken it, and none of the acts of this one stood. What never stood was taken by no act: nobody can say so of it.
 */
export const knewNot = (loss: Loss, view: Members): boolean =>
  hadStill(loss, view) ||
  (loss.kind !== 'joining' && !view.reductions.some(({ hash }) => loss.acts.includes(toText(hash))));

const pinsOf = (cut: readonly Pin[]): ReadonlyMap<string, number> => {
  const pins = new Map<string, number>();
  for (const { logId, seq } of cut) pins.set(toText(logId), Math.max(seq, pins.get(toText(logId)) ?? 0));
  return pins;
};

const isOwn = (one: MemberReduction): boolean =>
  (one.kind === 'device-revoke' ? one.byDeviceId : one.byId) === toText(one.target);

/** Rotations of private spaces name them so that only their readers recognize it. Remembers what it was asked. */
const named = ({ spaceId, cause }: MemberRotation): Statement['isAbout'] => {
  const name = toText(spaceId);
  const known = new Map<string, boolean>();
  return (id) => {
    const held = known.get(id);
    if (held !== undefined) return held;
    const bytes = fromText(id);
    const is = id === name || (bytes !== undefined && toText(rotatedSpace(bytes, cause)) === name);
    known.set(id, is);
    return is;
  };
};

/** Acts that take the same away are one loss, and so is everything stated about it (C2, C3). */
const lossOf = (alike: readonly MemberReduction[], rotations: readonly MemberRotation[], members: Members): Loss => {
  const [first] = alike;
  if (first === undefined) throw new Error('A loss is made by at least one act.');
  const target = toText(first.target);
  const device = first.kind === 'device-revoke';
  const acts = alike.map(({ hash }) => toText(hash)).sort();
  const isTarget = (one: { readonly byId: string; readonly byDeviceId: string }): boolean =>
    (device ? one.byDeviceId : one.byId) === target;
  // Who leaves says where their own work ends, until somebody else says it (C2).
  const ownCounts = alike.every(isOwn);
  const statements = [
    ...alike.map((one) => ({ one, isAbout: () => true, everywhere: true })),
    ...rotations
      .filter(({ knew }) => alike.some(({ hash }) => knew(hash)))
      .map((one) => ({
        one,
        isAbout: named(one),
        everywhere: one.byAdmin || (one.first && !one.byNewcomer),
      })),
  ]
    .filter(({ one }) => ownCounts || !isTarget(one))
    .map(({ one, ...where }) => ({ ...where, byId: one.byId, pins: pinsOf(one.cut) }));
  return {
    kind: device ? 'device' : first.role === null ? 'removal' : 'role',
    personId: device ? (members.personOfDevice(target) ?? '') : target,
    deviceId: device ? target : null,
    role: first.role,
    acts,
    statements,
  };
};

const nothingStands = (personId: string, deviceId: string | null): Loss => ({
  kind: 'joining',
  personId,
  deviceId,
  role: null,
  acts: [],
  statements: [],
});

/** Reads the cuts out of a view of the team: pure, so every replica with the same acts has the same cuts. */
export const cutsOf = (members: Members): Cuts => {
  const { rotations } = members;
  const sameLoss = Map.groupBy(members.reductions, ({ kind, target, role }) =>
    [kind === 'succeed' ? 'set-role' : kind, toText(target), role ?? ''].join('/'),
  );
  const byTarget = new Map<string, Loss[]>();
  for (const alike of sameLoss.values()) {
    const loss = lossOf(alike, rotations, members);
    const target = loss.deviceId ?? loss.personId;
    byTarget.set(target, [...(byTarget.get(target) ?? []), loss]);
  }
  const removed = [...members.people.values()].filter(({ state }) => state === 'removed');

  const of = (personId: string | undefined, deviceId: string): readonly Loss[] => {
    const list = [...(byTarget.get(deviceId) ?? [])];
    if (members.devices.get(deviceId) === undefined) list.push(nothingStands(personId ?? '', deviceId));
    if (personId === undefined) return list;
    const own = byTarget.get(personId) ?? [];
    list.push(...own);
    const person = members.person(personId);
    if (person === undefined || (person.state === 'removed' && !own.some(({ kind }) => kind === 'removal')))
      list.push(nothingStands(personId, null));
    return list;
  };

  const end: Cuts['end'] = (loss, { log, space }) => {
    if (loss.kind === 'joining') return 0;
    // Nobody else reads a space of one's own: only a device that was taken away is cut off there.
    if (space.kind === 'self' && loss.kind !== 'device') return Infinity;
    const said = loss.statements.filter(
      ({ byId, isAbout, everywhere }) =>
        isAbout(space.id) && (space.readers === null ? everywhere : space.readers.includes(byId)),
    );
    return said.length === 0 ? Infinity : Math.max(...said.map(({ pins }) => pins.get(log) ?? 0));
  };

  return {
    quiet: byTarget.size === 0 && removed.length === 0,
    of,
    end,
    beyond: (place) => of(place.personId, place.deviceId).filter((loss) => place.seq > end(loss, place)),
  };
};

const sentences: Readonly<Record<Loss['kind'], string>> = {
  removal:
    'Its author was removed from the team or left, and this was not among the work that had arrived by then. An admin can still admit it.',
  device:
    'The device it was written on was taken out of the team, and this was not among the work that had arrived by then. An admin can still admit it.',
  role: 'Its author lost the role that this needs, and this was not among the work that had arrived by then. An admin can still admit it.',
  joining: 'Its author or their device was never confirmed in the team.',
};

/** Why an entry beyond a cut does not count, as a sentence for people. */
export const lossSentence = (loss: Loss): string => sentences[loss.kind];
