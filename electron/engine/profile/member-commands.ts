import { err, fromText, ok, type Result } from '#shared/std/index.ts';
import { failure, type CommandRequest, type CommandResult, type ProtocolError } from '#shared/protocol/index.ts';
import { cutOf, type Ledger } from '../ledger/index.ts';
import type { WrittenAct } from '../members/index.ts';
import { grantsFor } from './grant-chain.ts';
import { needMembership } from './guards.ts';
import type { ProfileState } from './state.ts';

/** Inside a transaction: writes one act and tells why, if the team's rules do not let it stand. */
export const writeAct = (ledger: Ledger, what: WrittenAct): Result<Uint8Array, ProtocolError> => {
  const written = ledger.writeAct(what);
  if (!written.ok) return written;
  const refusal = ledger.graph.now().refusal(written.value);
  return refusal === undefined ? written : err(failure('not-allowed', refusal.sentence));
};

/** The same in a transaction of its own. */
export const act = (
  ledger: Ledger,
  what: WrittenAct,
  then: (hash: Uint8Array) => Result<void, ProtocolError> = () => ok(undefined),
): Result<void, ProtocolError> =>
  ledger.transact('local', () => {
    const written = writeAct(ledger, what);
    return written.ok ? then(written.value) : written;
  });

const bytesOf = (id: string, field: string): Result<Uint8Array, ProtocolError> => {
  const bytes = fromText(id);
  return bytes?.length === 32 ? ok(bytes) : err(failure('invalid', 'This is not the id of anybody.', field));
};

export const setRole = (
  profile: ProfileState,
  { personId, role }: CommandRequest<'member.setRole'>,
): Result<CommandResult<'member.setRole'>, ProtocolError> => {
  const live = needMembership(profile);
  if (!live.ok) return live;
  const who = bytesOf(personId, 'personId');
  if (!who.ok) return who;
  const done = act(live.value.ledger, {
    kind: 'set-role',
    personId: who.value,
    role,
    cut: cutOf(live.value.ledger, { personId }),
  });
  if (!done.ok) return done;
  if (role === 'owner' || role === 'admin') {
    const grants = grantsFor(live.value.ledger, live.value.grants(), personId);
    const granted = act(live.value.ledger, { kind: 'grant', grants });
    if (!granted.ok)
      profile.log.warn('a new admin could not be granted the right to invite', { sentence: granted.error.sentence });
  }
  return ok({});
};

export const setManager = (
  profile: ProfileState,
  { personId, managerId }: CommandRequest<'member.setManager'>,
): Result<CommandResult<'member.setManager'>, ProtocolError> => {
  const live = needMembership(profile);
  if (!live.ok) return live;
  if (personId === managerId) return err(failure('invalid', 'Nobody is their own manager.', 'managerId'));
  const who = bytesOf(personId, 'personId');
  if (!who.ok) return who;
  const manager = managerId === null ? ok(null) : bytesOf(managerId, 'managerId');
  if (!manager.ok) return manager;
  const done = act(live.value.ledger, { kind: 'set-manager', personId: who.value, managerId: manager.value });
  return done.ok ? ok({}) : done;
};
