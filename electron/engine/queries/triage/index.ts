import { addWeeks, checkInWeek, writes } from '#shared/domain/index.ts';
import type { QueryContext } from '../context.ts';
import type { QueryHandler } from '../handler.ts';
import { scheduleOf } from '../needs-me/situation.ts';
import { createPeople } from '../person-view.ts';
import { createItems } from './items.ts';
import { createTeamWeeks } from './team-weeks.ts';

/** How many weeks the team's table shows. */
const shownWeeks = 8;

/** A manager's queue of check-ins, who has not checked in and why, and the team's last weeks. */
export const triageQuery = (ctx: QueryContext): QueryHandler<'triage'> => {
  const people = createPeople(ctx);
  const items = createItems(ctx.db);
  const teamWeeks = createTeamWeeks(ctx.db);
  return {
    topics: [
      'records:check-in',
      'records:comment',
      'records:request',
      'records:acknowledgement',
      'records:objective',
      'records:person',
      'records:leave',
      'records:team-settings',
      'members',
      'entries',
      'clock',
    ],
    run: () => {
      const now = ctx.clock.now();
      const me = people.person(ctx.me() ?? '');
      const { week } = checkInWeek(now, me === null ? { hours: [], timeZone: 'UTC' } : scheduleOf(me));
      const weeks = Array.from({ length: shownWeeks }, (_, index) => addWeeks(week, index - shownWeeks + 1));
      if (me === null) return { week, reports: 0, submitted: 0, items: [], missing: [], weeks, team: [] };
      const managed = people.all().filter(({ managerId, state }) => managerId === me.id && state !== 'removed');
      const { people: members } = ctx.team();
      // Guests owe no check-in; what somebody wrote before they became one is read all the same.
      const reports = managed.filter(({ id }) => {
        const member = members.get(id);
        return member !== undefined && writes(member);
      });
      const team = teamWeeks(reports, weeks, now);
      return {
        week,
        reports: reports.length,
        submitted: reports.length - team.missing.length,
        items: items({ me, reports: managed.map(({ id }) => id), week, now }),
        missing: team.missing,
        weeks,
        team: team.rows,
      };
    },
  };
};
