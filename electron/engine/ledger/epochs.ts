import { compareBytes, equalBytes, fromText, toText } from '#shared/std/index.ts';
import type { Epoch } from '../entry/index.ts';
import type { Keyring } from '../keys/index.ts';
import type { Member, Members, RotateAct } from '../members/index.ts';
import type { ActGraph } from './act-graph.ts';
import { concerns, exclusionsOf, isShutOut, type Exclusion } from './exclusions.ts';
import type { KeyAct } from './key-acts.ts';
import { rotatedSpace } from './rotated-space.ts';
import type { Space, Spaces } from './spaces.ts';

export interface EpochDeps {
  readonly graph: ActGraph;
  readonly keyring: Keyring;
  readonly spaces: Spaces;
  /** The two spaces whose ids everybody in the team knows. */
  readonly open: readonly Uint8Array[];
}

/**
 * Which keys may be written with. An epoch is in use when (docs/formats/keys.md, K1 to K3)
 * - it is a space's first, or a standing rotation by a reader of the space announced it, and
 * - whoever made it knew everybody whom the team has shut out of the space since.
 * The answer is a function of the members graph and of the keys held here, never of arrival order or clocks.
 */
export const createEpochs = ({ graph, keyring, spaces, open }: EpochDeps) => {
  /** How a rotation names a space: ids of private spaces stay with their readers. */
  const nameOf = (spaceId: Uint8Array, cause: Uint8Array | null): Uint8Array =>
    open.some((one) => equalBytes(one, spaceId)) ? spaceId : rotatedSpace(spaceId, cause);

  const announced = (spaceId: Uint8Array, epochId: Uint8Array): readonly KeyAct<RotateAct>[] =>
    graph.keys.rotationsTo(epochId).filter(({ act }) => equalBytes(act.spaceId, nameOf(spaceId, act.cause)));

  const isByReader = ({ deviceId }: KeyAct<RotateAct>, space: Space, members: Members): boolean => {
    const author = members.personOfDevice(toText(deviceId));
    return author !== undefined && (space.readers === null || space.readers.includes(author));
  };

  const stands = (rotation: KeyAct<RotateAct>, space: Space, members: Members): boolean =>
    members.refusal(rotation.hash) === undefined && isByReader(rotation, space, members);

  /** Who is shut out of a space and was not yet when a rotation was made; for the first epoch everybody is. */
  const unknownTo = (rotation: KeyAct<RotateAct> | null, space: Space, members: Members): readonly Exclusion[] => {
    const all = [...exclusionsOf(members).values()].filter((one) => concerns(one, space));
    if (rotation === null || all.length === 0) return all;
    const then = graph.at([rotation.hash]);
    return all.filter((one) => !isShutOut(one, then));
  };

  interface Candidate {
    readonly epoch: Epoch;
    readonly rotations: readonly KeyAct<RotateAct>[];
    /** Nobody who is shut out can hold it. */
    readonly fresh: boolean;
  }

  /** Epochs that count at all, with whether they are safe to write with. */
  const candidates = (spaceId: Uint8Array, space: Space): readonly Candidate[] => {
    const members = graph.now();
    return keyring.epochs(spaceId).flatMap((epoch): readonly Candidate[] => {
      const all = announced(spaceId, epoch.id);
      const rotations = all.filter((one) => stands(one, space, members));
      if (all.length > 0 && rotations.length === 0) return [];
      const makers = all.length === 0 ? [null] : rotations;
      const fresh = makers.every((one) => unknownTo(one, space, members).length === 0);
      return [{ epoch, rotations, fresh }];
    });
  };

  /** The lowest of those that no other of them superseded; of all, where rotations supersede each other in a circle. */
  const lowest = (of: readonly Candidate[]): Epoch | undefined => {
    const superseded = of.flatMap(({ epoch, rotations }) =>
      rotations.flatMap(({ act }) => act.supersedes.filter((id) => !equalBytes(id, epoch.id))),
    );
    const live = of.filter(({ epoch }) => !superseded.some((id) => equalBytes(id, epoch.id)));
    return (live.length > 0 ? live : of)
      .map(({ epoch }) => epoch)
      .reduce<Epoch | undefined>((low, one) => (low && compareBytes(low.id, one.id) < 0 ? low : one), undefined);
  };

  let memo: { members: Members; keys: number; bySpace: Map<string, Epoch | undefined> } | undefined;
  /** The epoch for new entries; undefined where somebody who is shut out holds them all: then it has to be rotated. */
  const writing = (spaceId: Uint8Array): Epoch | undefined => {
    const members = graph.now();
    const name = toText(spaceId);
    const space = spaces.get(name);
    // A space that nothing is known of yet is one that is being made.
    if (space === undefined) return keyring.current(spaceId);
    if (memo?.members !== members || memo.keys !== keyring.size())
      memo = { members, keys: keyring.size(), bySpace: new Map() };
    if (memo.bySpace.has(name)) return memo.bySpace.get(name);
    const safe = candidates(spaceId, space).filter(({ fresh, epoch }) => fresh && !members.isSuperseded(epoch.id));
    const epoch = lowest(safe);
    memo.bySpace.set(name, epoch);
    return epoch;
  };

  /** Where keys for a person may be sealed to; undefined while a device that was revoked has that key too. */
  const boxOf = (person: Member): Uint8Array | undefined => {
    const members = graph.now();
    const revoked = person.devices.filter((id) => members.devices.get(id)?.state === 'revoked');
    if (revoked.length === 0) return person.box;
    const then = graph.at([person.boxBy]);
    return revoked.every((id) => then.devices.get(id)?.state === 'revoked') ? person.box : undefined;
  };

  return {
    nameOf,
    writing,
    boxOf,
    /** For acts that bring keys: everybody who stays has to read them, so they are written as before. */
    announcing: (spaceId: Uint8Array): Epoch | undefined => {
      const space = spaces.get(toText(spaceId));
      return (space === undefined ? undefined : lowest(candidates(spaceId, space))) ?? keyring.current(spaceId);
    },
    /** Epochs that a new one puts out of use, those still in use first. */
    stale: (spaceId: Uint8Array): readonly Epoch[] => {
      const space = spaces.get(toText(spaceId));
      const fresh = space === undefined ? [] : candidates(spaceId, space).filter((one) => one.fresh);
      const all = keyring.epochs(spaceId);
      const stale = all.filter((epoch) => !fresh.some((one) => equalBytes(one.epoch.id, epoch.id)));
      return (stale.length > 0 ? stale : all).toReversed();
    },
    /** Who is shut out and may have every key held here of a space. */
    reasons: (space: Space, spaceId: Uint8Array): readonly Exclusion[] => {
      const members = graph.now();
      const all = [...exclusionsOf(members).values()].filter((one) => concerns(one, space));
      return candidates(spaceId, space).reduce<readonly Exclusion[]>((left, { rotations }) => {
        const makers = rotations.length === 0 ? [null] : rotations;
        return left.filter((one) => makers.every((maker) => unknownTo(maker, space, members).includes(one)));
      }, all);
    },
    /** Whether an offered key may be kept: the first of its space, or announced by a rotation, whatever becomes of that. */
    isExpected: (spaceId: Uint8Array, epochId: Uint8Array): boolean =>
      announced(spaceId, epochId).length > 0 ||
      (keyring.epochs(spaceId).length === 0 && !open.some((one) => equalBytes(one, spaceId))),
    /** Standing rotations of a space that nobody who is shut out knows, whether or not their key is here. */
    announcedFresh: (spaceId: Uint8Array): readonly KeyAct<RotateAct>[] => {
      const space = spaces.get(toText(spaceId));
      if (space === undefined) return [];
      const members = graph.now();
      return graph.keys
        .rotations()
        .filter(({ act }) => equalBytes(act.spaceId, nameOf(spaceId, act.cause)))
        .filter((one) => stands(one, space, members) && unknownTo(one, space, members).length === 0);
    },
    /**
     * Rotations of spaces read here whose key is not here. Also those that do not stand any more: whoever did not know
     * yet that the team overruled one may have written with its key, and their work is part of the team's. In the spaces
     * of everybody it does not even matter whether its author still has a place in the team.
     */
    lacking: (): readonly KeyAct<RotateAct>[] => {
      const mine = spaces.all().map((space) => ({ space, id: fromId(space.id) }));
      return graph.keys.rotations().filter(
        (one) =>
          // First, because names of private spaces are hashes and most keys are here.
          !keyring.holds(one.act.epochId) &&
          mine.some(
            ({ space, id }) =>
              equalBytes(one.act.spaceId, nameOf(id, one.act.cause)) &&
              (space.readers === null || isByReader(one, space, graph.now())),
          ),
      );
    },
  };
};

const fromId = (id: string): Uint8Array => {
  const bytes = fromText(id);
  if (bytes === undefined) throw new Error(`"${id}" is not the id of a space.`);
  return bytes;
};

export type Epochs = ReturnType<typeof createEpochs>;
