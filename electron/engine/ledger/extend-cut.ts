import { failure, type ProtocolError } from '#shared/protocol/index.ts';
import { err, fromText, ok, toText, type Result } from '#shared/std/index.ts';
import type { Pin } from '../members/index.ts';
import { cutOf, type CutTarget } from './cut.ts';
import type { Loss } from './cuts.ts';
import type { Ledger } from './ledger.ts';
import { noEpoch } from './rotated-space.ts';
import type { Space } from './spaces.ts';

const nothingLate =
  'Nothing of theirs was set aside because of a removal or a lost role, so there is nothing to admit.';

/** Losses of a person, their devices included, or of some devices. */
const lossesOf = (ledger: Ledger, target: CutTarget): readonly Loss[] => {
  const cuts = ledger.contests.cuts();
  const devices = 'personId' in target ? (ledger.graph.now().person(target.personId)?.devices ?? []) : target.deviceIds;
  const personId = 'personId' in target ? target.personId : undefined;
  const all = devices.flatMap((deviceId) => cuts.of(personId, deviceId)).filter(({ kind }) => kind !== 'joining');
  return [...new Set(all)];
};

/**
 * Inside `transact`: states that everything of the target which has arrived here counts, wherever this device reads and
 * something lies beyond a cut (membership.md, C3). Entries count again at once, here and everywhere the act arrives.
 */
export const extendCut = (ledger: Ledger, target: CutTarget): Result<void, ProtocolError> => {
  let stated = 0;
  for (const loss of lossesOf(ledger, target)) {
    const [cause] = loss.acts;
    const causeHash = cause === undefined ? undefined : fromText(cause);
    const whose: CutTarget = loss.deviceId === null ? { personId: loss.personId } : { deviceIds: [loss.deviceId] };
    for (const space of ledger.spaces.all()) {
      const spaceId = fromText(space.id);
      if (space.kind === 'members' || spaceId === undefined || causeHash === undefined) continue;
      const cut = cutOf(ledger, whose, space.id);
      if (!cut.some((pin) => isBeyond(ledger, loss, pin, space))) continue;
      const written = ledger.writeAct({
        kind: 'rotate',
        spaceId: ledger.epochs.nameOf(spaceId, causeHash),
        epochId: noEpoch,
        supersedes: [],
        cause: causeHash,
        cut,
      });
      if (!written.ok) return written;
      stated += 1;
    }
  }
  return stated > 0 ? ok(undefined) : err(failure('not-found', nothingLate));
};

const isBeyond = (ledger: Ledger, loss: Loss, { logId, seq }: Pin, space: Space): boolean =>
  ledger.contests.cuts().end(loss, { log: toText(logId), space }) < seq;
