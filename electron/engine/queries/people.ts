import { administers } from '#shared/domain/index.ts';
import type { QueryResult } from '#shared/protocol/index.ts';
import type { QueryContext, TeamInvitation } from './context.ts';
import type { QueryHandler } from './handler.ts';
import { createPeople } from './person-view.ts';

type Invitation = QueryResult<'people'>['invitations'][number];

/** The members graph reads no clock; that a link has run out is said here, for showing only. */
const invitationView = (of: TeamInvitation, now: number): Invitation => ({
  id: of.id,
  name: of.note,
  role: of.role,
  createdAt: of.createdAt,
  expiresAt: of.expiresAt,
  createdById: of.createdById,
  state: of.state === 'open' && of.expiresAt <= now ? 'expired' : of.state,
  usedById: of.usedById,
});

/** Everybody in the team and the invitations, newest first. */
export const peopleQuery = (ctx: QueryContext): QueryHandler<'people'> => {
  const people = createPeople(ctx);
  return {
    topics: ['records:person', 'records:leave', 'records:team-settings', 'members', 'clock'],
    run: () => {
      const now = ctx.clock.now();
      const team = ctx.team();
      const me = ctx.me();
      const member = me === null ? undefined : team.people.get(me);
      const mayAdminister = member !== undefined && administers(member);
      return {
        people: people.all(),
        invitations: team.invitations
          .map((invitation) => invitationView(invitation, now))
          .sort((a, b) => b.createdAt - a.createdAt || (a.id < b.id ? -1 : 1)),
        mayInvite: mayAdminister,
        mayAdminister,
      };
    },
  };
};
