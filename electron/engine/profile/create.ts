import { ok, toText, type Result } from '#shared/std/index.ts';
import type { CommandRequest, CommandResult, ProtocolError } from '#shared/protocol/index.ts';
import { foundTeam } from '../founding/index.ts';
import { needNoTeam } from './guards.ts';
import { addRelays } from './relay-commands.ts';
import type { ProfileState } from './state.ts';

/** Founds a team on an empty profile. Keys, first entries and read models are one transaction. */
export const createTeam = async (
  profile: ProfileState,
  request: CommandRequest<'team.create'>,
): Promise<Result<CommandResult<'team.create'>, ProtocolError>> => {
  const free = needNoTeam(profile);
  if (!free.ok) return free;
  const { secrets, begin } = foundTeam(request, profile.clock, profile.random);
  const live = profile.revive(secrets, () => true);
  const done = live.ledger.transact('local', () => {
    const begun = begin(live.ledger);
    // The secrets themselves are new, whether or not a key was learned on the way.
    if (begun.ok) live.keep();
    return begun;
  });
  if (!done.ok) {
    await live.close();
    return done;
  }
  profile.setLive(live);
  const relays = addRelays(profile, live, request.relayUrls);
  if (!relays.ok)
    profile.log.warn('A relay address given with the new team was not usable.', { sentence: relays.error.sentence });
  return ok({ teamId: toText(live.ledger.teamRoot), personId: live.ledger.me.personId });
};
