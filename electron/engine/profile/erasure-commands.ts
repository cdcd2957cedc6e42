import { ok, type Result } from '#shared/std/index.ts';
import type { CommandRequest, CommandResult, ProtocolError } from '#shared/protocol/index.ts';
import { eraseRecord } from '../api/index.ts';
import { ownRecords } from '../queries/index.ts';
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

/** Records erased in one transaction: others get their turn in between. */
const batch = 50;

/**
 * Erases everything that is this person's own. What cannot be finished now, a full disk say, says so; asking again goes
 * on with what is left.
 */
export const eraseMine = async (
  profile: ProfileState,
): Promise<Result<CommandResult<'person.erase'>, ProtocolError>> => {
  const live = needTeam(profile);
  if (!live.ok) return live;
  const { ledger } = live.value;
  const ids = ownRecords(ledger.db, ledger.me.personId).map((row) => row.id);
  for (let at = 0; at < ids.length; at += batch) {
    const done = ledger.transact('local', () => {
      for (const id of ids.slice(at, at + batch)) {
        const erased = eraseRecord(ledger, id, 'asked', profile.clock, profile.random);
        if (!erased.ok) return erased;
      }
      return ok(undefined);
    });
    if (!done.ok) return done;
    await profile.breathe();
  }
  return ok({ erased: ids.length });
};
