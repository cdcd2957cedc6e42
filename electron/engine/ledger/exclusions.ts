import type { Member, Members } from '../members/index.ts';
import type { Space } from './spaces.ts';

/** Somebody or something that must not have keys made from now on: a person, a device of a person, an invitation. */
export type Exclusion =
  | { readonly name: string; readonly kind: 'person'; readonly personId: string }
  | { readonly name: string; readonly kind: 'device'; readonly personId: string; readonly deviceId: string }
  | { readonly name: string; readonly kind: 'invitation' };

const known = new WeakMap<Members, ReadonlyMap<string, Exclusion>>();

/** Whom the team has shut out, in a given view of it. Depends on the view alone. */
export const exclusionsOf = (members: Members): ReadonlyMap<string, Exclusion> => {
  const held = known.get(members);
  if (held !== undefined) return held;
  const out = new Map<string, Exclusion>();
  for (const { personId, state } of members.people.values())
    if (state === 'removed') out.set(`p:${personId}`, { name: `p:${personId}`, kind: 'person', personId });
  for (const { deviceId, personId, state } of members.devices.values()) {
    if (state !== 'revoked' || members.person(personId)?.state === 'removed') continue;
    out.set(`d:${deviceId}`, { name: `d:${deviceId}`, kind: 'device', personId, deviceId });
  }
  // The link's holder may have opened the package before it was deleted (FORMATS 6: "revocation rotates").
  for (const { id, state } of members.invitations)
    if (state === 'revoked') out.set(`i:${id}`, { name: `i:${id}`, kind: 'invitation' });
  known.set(members, out);
  return out;
};

/** Whether somebody who is shut out could have had the keys of a space. */
export const concerns = (exclusion: Exclusion, { readers }: Space): boolean => {
  if (readers === null) return true;
  return exclusion.kind !== 'invitation' && readers.includes(exclusion.personId);
};

/** Whether an exclusion holds in another view: who was removed has no device that matters there either. */
export const isShutOut = (exclusion: Exclusion, members: Members): boolean =>
  exclusionsOf(members).has(exclusion.name) ||
  (exclusion.kind === 'device' && members.person(exclusion.personId)?.state === 'removed');

/** People who may have a space's new keys. */
export const readersLeft = (space: Space, members: Members): readonly Member[] => {
  const people =
    space.readers === null ? [...members.people.values()] : space.readers.flatMap((id) => members.person(id) ?? []);
  return people.filter((one) => one.state !== 'removed');
};
