import { administers } from '#shared/domain/index.ts';
import { failure, type CommandRequest, type CommandResult, type ProtocolError } from '#shared/protocol/index.ts';
import { err, type Result } from '#shared/std/index.ts';
import { extendCut, type CutTarget } from '../ledger/index.ts';
import { needMembership } from './guards.ts';
import type { ProfileState } from './state.ts';

const targetOf = ({ personId, deviceId }: CommandRequest<'member.extendCut'>): CutTarget | undefined =>
  deviceId !== undefined ? { deviceIds: [deviceId] } : personId !== undefined ? { personId } : undefined;

/** Admits late work: what an admin's device holds of somebody who was cut off counts again, here and everywhere. */
export const admitLateWork = (
  profile: ProfileState,
  request: CommandRequest<'member.extendCut'>,
): Result<CommandResult<'member.extendCut'>, ProtocolError> => {
  const live = needMembership(profile);
  if (!live.ok) return live;
  const { ledger } = live.value;
  const target = targetOf(request);
  if (target === undefined) return err(failure('invalid', 'Say whose late work is to be admitted.', 'personId'));
  const me = ledger.graph.now().person(ledger.me.personId);
  if (me === undefined || !administers(me))
    return err(failure('not-allowed', 'Only an owner or an admin admits what was set aside.'));
  let readmitted = 0;
  const stop = ledger.onCommit((commit) => {
    readmitted += commit.readmitted.length;
  });
  const done = ledger.transact('local', () => extendCut(ledger, target));
  stop();
  return done.ok ? { ok: true, value: { readmitted } } : done;
};
