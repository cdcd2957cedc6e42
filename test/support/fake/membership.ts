import type { QueryResult } from '#shared/protocol/index.ts';
import { fakeId, fakeNow, fakePeople } from './people.ts';

type Membership = QueryResult<'membership'>;

const day = 24 * 3_600_000;
const digits = (nth: number): string =>
  Array.from({ length: 6 }, (_, at) => String(((nth + 3) * (at + 7) * 7_919) % 100_000).padStart(5, '0')).join(' ');

const [founder] = fakePeople;
const ownerOnly = 'Only an owner of the team may do this.';

/** The design's team with somebody waiting, somebody gone, and a replacement of the owner under way. */
export const fakeMembership: Membership = {
  out: null,
  people: fakePeople
    .filter((person) => person.state === 'member')
    .map((person, nth) => ({
      personId: person.id,
      role: person.role,
      state: person.state,
      safetyNumber: person.me ? null : digits(nth),
      joinedAt: fakeNow - (400 - nth * 31) * day,
      invitedById: nth === 0 ? null : (founder?.id ?? null),
      devices: 1 + (nth % 3),
      may: {
        remove: person.role === 'owner' ? ownerOnly : null,
        handOver: ownerOnly,
        setManager: null,
        roles: { owner: ownerOnly, admin: null, member: null, guest: null },
      },
    })),
  waiting: [
    {
      personId: fakeId('Noor Haddad'),
      role: 'member',
      joinedAt: fakeNow - 3 * 3_600_000,
      invitedById: founder?.id ?? null,
      byHand: true,
      safetyNumber: digits(40),
      may: null,
    },
  ],
  gone: [
    { personId: fakeId('Tomas Lind'), how: 'removed', byId: founder?.id ?? null, at: fakeNow - 5 * day },
    { personId: fakeId('Mei Tan'), how: 'left', byId: fakeId('Mei Tan'), at: fakeNow - 90 * day },
  ],
  successions: [],
  succession: { may: null, needed: 2 },
  leave: null,
  checkpoint: null,
  keysDue: 0,
};

export const fakeOut: Membership = {
  ...fakeMembership,
  waiting: [],
  out: { how: 'removed', byId: founder?.id ?? null, at: fakeNow - 2 * day },
};
