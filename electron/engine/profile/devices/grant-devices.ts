import { fromText, ok, toText, type Result } from '#shared/std/index.ts';
import { checkGrant } from '#shared/sync/index.ts';
import type { ProtocolError } from '#shared/protocol/index.ts';
import { verifyBytes } from '../../crypto/index.ts';
import type { Ledger } from '../../ledger/index.ts';
import { grantTo, mayGrant } from '../grant-chain.ts';
import type { Live } from '../live.ts';
import { act } from '../member-commands.ts';

/** Devices that came in through a pairing code and have no grant of their own yet: they would fall with their voucher. */
export const ungranted = (ledger: Ledger): readonly string[] => {
  const members = ledger.graph.now();
  const granted = new Set(
    members.grants.flatMap((bytes) => {
      const grant = checkGrant(bytes, verifyBytes);
      const issuer = grant.ok ? members.devices.get(toText(grant.value.issuer)) : undefined;
      return grant.ok && grant.value.kind === 'device' && issuer?.state === 'active'
        ? [toText(grant.value.subject)]
        : [];
    }),
  );
  return [...members.people.values()]
    .filter((person) => person.state === 'member')
    .flatMap((person) => person.devices.slice(1))
    .filter((id) => members.devices.get(id)?.state === 'active' && id !== ledger.me.deviceId && !granted.has(id));
};

/** Grants them access to relays with this device's own chain before it, if it may grant. */
export const grantDevices = (live: Live): Result<void, ProtocolError> => {
  const { ledger } = live;
  const mine = live.grants();
  const devices = ungranted(ledger).slice(0, 500);
  if (devices.length === 0 || !mayGrant(ledger, mine)) return ok(undefined);
  const members = ledger.graph.now();
  const grants = devices.flatMap((id) => {
    const key = fromText(id);
    const role = members.person(members.personOfDevice(id) ?? '')?.role;
    return key === undefined ? [] : [grantTo(ledger, key, role === 'owner' || role === 'admin')];
  });
  return act(ledger, { kind: 'grant', grants: [...mine, ...grants] });
};
