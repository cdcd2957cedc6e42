import { err, ok, type Result } from '#shared/std/index.ts';
import { failure, type ProtocolError } from '#shared/protocol/index.ts';
import type { Live } from './live.ts';
import type { ProfileState } from './state.ts';

/** The live team, or the sentence that says that there is none. */
export const needTeam = (profile: ProfileState): Result<Live, ProtocolError> => {
  const live = profile.live();
  if (live === null || live.ledger.graph.now().person(live.ledger.me.personId) === undefined) {
    return err(failure('not-ready', 'This profile has no team yet. Create one, or join with a link.'));
  }
  return ok(live);
};

/** The live team of somebody who is still in it: who was shut out reads what they have and changes nothing (DESIGN 1.6). */
export const needMembership = (profile: ProfileState): Result<Live, ProtocolError> => {
  const live = needTeam(profile);
  if (!live.ok || !live.value.ledger.isOut()) return live;
  return err(
    failure(
      'not-allowed',
      'You are not in this team any more, so nothing can be changed from here. What you had stays readable and can be exported.',
    ),
  );
};

/** Refuses where a team is there already: one profile, one team. */
export const needNoTeam = (profile: ProfileState): Result<void, ProtocolError> => {
  if (profile.live() !== null) {
    return err(failure('conflict', 'This profile has a team already. Use another profile for another team.'));
  }
  // Of two at once, the one that fails would empty the profile under the one that succeeded.
  if (profile.isJoining())
    return err(failure('conflict', 'This profile is being set up already. Wait until that is done.'));
  return ok(undefined);
};

/** Empties every table, in memory or in the file, in one transaction: after a join that failed, and when the sample team is left. */
export const wipe = (profile: Pick<ProfileState, 'db'>): void => {
  const tables = profile.db
    .prepare<unknown[], { name: string }>(
      `SELECT DISTINCT name FROM pragma_table_list WHERE type IN ('table', 'virtual') AND schema <> 'temp'
       AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'sealed_%'`,
    )
    .all();
  profile.db.transaction(() => {
    for (const { name } of tables) profile.db.exec(`DELETE FROM "${name}"`);
  })();
};

/** Takes away what a join that was cut off has left in a profile without a team: sealed entries nobody here can use. */
export const wipeLeftovers = (profile: ProfileState): void => {
  if (profile.db.prepare('SELECT 1 FROM entries LIMIT 1').get() !== undefined) wipe(profile);
};
