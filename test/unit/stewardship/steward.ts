import { createObjectTable } from '#engine/store/index.ts';
import { createSteward, type Steward, type StewardDeps } from '#engine/stewardship/index.ts';
import type { SyncObject } from '#shared/sync/index.ts';
import { createManualTime } from '#test/support/sync/manual-timers.ts';
import { seededRandom } from '#test/support/seeded-random.ts';
import type { Member } from '../ledger/team.ts';

export interface Housed {
  readonly steward: Steward;
  readonly objects: ReturnType<typeof createObjectTable>;
  readonly revoked: Uint8Array[];
  readonly warned: string[];
  /** Looks, then lets time pass. */
  readonly live: (ms: number) => void;
}

/** A member's machine with its steward, a clock that moves when the test says so, and a relay that only listens. */
export const house = ({ ledger, secrets }: Member, rest: Partial<StewardDeps> = {}): Housed => {
  const time = createManualTime(Date.UTC(2026, 4, 11, 9));
  const objects = createObjectTable(ledger.db);
  const revoked: Uint8Array[] = [];
  const warned: string[] = [];
  const steward = createSteward({
    ledger,
    objects,
    putObject: (object: SyncObject) => objects.put(object, time.clock.now()),
    grants: () => secrets().grants,
    revokeKey: (key) => void revoked.push(key),
    clock: time.clock,
    timers: time.timers,
    random: seededRandom(77),
    log: { info: () => undefined, warn: (_what, detail) => void warned.push(JSON.stringify(detail)) },
    ...rest,
  });
  ledger.onCommit((commit) => {
    if (commit.members) steward.look();
  });
  return {
    steward,
    objects,
    revoked,
    warned,
    live: (ms) => {
      steward.look();
      time.advance(ms);
    },
  };
};
