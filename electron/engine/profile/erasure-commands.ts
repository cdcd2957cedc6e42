import { ok, type Result } from '#shared/std/index.ts';
import type { CommandRequest, CommandResult, ProtocolError } from '#shared/protocol/index.ts';
import { eraseRecord } from '../api/index.ts';
import { needTeam } from './guards.ts';
import type { ProfileState } from './state.ts';

/** Erases one record, for everybody who could read it and for good. */
export const redactRecord = (
  profile: ProfileState,
  { recordId }: CommandRequest<'record.redact'>,
): Result<CommandResult<'record.redact'>, ProtocolError> => {
  const live = needTeam(profile);
  if (!live.ok) return live;
  const { ledger } = live.value;
  const done = ledger.transact('local', () => eraseRecord(ledger, recordId, 'asked', profile.clock, profile.random));
  return done.ok ? ok({}) : done;
};
