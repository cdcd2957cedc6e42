import { err, fromText, ok, type Result } from '#shared/std/index.ts';
import { failure, type CommandRequest, type CommandResult, type ProtocolError } from '#shared/protocol/index.ts';
import { createInvitation } from '../invitation/index.ts';
import { deletePackage, rotateFor, teamKeys } from '../stewardship/index.ts';
import { naturalKey, kinds } from '#shared/schema/index.ts';
import { toText } from '#shared/std/index.ts';
import type { SyncObject } from '#shared/sync/index.ts';
import { recordIdOf } from '../entry/index.ts';
import type { Ledger } from '../ledger/index.ts';
import { needMembership } from './guards.ts';
import type { Live } from './live.ts';
import { act, writeAct } from './member-commands.ts';
import { knownRelays } from './relay-commands.ts';
import type { ProfileState } from './state.ts';

const dayMs = 86_400_000;

/** Name of the team as its settings have it now. */
export const teamName = (ledger: Ledger): string => {
  const id = toText(recordIdOf(ledger.space.team, 'team-settings', naturalKey('team')));
  const value = ledger.records.get(id) === undefined ? undefined : ledger.documents.valueAt(id, kinds['team-settings']);
  const name = value?.ok === true ? value.value.name : undefined;
  return typeof name === 'string' ? name : '';
};

/** Inside a transaction: an invitation's act. Its sealed package is for `putObject`, once the act is durable. */
export const writeInvitation = (
  profile: ProfileState,
  { ledger, grants }: Live,
  request: CommandRequest<'invitation.create'>,
): Result<{ readonly answer: CommandResult<'invitation.create'>; readonly object: SyncObject }, ProtocolError> => {
  const expiresAt = profile.clock.now() + request.days * dayMs;
  const keys = teamKeys(ledger);
  const created = createInvitation({
    teamRoot: ledger.teamRoot,
    teamName: teamName(ledger).slice(0, 200),
    relayUrls: knownRelays(profile).slice(0, 8),
    lanKey: ledger.secrets().lanKey,
    role: request.role,
    expiresAt,
    note: request.name,
    approval: request.approval,
    inviterId: ledger.person.id,
    device: ledger.device,
    grants: grants(),
    keys,
    random: profile.random,
  });
  const written = writeAct(ledger, created.act);
  if (!written.ok) return written;
  return ok({
    answer: { id: created.id, link: created.link, expiresAt },
    object: { id: created.object.id, version: keys.length, bytes: created.object.bytes },
  });
};

/** A single-use invitation. The link is shown once: nobody can make it again. */
export const invite = (
  profile: ProfileState,
  request: CommandRequest<'invitation.create'>,
): Result<CommandResult<'invitation.create'>, ProtocolError> => {
  const live = needMembership(profile);
  if (!live.ok) return live;
  const { ledger } = live.value;
  const made = ledger.transact('local', () => writeInvitation(profile, live.value, request));
  if (!made.ok) return made;
  live.value.network.putObject(made.value.object);
  return ok(made.value.answer);
};

/** Ends an open invitation: the act for the team, a revocation for relays, and its package is deleted everywhere. */
export const revokeInvitation = (profile: ProfileState, id: string): Result<Record<string, never>, ProtocolError> => {
  const live = needMembership(profile);
  if (!live.ok) return live;
  const key = fromText(id);
  const known = live.value.ledger.graph.now().invitations.find((one) => one.id === id);
  if (key === undefined || known === undefined) return err(failure('not-found', 'There is no such invitation.', 'id'));
  if (known.state === 'used')
    return err(failure('invitation-used', 'Somebody has joined with it already. Remove the person instead.'));
  if (known.state === 'revoked') return ok({});
  const { ledger } = live.value;
  const done = act(ledger, { kind: 'revoke-invite', invite: key }, () => rotateFor(ledger, null));
  if (!done.ok) return done;
  dropPackage(live.value, key);
  live.value.revokeKey(key);
  return ok({});
};

/** Deletes an invitation's sealed package here and, with the next sync, everywhere. */
export const dropPackage = ({ network }: Live, invite: Uint8Array): void => deletePackage(network, invite);
