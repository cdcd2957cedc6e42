import type { Role } from '#shared/protocol/index.ts';

const words: readonly (readonly [Role, RegExp])[] = [
  ['owner', /^owner$/i],
  ['admin', /^admin(istrator)?$/i],
  ['member', /^(member|mitglied)$/i],
  ['guest', /^(guest|gast|viewer)$/i],
];

/** The role in the team that a cell means; undefined for any other word. */
export const roleOf = (text: string): Role | undefined => words.find(([, pattern]) => pattern.test(text.trim()))?.[0];
