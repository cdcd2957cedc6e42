import { err, fromText, ok, toText, type Result } from '#shared/std/index.ts';
import { failure, type CommandRequest, type CommandResult, type ProtocolError } from '#shared/protocol/index.ts';
import { cutOf, type Ledger } from '../ledger/index.ts';
import type { Member } from '../members/index.ts';
import { rotateFor } from '../stewardship/index.ts';
import { needMembership, wipe } from './guards.ts';
import { dropPackage, invite } from './invitation-commands.ts';
import type { Live } from './live.ts';
import { act, setRole } from './member-commands.ts';
import type { ProfileState } from './state.ts';

type Answer<T = Record<string, never>> = Result<T, ProtocolError>;

const done = (result: Result<void, ProtocolError>): Answer => (result.ok ? ok({}) : result);

interface Known {
  readonly live: Live;
  readonly ledger: Ledger;
  readonly member: Member;
  readonly id: Uint8Array;
}

const find = (profile: ProfileState, personId: string): Result<Known, ProtocolError> => {
  const live = needMembership(profile);
  if (!live.ok) return live;
  const { ledger } = live.value;
  const member = ledger.graph.now().person(personId);
  const id = fromText(personId);
  if (member === undefined || id === undefined)
    return err(failure('not-found', 'There is no such person in the team.', 'personId'));
  return ok({ live: live.value, ledger, member, id });
};

/**
 * Removes a person: the act with the cut of what is known of their work, and new keys for everything this device shares
 * with them, in one transaction. Their other spaces get new keys from those who read them (stewardship).
 */
export const removeMember = (profile: ProfileState, { personId }: CommandRequest<'member.remove'>): Answer => {
  const known = find(profile, personId);
  if (!known.ok) return known;
  const { ledger, member, id } = known.value;
  if (member.state === 'removed') return ok({});
  if (personId === ledger.me.personId)
    return err(failure('invalid', 'To go yourself, choose "Leave the team".', 'personId'));
  const cut = cutOf(ledger, { personId });
  return done(act(ledger, { kind: 'remove', personId: id, cut }, (cause) => rotateFor(ledger, cause)));
};

/** Leaves the team. Whoever stays changes the keys when they hear of it; this device could only make keys it knows. */
export const leaveTeam = (profile: ProfileState): Answer => {
  const live = needMembership(profile);
  if (!live.ok) return live;
  const { ledger } = live.value;
  if (profile.local.state('sample') === 'yes')
    return err(failure('not-allowed', 'The sample team is left under Data & trust.'));
  return done(act(ledger, { kind: 'remove', personId: ledger.person.id, cut: cutOf(ledger, ledger.me) }));
};

/** Makes somebody else owner, then oneself an admin: a team is never without an owner. */
export const handOver = (profile: ProfileState, { personId }: CommandRequest<'member.handOver'>): Answer => {
  const known = find(profile, personId);
  if (!known.ok) return known;
  const { ledger, member } = known.value;
  const me = ledger.graph.now().person(ledger.me.personId);
  if (me?.role !== 'owner') return err(failure('not-allowed', 'Only the owner hands the team over.'));
  if (member.state !== 'member' || personId === ledger.me.personId)
    return err(failure('invalid', 'Choose a member who has been accepted.', 'personId'));
  const made = setRole(profile, { personId, role: 'owner' });
  return made.ok ? setRole(profile, { personId: ledger.me.personId, role: 'admin' }) : made;
};

/**
 * Invites somebody who was removed or left. Their old identity stays out: its keys may be anywhere. They join anew, and
 * what they wrote before keeps their old name (decision 0011).
 */
export const readmit = (
  profile: ProfileState,
  { personId, days }: CommandRequest<'member.readmit'>,
): Answer<CommandResult<'member.readmit'>> => {
  const known = find(profile, personId);
  if (!known.ok) return known;
  const { member } = known.value;
  if (member.state !== 'removed') return err(failure('conflict', 'This person is in the team already.', 'personId'));
  const role = member.role === 'guest' ? 'guest' : 'member';
  return invite(profile, { name: member.name.slice(0, 120), role, days, approval: false });
};

const waiting = (profile: ProfileState, personId: string) => {
  const known = find(profile, personId);
  if (!known.ok) return known;
  const members = known.value.ledger.graph.now();
  const pending = members.pending.find((one) => one.personId === personId);
  const invitation = members.invitations.find((one) => one.id === pending?.inviteId);
  if (pending === undefined || invitation === undefined)
    return err(failure('not-found', 'Nobody of this name is waiting to be accepted.', 'personId'));
  return ok({ ...known.value, pending, invitation });
};

export const approve = (profile: ProfileState, { personId }: CommandRequest<'invitation.approve'>): Answer => {
  const found = waiting(profile, personId);
  if (!found.ok) return found;
  const { live, ledger, pending, invitation } = found.value;
  const accepted = act(ledger, { kind: 'accept', join: pending.join });
  if (!accepted.ok) return accepted;
  dropPackage(live, invitation.invite);
  return ok({});
};

/** Ends the invitation, which takes the newcomer's place away; they could read the team's records, so keys change. */
export const decline = (profile: ProfileState, { personId }: CommandRequest<'invitation.decline'>): Answer => {
  const found = waiting(profile, personId);
  if (!found.ok) return found;
  const { live, ledger, invitation } = found.value;
  const ended = act(ledger, { kind: 'revoke-invite', invite: invitation.invite }, () => rotateFor(ledger, null));
  if (!ended.ok) return ended;
  dropPackage(live, invitation.invite);
  live.revokeKey(invitation.invite);
  return ok({});
};

/** Pins every members log where it ends now: a second history of any of them is refused from then on (M8). */
export const checkpoint = (profile: ProfileState): Answer<CommandResult<'team.checkpoint'>> => {
  const live = needMembership(profile);
  if (!live.ok) return live;
  const { ledger } = live.value;
  const space = toText(ledger.space.members);
  const pins = ledger.entries
    .logs()
    .filter((log) => log.space_id === space && log.fork === null)
    .map((log) => ({ logId: log.log, seq: log.head_seq, hash: log.head_hash }));
  const written = act(ledger, { kind: 'checkpoint', pins });
  return written.ok ? ok({ logs: pins.length }) : written;
};

/** Empties this profile once its person or device is out of the team; before that nothing is thrown away. */
export const forgetTeam = async (profile: ProfileState): Promise<Answer> => {
  const live = profile.live();
  if (live === null) return ok({});
  if (!live.ledger.isOut())
    return err(failure('not-allowed', 'You are in this team. Leave it first, if you mean to go.'));
  profile.setLive(null);
  await live.close();
  wipe(profile);
  profile.touchAll();
  return ok({});
};
