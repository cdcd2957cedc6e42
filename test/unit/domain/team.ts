import { toText } from '#shared/std/index.ts';
import type { MembersPort, MemberState, Signer } from '#shared/domain/index.ts';

type Role = Signer['role'];

/** A person id that is the same for the same name in every run. */
export const personId = (name: string): string =>
  toText(Uint8Array.from({ length: 32 }, (_, i) => name.charCodeAt(i % name.length)));

/** An item id or salt that is the same for the same number. */
export const itemId = (n: number): string => toText(Uint8Array.from({ length: 16 }, (_, i) => (i === 15 ? n : 7)));

export const ana = personId('ana');
export const bilal = personId('bilal');
export const chen = personId('chen');
export const dana = personId('dana');

export const signer = (id: string, role: Role = 'member', state: MemberState = 'member'): Signer => ({
  personId: id,
  role,
  state,
});

/** Ana owns the team, Bilal and Chen are members with Ana as Bilal's manager, Dana is a guest. */
export const members: MembersPort = {
  person: (id) =>
    new Map([
      [ana, { role: 'owner', state: 'member', managerId: null } as const],
      [bilal, { role: 'member', state: 'member', managerId: ana } as const],
      [chen, { role: 'member', state: 'member', managerId: null } as const],
      [dana, { role: 'guest', state: 'member', managerId: null } as const],
    ]).get(id),
};
