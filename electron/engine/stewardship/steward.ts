import { toText, type Result } from '#shared/std/index.ts';
import type { ProtocolError } from '#shared/protocol/index.ts';
import { answer, ask, couldAnswer, openAsks, toAskFor } from './asking.ts';
import type { StewardDeps } from './deps.ts';
import { keepPackages } from './packages.ts';
import { regrant, toGrant } from './regranting.ts';
import { rotateOpen, rotationTurn } from './rotating.ts';
import { activeDevices, turnOf } from './turn.ts';

/** An offer mostly comes with the rotation it belongs to; asking at once would ask for what is on its way. */
const askMs = 3_000;
/** The removal itself should reach who is removed before relays shut them out: it says by whom and when. */
const goodbyeMs = 1_500;

export interface Steward {
  /** The team has changed, or may have: looks what there is to do. */
  readonly look: () => void;
  readonly stop: () => void;
}

/**
 * What every device does for its team by itself (FORMATS 5 and 6): changes the keys of spaces that somebody who was shut
 * out could read, seals invitations' packages anew, asks for keys that did not come and answers those who ask, tells
 * relays who is out, and grants access anew to those who had it through somebody who is out. Any device may do any of
 * it; each waits for its turn, so that mostly one does.
 */
export const createSteward = (deps: StewardDeps): Steward => {
  const { ledger, timers, clock, log } = deps;
  const planned = new Map<string, () => void>();
  const told = new Set<string>();
  let stopped = false;

  /** Runs a task after its turn, once; tasks look again whether there is still something to do. */
  const plan = (name: string, ms: number, task: () => Result<void, ProtocolError> | void): void => {
    if (planned.has(name)) return;
    const cancel = timers.after(ms, () => {
      planned.delete(name);
      if (stopped || ledger.isOut()) return;
      const done = task();
      if (done !== undefined && !done.ok)
        log.warn('something could not be done for the team', { what: name, sentence: done.error.sentence });
    });
    planned.set(name, cancel);
  };

  const tellRelays = (): void => {
    for (const { deviceId, sign, state } of ledger.graph.now().devices.values()) {
      if (state !== 'revoked' || told.has(deviceId)) continue;
      told.add(deviceId);
      plan(`revoke ${deviceId}`, goodbyeMs, () => deps.revokeKey(sign));
    }
  };

  const look = (): void => {
    if (stopped || ledger.isOut() || ledger.graph.now().person(ledger.me.personId) === undefined) return;
    const turn = rotationTurn(ledger);
    if (turn !== undefined) plan('rotate', turn, () => rotateOpen(ledger));
    keepPackages(deps);
    if (toAskFor(ledger, clock.now()).length > 0)
      plan('ask', askMs, () => ask(ledger, toAskFor(ledger, clock.now()), deps.random));
    for (const one of openAsks(ledger)) {
      const could = couldAnswer(ledger, one);
      const devices = activeDevices(ledger, ({ personId }) => could(personId));
      const stillOpen = () => openAsks(ledger).find((other) => toText(other.hash) === toText(one.hash));
      plan(`answer ${toText(one.hash)}`, turnOf(ledger, devices, one.hash), () => {
        const open = stillOpen();
        return open === undefined ? undefined : answer(ledger, open, deps.random);
      });
    }
    const admins = activeDevices(
      ledger,
      ({ role, state }) => state === 'member' && (role === 'owner' || role === 'admin'),
    );
    if (admins.includes(ledger.me.deviceId)) {
      tellRelays();
      if (toGrant(ledger, deps.grants()).length > 0)
        plan('grant', turnOf(ledger, admins, ledger.teamRoot), () =>
          regrant(ledger, deps.grants(), toGrant(ledger, deps.grants())),
        );
    }
  };

  return {
    look,
    stop: () => {
      stopped = true;
      for (const cancel of planned.values()) cancel();
      planned.clear();
    },
  };
};
