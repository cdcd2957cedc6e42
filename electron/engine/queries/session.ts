import { questionsOf } from '#shared/domain/index.ts';
import type { QueryContext } from './context.ts';
import type { QueryHandler } from './handler.ts';
import { createPeople } from './person-view.ts';
import { headsFrom, textsFrom } from './stored-json.ts';
import { createTeamSettings } from './team-settings.ts';

/** Who and where this profile is. The team is null only before there is one. */
export const sessionQuery = (ctx: QueryContext): QueryHandler<'session'> => {
  const settings = createTeamSettings(ctx.db);
  const people = createPeople(ctx);
  const team = (id: string) => {
    const stored = settings.stored();
    const norms = stored ?? settings.norms();
    return {
      id,
      name: stored?.name ?? '',
      standardHours: norms.standard_hours,
      urgentHours: norms.urgent_hours,
      staleDays: norms.stale_days,
      questions: [...questionsOf(norms)],
      values: stored === undefined ? [] : textsFrom(stored.team_values),
      heads: headsFrom(stored?.heads),
    };
  };
  return {
    topics: ['records:team-settings', 'records:person', 'records:leave', 'members', 'local'],
    run: () => {
      const profile = ctx.profile();
      const me = ctx.me();
      const teamId = ctx.teamId();
      return {
        state: profile.state,
        joining: profile.joining,
        sample: profile.sample,
        team: teamId === null ? null : team(teamId),
        me: me === null ? null : people.person(me),
        version: profile.version,
        profileName: profile.name,
        now: ctx.clock.now(),
      };
    },
  };
};
