import type { Clock, Log, Random, Timers } from '#shared/std/index.ts';
import { createSteward } from '../stewardship/index.ts';
import { createDoorkeeper } from './doorkeeper.ts';
import type { Live } from './live.ts';

/** What time alone brings (invitations that run out, questions nobody answered) is looked for this often. */
const roundMs = 15 * 60_000;

export interface HouseholdDeps {
  readonly clock: Clock;
  readonly timers: Timers;
  readonly random: Random;
  readonly log: Log;
}

/**
 * Lets this device answer newcomers and look after the team's keys by itself, after each commit that concerns members,
 * and lets the file be written anew in a moment of rest where an erasure is owed that.
 */
export const keepHouse = (live: Live, deps: HouseholdDeps): (() => void) => {
  const { clock, timers, log } = deps;
  const { network } = live;
  const answerDoor = createDoorkeeper(live, clock);
  const steward = createSteward({
    ...deps,
    ledger: live.ledger,
    objects: network.objects,
    putObject: network.putObject,
    grants: live.grants,
    revokeKey: live.revokeKey,
  });
  let open = true;
  let planned = false;
  const plan = (): void => {
    if (planned) return;
    planned = true;
    setImmediate(() => {
      planned = false;
      if (!open) return;
      try {
        answerDoor();
        steward.look();
      } catch (cause) {
        log.warn('the team could not be looked after', {
          reason: cause instanceof Error ? cause.message : String(cause),
        });
      }
    });
  };
  let stopRounds: () => void = () => undefined;
  let quiet = false;
  const round = (): void => {
    plan();
    // Takes seconds where the file is large, so it waits until nothing has been written for a while.
    if (quiet) live.ledger.compactAtRest();
    quiet = true;
    stopRounds = timers.after(roundMs, round);
  };
  round();
  const stop = live.ledger.onCommit((commit) => {
    quiet = false;
    if (commit.members) plan();
  });
  return () => {
    open = false;
    stopRounds();
    steward.stop();
    stop();
  };
};
