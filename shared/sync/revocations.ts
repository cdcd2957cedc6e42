import { equalBytes, err, ok } from '../std/index.ts';
import type { Result } from '../std/index.ts';
import { decodeCbor, encodeCbor } from './cbor.ts';
import { bytesOf, fieldsOf, uintIn } from './fields.ts';
import type { Admission, GrantFault, SignBytes, VerifyBytes } from './grants.ts';
import { framed } from './hashing.ts';

/** The end of a key's admission to a team's relays: permanent, by key, without a reason (FORMATS 9). */
export interface Revocation {
  readonly team: Uint8Array;
  /** The device or invitation key that is shut out. */
  readonly key: Uint8Array;
  readonly issuer: Uint8Array;
}

const readRevocation = fieldsOf({
  v: uintIn(1, 1),
  team: bytesOf(32),
  key: bytesOf(32),
  issuer: bytesOf(32),
  signature: bytesOf(64),
});

const signedPart = ({ team, key, issuer }: Revocation): Uint8Array =>
  framed('revocation', encodeCbor([1, team, key, issuer]));

/** CBOR `[1, team, key, issuer, signature]`. */
export const buildRevocation = (revocation: Revocation, sign: SignBytes): Uint8Array =>
  encodeCbor([1, revocation.team, revocation.key, revocation.issuer, sign(signedPart(revocation))]);

/**
 * Reads a revocation and checks it against the issuer's own admission: the root, a device that may grant, or the key
 * itself may revoke a key.
 */
export const checkRevocation = (
  bytes: Uint8Array,
  team: Uint8Array,
  issuer: Pick<Admission, 'subject' | 'mayGrant'>,
  verify: VerifyBytes,
): Result<Revocation, GrantFault> => {
  const value = decodeCbor(bytes, { maxBytes: 512, maxDepth: 1, maxItems: 8 });
  const read = value.ok ? readRevocation(value.value) : undefined;
  if (read === undefined) return err({ code: 'grant-malformed', sentence: 'A revocation cannot be read.' });
  const { signature, v: _version, ...revocation } = read;
  if (!verify(revocation.issuer, signature, signedPart(revocation)))
    return err({ code: 'grant-bad-signature', sentence: 'A revocation was not signed by the key it names.' });
  const byRoot = equalBytes(revocation.issuer, team);
  const byIssuer = equalBytes(revocation.issuer, issuer.subject);
  const allowed = byRoot || (byIssuer && (issuer.mayGrant || equalBytes(revocation.key, issuer.subject)));
  if (!equalBytes(revocation.team, team) || !allowed || equalBytes(revocation.key, team))
    return err({
      code: 'grant-not-allowed',
      sentence: 'A revocation was issued by a key that may not revoke this one.',
    });
  return ok(revocation);
};
