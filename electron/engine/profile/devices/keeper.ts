import type { Result } from '#shared/std/index.ts';
import type { ProtocolError } from '#shared/protocol/index.ts';
import type { Ledger } from '../../ledger/index.ts';
import { mayGrant } from '../grant-chain.ts';
import type { Live } from '../live.ts';
import type { ProfileState } from '../state.ts';
import { grantDevices, ungranted } from './grant-devices.ts';
import { clearLeft } from './left-behind.ts';
import { createNotesExchange } from './notes-exchange.ts';
import { renewPersonKey } from './revoke.ts';

/**
 * Of several admins' machines mostly one grants, because each waits a different while; all are done before relays are told
 * who was shut out, because then whoever has no grant of their own falls with their voucher.
 */
const grantBaseMs = 100;
const grantSpreadMs = 1_000;

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
        if (open) warn(grantDevices(live));
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
