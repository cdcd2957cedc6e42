import { expect } from 'vitest';
import { expectOk } from '#shared/std/index.ts';
import { createLedger, type Ledger } from '#engine/ledger/index.ts';
import { rebuildProfile, verifyProfile } from '#engine/upkeep/index.ts';
import { emptyStore, stateOf, type Member, type Team } from './team.ts';

/** A replica that has heard nothing yet, with the keys of somebody. */
export const freshLike = (team: Pick<Team, 'deps'>, like: Member): Ledger => {
  const ledger = createLedger({
    db: emptyStore(),
    secrets: like.ledger.secrets(),
    saveSecrets: () => undefined,
    ...team.deps,
  });
  ledger.firstSpaces();
  return ledger;
};

/** What the whole log amounts to when it is replayed into an empty ledger, and after everything was made anew. */
export const expectSound = async (team: Pick<Team, 'deps'>, ledger: Ledger): Promise<void> => {
  const report = await verifyProfile({
    ledger,
    secrets: ledger.secrets(),
    emptyStore,
    ...team.deps,
    breathe: () => Promise.resolve(),
  });
  expect(report.problems).toEqual([]);
  const before = stateOf(ledger);
  expectOk(rebuildProfile(ledger, team.deps.clock));
  expect(stateOf(ledger)).toBe(before);
};
