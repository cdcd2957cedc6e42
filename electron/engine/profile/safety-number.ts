import { compareBytes } from '#shared/std/index.ts';
import { hash } from '../crypto/index.ts';

const groups = 6;

/**
 * What two people of a team compare to know that nobody stands between them (FORMATS 6): six groups of five digits from
 * the team's root and both founding identities. Both sides see the same; 30 digits are about 99 bits.
 */
export const safetyNumber = (teamRoot: Uint8Array, mine: Uint8Array, theirs: Uint8Array): string => {
  const [first, second] = compareBytes(mine, theirs) <= 0 ? [mine, theirs] : [theirs, mine];
  const digest = hash('safety-number', teamRoot, first, second);
  return Array.from({ length: groups }, (_, at) => {
    // Five bytes a group, as others who show such numbers do: the remainder is even enough.
    const value = digest.subarray(at * 5, at * 5 + 5).reduce((sum, byte) => sum * 256 + byte, 0);
    return String(value % 100_000).padStart(5, '0');
  }).join(' ');
};
