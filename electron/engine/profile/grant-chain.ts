import { equalBytes, toText } from '#shared/std/index.ts';
import { buildGrant, checkGrant, checkGrantChain } from '#shared/sync/index.ts';
import { signBytes, verifyBytes } from '../crypto/index.ts';
import type { Ledger } from '../ledger/index.ts';

/**
 * The chain of grants this device shows to relays: the one it came with, or, once an admin's device has granted it more,
 * the one that lets it invite people itself.
 */
export const bestChain = (ledger: Ledger, own: readonly Uint8Array[]): readonly Uint8Array[] => {
  const { grants } = ledger.graph.now();
  if (grants.length === 0) return own;
  const bySubject = new Map<string, { readonly bytes: Uint8Array; readonly issuer: Uint8Array }>();
  for (const bytes of [...own, ...grants]) {
    const grant = checkGrant(bytes, verifyBytes);
    if (!grant.ok || grant.value.kind !== 'device' || !grant.value.mayGrant) continue;
    bySubject.set(toText(grant.value.subject), { bytes, issuer: grant.value.issuer });
  }
  const chain: Uint8Array[] = [];
  let subject = ledger.device.id;
  for (let steps = 0; steps < 64; steps++) {
    const grant = bySubject.get(toText(subject));
    if (grant === undefined) return own;
    chain.unshift(grant.bytes);
    if (equalBytes(grant.issuer, ledger.teamRoot)) break;
    subject = grant.issuer;
  }
  return checkGrantChain(chain, ledger.teamRoot, verifyBytes).ok ? chain : own;
};

/** Grants with which the devices of a new admin may invite people: my own chain and one more for each device. */
export const grantsFor = (ledger: Ledger, mine: readonly Uint8Array[], personId: string): readonly Uint8Array[] => {
  const devices = [...ledger.graph.now().devices.values()].filter(
    (one) => one.personId === personId && one.state === 'active',
  );
  const sign = signBytes(ledger.device.sign);
  return [
    ...mine,
    ...devices.map((one) =>
      buildGrant(
        { team: ledger.teamRoot, kind: 'device', subject: one.sign, issuer: ledger.device.id, mayGrant: true },
        sign,
      ),
    ),
  ];
};
