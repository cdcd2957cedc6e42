import { equalBytes, err, ok } from '../std/index.ts';
import type { Result } from '../std/index.ts';
import { decodeCbor, encodeCbor } from './cbor.ts';
import { bytesOf, fieldsOf, flag, oneOf, uintIn } from './fields.ts';
import { framed } from './hashing.ts';

/** Ed25519 over plain bytes, which each platform brings along. False for keys or signatures of a wrong size. */
export type VerifyBytes = (publicKey: Uint8Array, signature: Uint8Array, message: Uint8Array) => boolean;

/** Makes an Ed25519 signature over plain bytes with the key that belongs to `issuer`. */
export type SignBytes = (message: Uint8Array) => Uint8Array;

export const grantKinds = ['device', 'invite', 'pair'] as const;
export type GrantKind = (typeof grantKinds)[number];

/** Leave to use a team's relays. Names keys only: relays learn no person (FORMATS 9). */
export interface Grant {
  /** Root key of the team. */
  readonly team: Uint8Array;
  /**
   * A device's signing key; the signing key of an invitation, which may admit exactly one device; or the signing key of a
   * pairing code, with which any device may bring in one more device of its person.
   */
  readonly kind: GrantKind;
  readonly subject: Uint8Array;
  readonly issuer: Uint8Array;
  /** Whether the subject may issue grants and revocations itself. Never for invitations and pairing codes. */
  readonly mayGrant: boolean;
}

export interface GrantFault {
  readonly code: 'grant-malformed' | 'grant-bad-signature' | 'grant-not-allowed';
  readonly sentence: string;
}

/** What a chain of grants proves about its last subject. */
export interface Admission {
  readonly subject: Uint8Array;
  readonly kind: Grant['kind'];
  readonly mayGrant: boolean;
  /** Every key of the chain from the team root to the subject: a revocation of any of them cuts new chains. */
  readonly path: readonly Uint8Array[];
  /** Invitations used on the way, each with the one device it may admit. Remembering that is the relay's part. */
  readonly invites: readonly { readonly invite: Uint8Array; readonly device: Uint8Array }[];
  /** Pairing codes used on the way, each with the one device it may admit. */
  readonly pairs: readonly { readonly pair: Uint8Array; readonly device: Uint8Array }[];
  /** Devices that vouched with a pairing code, and the codes: whoever came in through one falls with it. */
  readonly vouchers: readonly Uint8Array[];
}

/** Longer chains than any team needs; each generation of invitations adds two. */
export const maxGrantChain = 64;

const readGrant = fieldsOf({
  v: uintIn(1, 1),
  team: bytesOf(32),
  kind: oneOf(...grantKinds),
  subject: bytesOf(32),
  issuer: bytesOf(32),
  mayGrant: flag,
  signature: bytesOf(64),
});

const fault = (code: GrantFault['code'], sentence: string): Result<never, GrantFault> => err({ code, sentence });

const signedPart = (grant: Grant): Uint8Array =>
  framed('grant', encodeCbor([1, grant.team, grant.kind, grant.subject, grant.issuer, grant.mayGrant]));

/** CBOR `[1, team, kind, subject, issuer, mayGrant, signature]`. */
export const buildGrant = (grant: Grant, sign: SignBytes): Uint8Array =>
  encodeCbor([1, grant.team, grant.kind, grant.subject, grant.issuer, grant.mayGrant, sign(signedPart(grant))]);

/** Reads one grant and checks its signature; whether its issuer was allowed to is the chain's matter. */
export const checkGrant = (bytes: Uint8Array, verify: VerifyBytes): Result<Grant, GrantFault> => {
  const value = decodeCbor(bytes, { maxBytes: 512, maxDepth: 1, maxItems: 8 });
  const read = value.ok ? readGrant(value.value) : undefined;
  if (read === undefined) return fault('grant-malformed', 'A grant cannot be read.');
  const { signature, v: _version, ...grant } = read;
  if (!verify(grant.issuer, signature, signedPart(grant)))
    return fault('grant-bad-signature', 'A grant was not signed by the key it names.');
  return ok(grant);
};

/**
 * Follows grants from the team root to a subject, root first. The root and devices with `mayGrant` may issue; any device
 * may issue to a pairing code; an invitation or a pairing code may issue one grant, to a device, without `mayGrant`.
 */
export const checkGrantChain = (
  chain: readonly Uint8Array[],
  team: Uint8Array,
  verify: VerifyBytes,
): Result<Admission, GrantFault> => {
  if (chain.length === 0 || chain.length > maxGrantChain)
    return fault('grant-malformed', 'A chain of grants is empty or too long.');
  const path: Uint8Array[] = [team];
  const invites: { readonly invite: Uint8Array; readonly device: Uint8Array }[] = [];
  const pairs: { readonly pair: Uint8Array; readonly device: Uint8Array }[] = [];
  const vouchers: Uint8Array[] = [];
  let before: Grant | undefined;
  for (const bytes of chain) {
    const checked = checkGrant(bytes, verify);
    if (!checked.ok) return checked;
    const grant = checked.value;
    if (!equalBytes(grant.team, team)) return fault('grant-not-allowed', 'A grant is for another team.');
    if (!equalBytes(grant.issuer, before?.subject ?? team))
      return fault('grant-not-allowed', 'A grant does not follow from the one before it.');
    if (before !== undefined && before.kind !== 'device') {
      if (grant.kind !== 'device' || grant.mayGrant)
        return fault('grant-not-allowed', 'An invitation or a pairing code may admit one device and nothing more.');
      if (before.kind === 'invite') invites.push({ invite: before.subject, device: grant.subject });
      else pairs.push({ pair: before.subject, device: grant.subject });
    } else if (grant.kind === 'pair') {
      if (before === undefined) return fault('grant-not-allowed', 'A pairing code has to come from a device.');
      vouchers.push(before.subject, grant.subject);
    } else if (before !== undefined && !before.mayGrant) {
      return fault('grant-not-allowed', 'A grant was issued by a device that may not issue any.');
    }
    if (grant.kind !== 'device' && grant.mayGrant)
      return fault('grant-not-allowed', 'An invitation or a pairing code may admit one device and nothing more.');
    path.push(grant.subject);
    before = grant;
  }
  if (before === undefined) return fault('grant-malformed', 'A chain of grants is empty or too long.');
  const { subject, kind, mayGrant } = before;
  return ok({ subject, kind, mayGrant, path, invites, pairs, vouchers });
};
