import { compareBytes } from '#shared/std/index.ts';
import { isBefore } from './graph.ts';
import type { Node } from './graph.ts';
import type { Claim, PersonState } from './state.ts';

/** A field after one more act set it: what the author had seen is overruled, what is concurrent stays beside it. */
export const claimed = <T>(before: readonly Claim<T>[], value: T, by: Node): readonly Claim<T>[] => [
  ...before.filter((claim) => !isBefore(claim.by, by)),
  { value, by },
];

/** Of concurrent claims the one by the act with the lowest hash. */
export const lowestClaim = <T>(claims: readonly Claim<T>[]): Claim<T> | undefined =>
  claims.reduce<Claim<T> | undefined>(
    (low, one) => (low === undefined || compareBytes(one.by.signed.hash, low.by.signed.hash) < 0 ? one : low),
    undefined,
  );

/** The manager as recorded; whether they are still in the team is for the reader of the state to see. */
export const managerOf = (person: PersonState): Uint8Array | null => lowestClaim(person.managers)?.value ?? null;
