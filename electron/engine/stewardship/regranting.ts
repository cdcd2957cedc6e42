import { fromText, ok, toText, type Result } from '#shared/std/index.ts';
import { buildGrant, checkGrant, checkGrantChain } from '#shared/sync/index.ts';
import type { ProtocolError } from '#shared/protocol/index.ts';
import { signBytes, verifyBytes } from '../crypto/index.ts';
import type { Ledger } from '../ledger/index.ts';

const mostGrants = 1_000;

const administers = (role: string): boolean => role === 'owner' || role === 'admin';

/** Devices that somebody in the team has granted access to a relay, by an act. */
const grantedBy = (ledger: Ledger): ReadonlySet<string> => {
  const { devices, grants } = ledger.graph.now();
  const out = new Set<string>();
  for (const bytes of grants) {
    const grant = checkGrant(bytes, verifyBytes);
    if (!grant.ok || grant.value.kind !== 'device') continue;
    if (devices.get(toText(grant.value.issuer))?.state === 'active') out.add(toText(grant.value.subject));
  }
  return out;
};

/**
 * Devices whose way into relays may have rested on an admin who is out, and that nobody has granted a new one. Relays
 * that knew them keep letting them in (S52); one that is new to them would not.
 */
export const toGrant = (ledger: Ledger, mine: readonly Uint8Array[]): readonly string[] => {
  const members = ledger.graph.now();
  const chain = checkGrantChain(mine, ledger.teamRoot, verifyBytes);
  const isOut = (key: Uint8Array): boolean => members.devices.get(toText(key))?.state === 'revoked';
  if (!chain.ok || !chain.value.mayGrant || chain.value.path.some(isOut)) return [];
  const adminLost = [...members.devices.values()].some(
    ({ state, personId }) => state === 'revoked' && administers(members.person(personId)?.role ?? 'guest'),
  );
  if (!adminLost) return [];
  const granted = grantedBy(ledger);
  return [...members.devices.values()]
    .filter(({ state, deviceId }) => state === 'active' && deviceId !== ledger.me.deviceId && !granted.has(deviceId))
    .map(({ deviceId }) => deviceId)
    .slice(0, mostGrants - mine.length);
};

/** Grants those devices access, with this device's own chain before them. */
export const regrant = (
  ledger: Ledger,
  mine: readonly Uint8Array[],
  deviceIds: readonly string[],
): Result<void, ProtocolError> => {
  if (deviceIds.length === 0) return ok(undefined);
  const members = ledger.graph.now();
  const sign = signBytes(ledger.device.sign);
  const grants = deviceIds.flatMap((id) => {
    const subject = fromText(id);
    const role = members.person(members.devices.get(id)?.personId ?? '')?.role ?? 'guest';
    if (subject === undefined) return [];
    const grant = { team: ledger.teamRoot, kind: 'device' as const, subject, issuer: ledger.device.id };
    return [buildGrant({ ...grant, mayGrant: administers(role) }, sign)];
  });
  return ledger.transact('local', () => {
    const done = ledger.writeAct({ kind: 'grant', grants: [...mine, ...grants] });
    return done.ok ? ok(undefined) : done;
  });
};
