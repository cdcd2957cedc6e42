import { compareBytes, equalBytes } from '#shared/std/index.ts';
import { mapKey } from '../crypto/index.ts';
import { epochOf, epochTag } from '../entry/index.ts';
import type { Epoch } from '../entry/index.ts';

/** A key of a space, with the epochs a rotation put out of use for new writes. */
export interface SpaceKey {
  readonly spaceId: Uint8Array;
  readonly key: Uint8Array;
  readonly supersedes: readonly Uint8Array[];
}

export interface FoundEpoch {
  readonly spaceId: Uint8Array;
  readonly epoch: Epoch;
}

/** The keys this profile holds. In memory; `all` is what the store keeps. */
export interface Keyring {
  /** Adds a key; false if it was known. Known keys learn further superseded epochs. */
  readonly learn: (key: SpaceKey) => boolean;
  readonly epochs: (spaceId: Uint8Array) => readonly Epoch[];
  /** Whether the key of an epoch is here; an epoch's id commits to its space. */
  readonly holds: (epochId: Uint8Array) => boolean;
  /** The epoch for new writes: the lowest id of those no known rotation superseded (FORMATS 1). */
  readonly current: (spaceId: Uint8Array) => Epoch | undefined;
  /** Which of my epochs an entry's tag names in its log. */
  readonly byTag: (tag: Uint8Array, logId: Uint8Array) => FoundEpoch | undefined;
  readonly all: () => readonly SpaceKey[];
  /** How many keys it holds. They keep the order in which they were learned. */
  readonly size: () => number;
  /** Forgets all but the first `size` keys: those of a transaction that did not happen must be learned again. */
  readonly forgetBeyond: (size: number) => void;
}

interface Held extends FoundEpoch {
  readonly supersedes: Map<string, Uint8Array>;
}

interface LogTags {
  computed: number;
  readonly byTag: Map<string, FoundEpoch>;
}

const choose = (held: readonly Held[]): Epoch | undefined => {
  const superseded = new Set(held.flatMap((one) => [...one.supersedes.keys()]));
  const live = held.filter((one) => !superseded.has(mapKey(one.epoch.id)));
  // Rotations that name each other leave nothing; a key that everybody agrees on is better than none.
  return (live.length > 0 ? live : held)
    .map((one) => one.epoch)
    .reduce<Epoch | undefined>(
      (low, one) => (low === undefined || compareBytes(one.id, low.id) < 0 ? one : low),
      undefined,
    );
};

export const createKeyring = (initial: readonly SpaceKey[] = []): Keyring => {
  const order: Held[] = [];
  const bySpace = new Map<string, Held[]>();
  const ids = new Set<string>();
  const logs = new Map<string, LogTags>();

  const learn = ({ spaceId, key, supersedes }: SpaceKey): boolean => {
    const epoch = epochOf(spaceId, key);
    const space = bySpace.get(mapKey(spaceId)) ?? [];
    const known = space.find((one) => equalBytes(one.epoch.id, epoch.id));
    const held = known ?? { spaceId, epoch, supersedes: new Map<string, Uint8Array>() };
    for (const id of supersedes) if (!equalBytes(id, epoch.id)) held.supersedes.set(mapKey(id), id);
    if (known !== undefined) return false;
    space.push(held);
    bySpace.set(mapKey(spaceId), space);
    order.push(held);
    ids.add(mapKey(epoch.id));
    return true;
  };

  const byTag = (tag: Uint8Array, logId: Uint8Array): FoundEpoch | undefined => {
    const wanted = mapKey(tag);
    const logKey = mapKey(logId);
    const log = logs.get(logKey) ?? { computed: 0, byTag: new Map<string, FoundEpoch>() };
    logs.set(logKey, log);
    // Tags are computed once per log and epoch, and only until the wanted one turns up.
    let found = log.byTag.get(wanted);
    while (found === undefined && log.computed < order.length) {
      const held = order[log.computed++];
      if (held === undefined) break;
      log.byTag.set(mapKey(epochTag(held.epoch.id, logId)), held);
      found = log.byTag.get(wanted);
    }
    return found;
  };

  const forgetBeyond = (size: number): void => {
    for (const held of order.splice(size)) {
      const space = bySpace.get(mapKey(held.spaceId)) ?? [];
      space.splice(space.indexOf(held), 1);
      ids.delete(mapKey(held.epoch.id));
    }
    logs.clear();
  };

  for (const key of initial) learn(key);
  return {
    learn,
    byTag,
    size: () => order.length,
    forgetBeyond,
    holds: (epochId) => ids.has(mapKey(epochId)),
    epochs: (spaceId) => (bySpace.get(mapKey(spaceId)) ?? []).map((held) => held.epoch),
    current: (spaceId) => choose(bySpace.get(mapKey(spaceId)) ?? []),
    all: () =>
      order.map(({ spaceId, epoch, supersedes }) => ({
        spaceId,
        key: epoch.key,
        supersedes: [...supersedes.values()].sort(compareBytes),
      })),
  };
};
