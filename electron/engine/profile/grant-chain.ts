import { equalBytes, toText } from '#shared/std/index.ts';
import { buildGrant, checkGrant, checkGrantChain } from '#shared/sync/index.ts';
import type { Admission } from '#shared/sync/index.ts';
import { signBytes, verifyBytes } from '../crypto/index.ts';
import type { Ledger } from '../ledger/index.ts';
import type { Members } from '../members/index.ts';

/** More grants than any team has. A list without end must not keep a machine busy. */
const mostGrants = 20_000;

interface Link {
  readonly bytes: Uint8Array;
  readonly subject: Uint8Array;
  readonly issuer: Uint8Array;
  readonly mayGrant: boolean;
}

const linksIn = (grants: readonly Uint8Array[]): readonly Link[] =>
  grants.slice(0, mostGrants).flatMap((bytes) => {
    const grant = checkGrant(bytes, verifyBytes);
    return grant.ok && grant.value.kind === 'device' ? [{ bytes, ...grant.value }] : [];
  });

const isOut = (members: Members, key: Uint8Array): boolean => members.devices.get(toText(key))?.state === 'revoked';

/** The shortest chain from the root to a device through devices that may grant and are in the team. */
const chainIn = (
  ledger: Ledger,
  members: Members,
  links: readonly Link[],
  subject: Uint8Array,
): readonly Uint8Array[] | undefined => {
  const byIssuer = Map.groupBy(links, (link) => toText(link.issuer));
  const reached = new Set<string>();
  let plain: readonly Uint8Array[] | undefined;
  let queue: { readonly key: Uint8Array; readonly chain: readonly Uint8Array[] }[] = [
    { key: ledger.teamRoot, chain: [] },
  ];
  while (queue.length > 0) {
    const next: typeof queue = [];
    for (const { key, chain } of queue) {
      for (const link of byIssuer.get(toText(key)) ?? []) {
        const longer = [...chain, link.bytes];
        if (equalBytes(link.subject, subject)) {
          if (link.mayGrant) return longer;
          plain ??= longer;
        }
        const name = toText(link.subject);
        if (!link.mayGrant || reached.has(name) || isOut(members, link.subject)) continue;
        reached.add(name);
        next.push({ key: link.subject, chain: longer });
      }
    }
    queue = next;
  }
  return plain;
};

const admissionOf = (ledger: Ledger, chain: readonly Uint8Array[]): Admission | undefined => {
  const checked = checkGrantChain(chain, ledger.teamRoot, verifyBytes);
  return checked.ok ? checked.value : undefined;
};

/**
 * The chain of grants this device shows to relays: the one it came with, or, once an admin's device has granted it more,
 * the one that lets it invite people itself. A chain through a device that is out, or that rests on a pairing, gives
 * way to a direct one: relays let nobody in through a revoked voucher (S52).
 */
export const bestChain = (ledger: Ledger, own: readonly Uint8Array[]): readonly Uint8Array[] =>
  bestChainTo(ledger, own, ledger.device.id);

/** The same for another device of this person, such as the recovery phrase. */
export const bestChainTo = (ledger: Ledger, own: readonly Uint8Array[], subject: Uint8Array): readonly Uint8Array[] => {
  const members = ledger.graph.now();
  if (members.grants.length === 0) return own;
  const found = chainIn(ledger, members, linksIn([...own, ...members.grants]), subject);
  const admission = found === undefined ? undefined : admissionOf(ledger, found);
  if (found === undefined || admission === undefined) return own;
  const mine = admissionOf(ledger, own);
  if (mine === undefined || (admission.mayGrant && !mine.mayGrant)) return found;
  const rests = mine.vouchers.length > 0 || mine.path.some((key) => isOut(members, key));
  return rests && (admission.mayGrant || !mine.mayGrant) ? found : own;
};

/** A grant by this device for another one. Relays accept it if this device's own chain lets it grant. */
export const grantTo = (ledger: Ledger, device: Uint8Array, mayGrant: boolean): Uint8Array =>
  buildGrant(
    { team: ledger.teamRoot, kind: 'device', subject: device, issuer: ledger.device.id, mayGrant },
    signBytes(ledger.device.sign),
  );

/** Grants with which the devices of a new admin may invite people: my own chain and one more for each device. */
export const grantsFor = (ledger: Ledger, mine: readonly Uint8Array[], personId: string): readonly Uint8Array[] => {
  const devices = [...ledger.graph.now().devices.values()].filter(
    (one) => one.personId === personId && one.state === 'active',
  );
  return [...mine, ...devices.map((one) => grantTo(ledger, one.sign, true))];
};

/** Whether relays accept grants and revocations of whoever shows this chain. */
export const mayGrant = (ledger: Ledger, chain: readonly Uint8Array[]): boolean =>
  admissionOf(ledger, chain)?.mayGrant === true;
