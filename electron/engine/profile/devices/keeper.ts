import { fromText, ok, toText, type Result } from '#shared/std/index.ts';
import { checkGrant } from '#shared/sync/index.ts';
import type { ProtocolError } from '#shared/protocol/index.ts';
import { verifyBytes } from '../../crypto/index.ts';
import type { Ledger } from '../../ledger/index.ts';
import { grantTo, mayGrant } from '../grant-chain.ts';
import type { Live } from '../live.ts';
import { act } from '../member-commands.ts';
import type { ProfileState } from '../state.ts';
import { clearLeft } from './left-behind.ts';
import { createNotesExchange } from './notes-exchange.ts';
import { renewPersonKey } from './revoke.ts';

/** Of several admins' machines mostly one grants, because each waits a different while. */
const grantBaseMs = 300;
const grantSpreadMs = 4_000;

/** Devices that came in through a pairing code and have no grant of their own yet: they would fall with their voucher. */
const ungranted = (ledger: Ledger): readonly string[] => {
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

const grantAll = (live: Live): Result<void, ProtocolError> => {
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

/**
 * Whether a device of mine was shut out by somebody else's hand (an admin, or a device of mine that is out now too) and
 * no new person key followed: until then nobody can seal anything to me that the device could not open.
 */
const owesPersonKey = (ledger: Ledger): boolean => {
  const me = ledger.graph.now().person(ledger.me.personId);
  return me?.state === 'member' && !ledger.isOut() && ledger.epochs.boxOf(me) === undefined;
};

/** What this device does about devices by itself, from when the profile is open until it is closed. */
export const tendDevices = (profile: ProfileState, live: Live) => {
  const { ledger } = live;
  const { local, clock, timers, random, log } = profile;
  const notes = createNotesExchange({ live, local, clock, timers, random, log, onNews: profile.touchLocal });
  let open = true;
  let stopGrant: (() => void) | undefined;
  let planned = false;

  const warn = (done: Result<void, ProtocolError>): void => {
    if (!done.ok) log.warn('something about a device could not be written', { sentence: done.error.sentence });
  };
  const look = (): void => {
    planned = false;
    if (!open) return;
    clearLeft(profile, live);
    if (owesPersonKey(ledger)) warn(ledger.transact('local', () => renewPersonKey(ledger, random)));
    if (stopGrant === undefined && ungranted(ledger).length > 0 && mayGrant(ledger, live.grants())) {
      const [byte = 0] = random.bytes(1);
      stopGrant = timers.after(grantBaseMs + Math.round((byte / 256) * grantSpreadMs), () => {
        stopGrant = undefined;
        if (open) warn(grantAll(live));
      });
    }
  };
  const plan = (): void => {
    if (planned) return;
    planned = true;
    setImmediate(look);
  };
  const stop = ledger.onCommit((commit) => {
    if (commit.members) plan();
  });
  plan();
  return {
    share: notes.changed,
    close: (): void => {
      open = false;
      stop();
      stopGrant?.();
      notes.close();
    },
  };
};
