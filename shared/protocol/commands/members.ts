import { z } from 'zod';
import * as s from '../shapes.ts';

const nothing = z.object({});
const person = z.object({ personId: s.id });

/** Commands on membership: removal, leaving, roles, succession, approval of newcomers. */
export const memberCommands = {
  /** Shuts a person out: new keys for everything they could read, no relay and no teammate talks to them any more. */
  'member.remove': { params: person, result: nothing },
  /** Leaves the team. What is here stays readable on this machine. */
  'member.leave': { params: z.object({}), result: nothing },
  /** The owner makes somebody else owner and becomes an admin. */
  'member.handOver': { params: person, result: nothing },
  /** An invitation for somebody who was in the team before: they come back as a new person of the same name. */
  'member.readmit': {
    params: person.extend({ days: z.number().int().min(1).max(90).default(14) }),
    result: z.object({ id: s.id, link: z.string(), expiresAt: s.time }),
  },
  /** Accepts a newcomer whose invitation asks for it by hand. */
  'invitation.approve': { params: person, result: nothing },
  /** Turns a waiting newcomer away: their invitation ends and the team's keys are changed. */
  'invitation.decline': { params: person, result: nothing },
  /** An admin signs that a person should be owner in place of one who is lost; the last signature needed completes it. */
  'succession.sign': {
    params: z.object({ personId: s.id, replacedId: s.id }),
    result: z.object({ done: z.boolean(), signed: z.number().int(), needed: z.number().int() }),
  },
  /** The owner fixes the history of the team's members: another version of it is refused from then on. */
  'team.checkpoint': { params: z.object({}), result: z.object({ logs: z.number().int() }) },
  /** Empties a profile whose person is not in its team any more, so that it can join again. */
  'team.forget': { params: z.object({}), result: nothing },
  /** Admits what somebody who lost something wrote beyond the cut, as far as it has arrived here (membership.md, C3). */
  'member.extendCut': {
    params: z.object({ personId: s.id.optional(), deviceId: s.id.optional() }),
    result: z.object({ readmitted: z.number().int() }),
  },
} as const;
