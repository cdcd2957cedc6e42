import { err, ok, toText, type Result } from '#shared/std/index.ts';
import {
  failure,
  type CommandRequest,
  type CommandResult,
  type ErrorCode,
  type ProtocolError,
} from '#shared/protocol/index.ts';
import { decide } from '#shared/domain/index.ts';
import { inviteKeys, inviteObjectId, joinAct, newcomerGrants, openPackage, parseLink } from '../invitation/index.ts';
import type { InvitationLink } from '../invitation/index.ts';
import { domainContext } from '../api/index.ts';
import { writeDecision } from '../api/index.ts';
import { deviceKeys } from '../keys/index.ts';
import { awaited, settled } from './fetching.ts';
import { needNoTeam, wipe, wipeLeftovers } from './guards.ts';
import type { Live } from './live.ts';
import { openRecords } from './opening.ts';
import { addRelays } from './relay-commands.ts';
import type { ProfileState } from './state.ts';

/**
 * Joins with a link, whoever is awake: connects with the grants the link carries, fetches everything sealed, opens the
 * package that lies beside the log, and writes the join. Until that commit this profile holds nothing it would keep; a
 * join that fails or is cut off leaves it empty.
 */
export const joinTeam = async (
  profile: ProfileState,
  request: CommandRequest<'team.join'>,
): Promise<Result<CommandResult<'team.join'>, ProtocolError>> => {
  const free = needNoTeam(profile);
  if (!free.ok) return free;
  const link = parseLink(request.link);
  if (!link.ok) return err(failure('invitation-invalid', link.error.sentence, 'link'));
  if (link.value.relayUrls.length === 0 && request.address === undefined) {
    return err(
      failure(
        'unreachable',
        'This invitation names no relay. Enter the address of a teammate’s machine to join over your own network.',
        'address',
      ),
    );
  }
  const deviceSecret = profile.random.bytes(32);
  const secrets = {
    teamRoot: link.value.teamRoot,
    deviceSecret,
    personSecret: profile.random.bytes(32),
    generations: [],
    logs: [],
    keys: [],
    grants: newcomerGrants(link.value, deviceKeys(deviceSecret)),
    lanKey: link.value.lanKey,
  };
  wipeLeftovers(profile);
  let joined = false;
  const live = profile.revive(secrets, () => joined);
  profile.setJoining(`Looking for ${link.value.teamName === '' ? 'the team' : link.value.teamName}.`);
  let result: Result<void, ProtocolError> | undefined;
  try {
    result = await enter(profile, live, link.value, request, () => {
      joined = true;
    });
    if (result.ok) profile.setLive(live);
  } finally {
    // Whatever happens, the profile is not left joining for ever; a full disk may even refuse to be emptied.
    if (result?.ok !== true) await live.close();
    profile.setJoining(null);
  }
  if (!result.ok) {
    wipe(profile);
    profile.touchAll();
    return result;
  }
  return ok({ teamId: toText(live.ledger.teamRoot), personId: live.ledger.me.personId });
};

const enter = async (
  profile: ProfileState,
  live: Live,
  link: InvitationLink,
  request: CommandRequest<'team.join'>,
  onJoined: () => void,
): Promise<Result<void, ProtocolError>> => {
  const { ledger, network } = live;
  const relays = addRelays(profile, live, link.relayUrls);
  if (!relays.ok) return relays;
  if (request.address !== undefined) {
    const dialled = await network.connectLan(request.address);
    if (dialled !== undefined) return err(failure('unreachable', dialled, 'address'));
  }
  const found = await waitForPackage(profile, live, link);
  if (!found.ok) return found;
  profile.setJoining('Opening the team’s records.');
  const opened = openPackage(link, found.value, profile.clock.now());
  if (!opened.ok) {
    const code: ErrorCode = opened.error.code === 'invitation-expired' ? 'invitation-expired' : 'invitation-invalid';
    return err(failure(code, opened.error.sentence, 'link'));
  }
  const keys = opened.value.keys;
  const complete = await settled(profile, live);
  if (!complete)
    return err(
      failure('unreachable', 'The connection broke before the team’s records were here. Try again with the same link.'),
    );

  const read = await openRecords(ledger, keys, { say: profile.setJoining, breathe: profile.breathe });
  if (!read.ok) return read;

  return ledger.transact('local', () => {
    const id = toText(inviteKeys(link.secret).sign.publicKey);
    const invitation = ledger.graph.now().invitations.find((one) => one.id === id);
    if (invitation === undefined)
      return err(failure('invitation-invalid', 'The team does not know this invitation. Ask for a new link.', 'link'));
    const over = ended(invitation.state);
    if (over !== undefined) return err(over);
    const act = ledger.writeAct(joinAct(link, ledger.person, ledger.device, request.person.name));
    if (!act.ok) return act;
    const refusal = ledger.graph.now().refusal(act.value);
    if (refusal !== undefined) return err(failure('invitation-invalid', refusal.sentence, 'link'));
    const decision = decide('team.join', request, domainContext(ledger, profile.clock, profile.random));
    if (!decision.ok) return decision;
    const written = writeDecision(ledger, decision.value, profile.random);
    if (!written.ok) return written;
    onJoined();
    live.keep();
    return ok(undefined);
  });
};

const ended = (state: 'open' | 'used' | 'revoked'): ProtocolError | undefined => {
  if (state === 'used')
    return failure('invitation-used', 'Somebody has joined with this link already. Ask for a new one.', 'link');
  if (state === 'revoked')
    return failure('invitation-revoked', 'This invitation was withdrawn. Ask for a new link.', 'link');
  return undefined;
};

/** The sealed package, from a relay or a teammate; says why not, in the words of whoever refused. */
const waitForPackage = async (
  profile: ProfileState,
  live: Live,
  link: InvitationLink,
): Promise<Result<Uint8Array, ProtocolError>> => {
  const { network } = live;
  const id = inviteObjectId(inviteKeys(link.secret).sign.publicKey);
  const gone = (): boolean => network.objects.get(id)?.bytes === null;
  const held = (): boolean => network.objects.get(id)?.bytes instanceof Uint8Array;
  const arrived = await awaited(profile, live, () => held() || gone());
  const bytes = network.objects.get(id)?.bytes;
  if (bytes instanceof Uint8Array) return ok(bytes);
  const refusal = network.refusal();
  if (refusal !== undefined)
    return err(failure(refusal.used ? 'invitation-used' : 'invitation-invalid', refusal.sentence, 'link'));
  if (gone())
    return err(failure('invitation-used', 'This invitation was used or withdrawn. Ask for a new link.', 'link'));
  if (arrived || network.synced()) {
    return err(
      failure(
        'unreachable',
        'The invitation has not reached this relay yet. Ask its sender to open Meridian once while online, then try again.',
        'link',
      ),
    );
  }
  return err(
    failure(
      'unreachable',
      `Nobody of the team could be reached: ${network.trouble()} Check your connection and try again with the same link.`,
      'link',
    ),
  );
};
