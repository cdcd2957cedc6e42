import { derive, hash, sharedSecret } from '../crypto/index.ts';
import type { BoxKeys } from '../crypto/index.ts';

/** A space whose readers all derive its id and first key alone, without a word exchanged. */
export interface DerivedSpace {
  readonly id: Uint8Array;
  readonly key: Uint8Array;
}

/** The space of the membership graph: one per team. */
export const membersSpaceId = (teamRoot: Uint8Array): Uint8Array => hash('space-members', teamRoot);

/** The space everybody in the team reads. */
export const teamSpaceId = (teamRoot: Uint8Array): Uint8Array => hash('space-team', teamRoot);

/** A person's own space in a team: all their devices find it, nobody else does. */
export const selfSpace = (teamRoot: Uint8Array, personSecret: Uint8Array): DerivedSpace => ({
  id: derive(personSecret, 'space-self', teamRoot),
  key: derive(personSecret, 'self-key', teamRoot),
});

/**
 * The space of two people, from X25519 of their founding keys: both sides derive the same, nobody else can. Undefined
 * where the other key is not a usable one.
 */
export const pairSpace = (teamRoot: Uint8Array, mine: BoxKeys, theirs: Uint8Array): DerivedSpace | undefined => {
  const shared = sharedSecret(mine, theirs);
  if (shared === undefined) return undefined;
  return { id: derive(shared, 'space-pair', teamRoot), key: derive(shared, 'pair-key', teamRoot) };
};
