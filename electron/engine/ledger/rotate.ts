import { failure, type ProtocolError } from '#shared/protocol/index.ts';
import { err, fromText, ok, toText, type Random, type Result } from '#shared/std/index.ts';
import { epochOf, type Epoch } from '../entry/index.ts';
import { sealOffer, type Keyring, type SpaceKey } from '../keys/index.ts';
import type { Pin, WrittenAct } from '../members/index.ts';
import type { EntryTables } from '../store/index.ts';
import type { ActGraph } from './act-graph.ts';
import { cutOf } from './cut.ts';
import type { Epochs } from './epochs.ts';
import { readersLeft, type Exclusion } from './exclusions.ts';
import type { Space, Spaces } from './spaces.ts';

export interface RotateDeps {
  readonly entries: EntryTables;
  readonly graph: ActGraph;
  readonly keyring: Keyring;
  readonly spaces: Spaces;
  readonly epochs: Epochs;
  readonly membersSpace: Uint8Array;
  readonly random: Random;
  /** Writes acts, under a given epoch of `members` or the one in use. */
  readonly writeActs: (acts: readonly WrittenAct[], under?: Epoch) => Result<readonly Uint8Array[], ProtocolError>;
  readonly learn: (key: SpaceKey) => void;
}

const most = { superseded: 64, sealed: 1_000, pins: 8_192 } as const;

/**
 * Gives spaces new keys (FORMATS 5 "Rotation"): announces each, puts the old ones out of use, states what counts of the
 * logs of whoever is shut out, and offers the key to everybody who stays. The `members` space goes first and is
 * announced under its old key, which everybody who stays has; the rest is written under the new one, so that whoever
 * was shut out learns nothing of it. Runs inside the caller's transaction.
 */
export const createRotate = (deps: RotateDeps) => {
  const { epochs, graph, spaces } = deps;

  const spaceOf = (spaceId: Uint8Array): Space => {
    const space = spaces.get(toText(spaceId));
    if (space === undefined) throw new Error('A space that nothing is known of cannot be rotated.');
    return space;
  };

  const devicesOf = (reasons: readonly Exclusion[]): ReadonlySet<string> =>
    new Set(
      reasons.flatMap((one) =>
        one.kind === 'person'
          ? (graph.now().person(one.personId)?.devices ?? [])
          : one.kind === 'device'
            ? [one.deviceId]
            : [],
      ),
    );

  /** The act that shut the first of them out, where an act of its own did. */
  const causeOf = (reasons: readonly Exclusion[]): Uint8Array | null => {
    const { reductions } = graph.now();
    for (const one of reasons) {
      const target = one.kind === 'person' ? one.personId : one.kind === 'device' ? one.deviceId : undefined;
      const found = reductions.find(
        ({ kind, target: of }) => toText(of) === target && (kind === 'remove' || kind === 'device-revoke'),
      );
      if (found !== undefined) return found.hash;
    }
    return null;
  };

  const seals = (space: Space, key: SpaceKey): readonly Uint8Array[] =>
    readersLeft(space, graph.now()).flatMap((reader) => {
      const box = epochs.boxOf(reader);
      return box === undefined ? [] : [sealOffer(key, box, deps.random)];
    });

  const offer = (sealed: readonly Uint8Array[], under?: Epoch): Result<void, ProtocolError> => {
    const offers: WrittenAct[] = [];
    for (let at = 0; at < sealed.length; at += most.sealed)
      offers.push({ kind: 'offer', sealed: sealed.slice(at, at + most.sealed) });
    if (offers.length === 0) return ok(undefined);
    const done = deps.writeActs(offers, under);
    return done.ok ? ok(undefined) : done;
  };

  /** What gives a space a new key: the act that announces it, and the key. */
  const plan = (spaceId: Uint8Array, because: Uint8Array | null) => {
    const space = spaceOf(spaceId);
    const reasons = epochs.reasons(space, spaceId);
    const supersedes = epochs
      .stale(spaceId)
      .map(({ id }) => id)
      .slice(0, most.superseded);
    const cause = because ?? causeOf(reasons);
    const key: SpaceKey = { spaceId, key: deps.random.bytes(32), supersedes };
    const epochId = epochOf(spaceId, key.key).id;
    const cut: readonly Pin[] = cutOf(deps, { deviceIds: [...devicesOf(reasons)] }, space.id).slice(0, most.pins);
    const act: WrittenAct = {
      kind: 'rotate',
      spaceId: epochs.nameOf(spaceId, cause),
      epochId,
      supersedes,
      cause,
      cut,
    };
    return { space, key, act };
  };

  /** Announces new keys of spaces, then offers them to everybody who stays. */
  const renew = (
    spaceIds: readonly Uint8Array[],
    because: Uint8Array | null,
    under?: Epoch,
  ): Result<void, ProtocolError> => {
    if (spaceIds.length === 0) return ok(undefined);
    const plans = spaceIds.map((spaceId) => plan(spaceId, because));
    const told = deps.writeActs(
      plans.map(({ act }) => act),
      under,
    );
    if (!told.ok) return told;
    for (const { key } of plans) deps.learn(key);
    return offer(
      plans.flatMap(({ space, key }) => seals(space, key)),
      under,
    );
  };

  const renewMembers = (because: Uint8Array | null): Result<void, ProtocolError> => {
    const before = epochs.announcing(deps.membersSpace);
    if (before === undefined) return err(failure('not-allowed', 'This device has no key of the team.'));
    return renew([deps.membersSpace], because, before);
  };

  return {
    /** Rotates these spaces; those whose keys are safe already only with `always`. */
    rotate: (
      spaceIds: readonly Uint8Array[],
      { cause = null, always = false }: { readonly cause?: Uint8Array | null; readonly always?: boolean } = {},
    ): Result<void, ProtocolError> => {
      const wanted = new Map(spaceIds.map((id) => [toText(id), id]));
      const isDue = (id: Uint8Array): boolean => (always && wanted.has(toText(id))) || epochs.writing(id) === undefined;
      if (isDue(deps.membersSpace)) {
        const done = renewMembers(cause);
        if (!done.ok) return done;
      }
      wanted.delete(toText(deps.membersSpace));
      return renew([...wanted.values()].filter(isDue), cause);
    },
    /** Spaces read here in which somebody who is shut out has every key. */
    due: (): readonly Uint8Array[] =>
      spaces.all().flatMap((space) => {
        const id = fromText(space.id);
        return id === undefined || isOver(space, graph) || epochs.writing(id) !== undefined ? [] : [id];
      }),
    offer,
  };
};

/** A space in which nobody but oneself would read what is written from now on. */
export const isOver = (space: Space, graph: ActGraph): boolean =>
  space.readers !== null && space.kind !== 'self' && readersLeft(space, graph.now()).length < 2;

export type Rotate = ReturnType<typeof createRotate>;
