import { err, ok, toText, type Result } from '#shared/std/index.ts';
import { failure, type CommandResult, type ProtocolError } from '#shared/protocol/index.ts';
import { makeSampleTeam } from '../sample/index.ts';
import { needNoTeam, wipe } from './guards.ts';
import { reminderCommands } from './reminder-commands.ts';
import type { ProfileState } from './state.ts';

const dayMs = 86_400_000;

/** Fills an empty profile with the sample team. It stays on this machine: it has no relay, and nobody can be invited into it by mistake. */
export const enterSample = async (
  profile: ProfileState,
): Promise<Result<CommandResult<'team.sample'>, ProtocolError>> => {
  const free = needNoTeam(profile);
  if (!free.ok) return free;
  profile.setJoining('Making the sample team.');
  const now = profile.clock.now();
  try {
    const { db, emptyStore, random, breathe } = profile;
    const { secrets, haves } = await makeSampleTeam({ db, emptyStore, now, random, breathe });
    const live = profile.revive(secrets, () => true);
    const kept = live.ledger.transact('local', () => {
      live.keep();
      profile.local.setState('sample', 'yes');
      profile.local.setState('away_since', String(now - 3 * dayMs));
      return ok(undefined);
    });
    if (!kept.ok) {
      await live.close();
      wipe(profile);
      return kept;
    }
    for (const have of haves) live.network.putObject(have);
    profile.setLive(live);
    await callToNothing(profile);
    return ok({ teamId: toText(live.ledger.teamRoot), personId: live.ledger.me.personId });
  } finally {
    profile.setJoining(null);
  }
};

/** What stood already when somebody came in to look around stays in its place; only what comes later is said. */
const callToNothing = async (profile: ProfileState): Promise<void> => {
  const standing = await profile.read('reminders', {});
  if (!standing.ok) return;
  const { tell, inDigest, digest } = standing.value;
  reminderCommands(profile)['reminders.claim']({ keys: [...tell, ...inDigest], digestDay: digest });
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
