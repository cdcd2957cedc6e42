import { decodeCbor, encodeCbor } from './cbor.ts';
import type { CborValue } from './cbor.ts';
import { bytesOf, fieldsOf, flag, listOf, oneOf, uintIn } from './fields.ts';
import { grantKinds } from './grants.ts';
import type { GrantKind } from './grants.ts';

/** A grant of a chain without what the grant before it says already. */
export interface ShortGrant {
  readonly kind: GrantKind;
  readonly subject: Uint8Array;
  readonly mayGrant: boolean;
  readonly signature: Uint8Array;
}

const readGrant = fieldsOf({
  v: uintIn(1, 1),
  team: bytesOf(32),
  kind: oneOf(...grantKinds),
  subject: bytesOf(32),
  issuer: bytesOf(32),
  mayGrant: flag,
  signature: bytesOf(64),
});

/** Reads the short form: `[[kind, subject, mayGrant, signature], ...]`. */
export const readShortChain = listOf(
  fieldsOf({ kind: oneOf(...grantKinds), subject: bytesOf(32), mayGrant: flag, signature: bytesOf(64) }),
  64,
);

/** The short form of a chain, for links: team and issuers follow from the order. Throws for bytes that are no grants. */
export const shortenChain = (chain: readonly Uint8Array[]): CborValue =>
  chain.map((bytes) => {
    const value = decodeCbor(bytes);
    const grant = value.ok ? readGrant(value.value) : undefined;
    if (grant === undefined) throw new Error('a chain of grants holds something else');
    return [grant.kind, grant.subject, grant.mayGrant, grant.signature];
  });

/** Grants in full from the short form of a chain that starts at the team root. */
export const expandChain = (team: Uint8Array, chain: readonly ShortGrant[]): readonly Uint8Array[] =>
  chain.map(({ kind, subject, mayGrant, signature }, at) =>
    encodeCbor([1, team, kind, subject, chain[at - 1]?.subject ?? team, mayGrant, signature]),
  );
