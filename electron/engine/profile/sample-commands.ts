import { err, ok, type Result } from '#shared/std/index.ts';
import { failure, type CommandResult, type ProtocolError } from '#shared/protocol/index.ts';
import { needNoTeam, wipe } from './guards.ts';
import type { ProfileState } from './state.ts';

/** Fills an empty profile with the sample team. */
export const enterSample = async (
  profile: ProfileState,
): Promise<Result<CommandResult<'team.sample'>, ProtocolError>> => {
  const free = needNoTeam(profile);
  if (!free.ok) return free;
  return err(failure('unavailable', 'The sample team is being made.'));
};

/** Leaves the sample team: the profile is empty again. */
export const leaveSample = async (profile: ProfileState): Promise<Result<Record<string, never>, ProtocolError>> => {
  if (profile.local.state('sample') !== 'yes') {
    return err(failure('not-allowed', 'This is a real team. Only the sample team can be left this way.'));
  }
  const live = profile.live();
  profile.setLive(null);
  await live?.close();
  wipe(profile);
  profile.touchAll();
  return ok({});
};
