import { compareBytes, equalBytes, err, ok } from '#shared/std/index.ts';
import type { Result } from '#shared/std/index.ts';
import { checkGrantChain, checkRevocation, proofMessage, refuseCodes } from '#shared/sync/index.ts';
import type { Admission, Proof, RefuseCode, RevocationNotice } from '#shared/sync/index.ts';
import { verify } from './sodium.ts';
import type { RelayStore } from './store/index.ts';

export interface Refused {
  readonly code: RefuseCode;
  readonly sentence: string;
}

const refuse = (code: keyof typeof refuseCodes, sentence: string): Result<never, Refused> =>
  err({ code: refuseCodes[code], sentence });

/** Checks the signature and the chain of grants: all that needs no store (S50, S52). */
export const checkProof = (proof: Proof, nonce: Uint8Array): Result<Admission, Refused> => {
  if (!verify(proof.device, proof.signature, proofMessage(proof.origin, proof.team, nonce)))
    return refuse('grant', 'The signature of this device does not match.');
  const admission = checkGrantChain(proof.chain, proof.team, verify);
  if (!admission.ok) return refuse('grant', admission.error.sentence);
  if (admission.value.kind !== 'device' || !equalBytes(admission.value.subject, proof.device))
    return refuse('grant', 'The grants are for another device.');
  return admission;
};

/** Remembers and applies what the store knows of invitations and revocations (S52). */
export const admit = (store: RelayStore, team: number, admission: Admission): Result<void, Refused> => {
  if (store.isRevoked(team, admission.subject)) return refuse('revoked', 'This device was removed from the team.');
  if (admission.vouchers.some((key) => store.isRevoked(team, key)))
    return refuse('revoked', 'The device or the pairing code through which this device came in was revoked.');
  if (!store.wasAdmitted(team, admission.subject)) {
    if (admission.path.some((key) => store.isRevoked(team, key)))
      return refuse('revoked', 'The invitation or the device that granted access was revoked.');
    for (const { invite, device } of admission.invites)
      if (compareBytes(store.useInvite(team, invite, device), device) !== 0)
        return refuse('inviteUsed', 'This invitation was already used on another device.');
    for (const { pair, device } of admission.pairs)
      if (compareBytes(store.useInvite(team, pair, device), device) !== 0)
        return refuse('inviteUsed', 'This pairing code was already used on another device.');
    store.admit(team, admission.subject);
  }
  return ok(undefined);
};

/** Stores a revocation if its issuer may issue it; answers the key that is shut out. */
export const revoke = (
  store: RelayStore,
  team: { readonly id: number; readonly root: Uint8Array },
  { revocation, chain }: RevocationNotice,
): Result<Uint8Array, Refused> => {
  const issuer =
    chain.length === 0 ? ok({ subject: team.root, mayGrant: true }) : checkGrantChain(chain, team.root, verify);
  if (!issuer.ok) return refuse('grant', issuer.error.sentence);
  if (store.isRevoked(team.id, issuer.value.subject)) return refuse('revoked', 'A revoked key cannot revoke others.');
  const checked = checkRevocation(revocation, team.root, issuer.value, verify);
  if (!checked.ok) return refuse('grant', checked.error.sentence);
  // Devices bring what they know with every proof; a full disk must not keep out who brings nothing new.
  if (!store.isRevoked(team.id, checked.value.key)) store.revoke(team.id, checked.value.key, revocation);
  return ok(checked.value.key);
};
