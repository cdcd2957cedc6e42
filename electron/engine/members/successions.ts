import { compareBytes, toText } from '#shared/std/index.ts';
import { mapKey } from '../crypto/index.ts';
import type { Cosign } from './acts.ts';
import { rankNow, rankOf } from './state.ts';
import type { PersonState, State } from './state.ts';

/** An owner's replacement that admins have begun to sign. */
export interface Succession {
  readonly personId: string;
  readonly replacedId: string;
  readonly since: Uint8Array;
  /** One signature of each admin who signed, in the order of their devices' keys. */
  readonly cosigns: readonly Cosign[];
  readonly signedBy: readonly string[];
  /** Claimed time of the first signature, milliseconds since the epoch. */
  readonly at: number;
}

const textOf = (state: State, personKey: string): string => {
  const person = state.persons.get(personKey);
  return person === undefined ? '' : toText(person.id);
};

const isAdmin = (person: PersonState): boolean => rankNow(person) === rankOf('admin');

/** How many admins have to sign a replacement: more than half of them. */
export const successionNeeds = (state: State): number =>
  Math.floor([...state.persons.values()].filter(isAdmin).length / 2) + 1;

export const successionsIn = (state: State): readonly Succession[] => {
  const valid = state.cosigns.filter(({ by, authorKey, replacedId, since }) => {
    const [author, replaced] = [state.persons.get(authorKey), state.persons.get(mapKey(replacedId))];
    const device = state.devices.get(mapKey(by.signed.deviceId));
    if (author === undefined || replaced === undefined || device?.state !== 'active' || !isAdmin(author)) return false;
    return rankNow(replaced) === rankOf('owner') && replaced.roles.some((one) => one.by.key === mapKey(since));
  });
  const alike = Map.groupBy(valid, (one) => [one.personId, one.replacedId, one.since].map(mapKey).join('/'));
  return [...alike.values()].flatMap((list): readonly Succession[] => {
    const byAdmin = new Map(list.map((one) => [one.authorKey, one]));
    const ones = [...byAdmin.values()].sort((a, b) => compareBytes(a.by.signed.deviceId, b.by.signed.deviceId));
    const [first] = ones;
    if (first === undefined) return [];
    return [
      {
        personId: toText(first.personId),
        replacedId: toText(first.replacedId),
        since: first.since,
        cosigns: ones.map(({ by, signature }) => ({ deviceId: by.signed.deviceId, signature })),
        signedBy: ones.map(({ authorKey }) => textOf(state, authorKey)),
        at: Math.min(...ones.map(({ by }) => by.signed.time)),
      },
    ];
  });
};
