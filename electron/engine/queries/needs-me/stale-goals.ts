import { isTimeZone, writes } from '#shared/domain/index.ts';
import type { GoalRow, NeedsMe } from '#shared/protocol/index.ts';
import { teamAudience } from '../check-in-draft.ts';
import { scheduleOf, type Situation } from './situation.ts';

const dayWords = (at: number, timeZone: string): string =>
  new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', timeZone }).format(at);

/** A zone that this machine does not know counts as UTC. */
const knownZone = (timeZone: string): string => (isTimeZone(timeZone) ? timeZone : 'UTC');

/** Key results I answer for that nobody has reported on for longer than the team allows. */
export const staleGoals = (here: Situation, keyResults: readonly GoalRow[]): NeedsMe[] =>
  !writes(here.member)
    ? []
    : keyResults
        .filter((row) => row.stale)
        .map((row) => ({
          key: `stale-goal/${row.objectiveId}/${row.id}`,
          kind: 'stale-goal',
          title: row.title,
          targetId: row.objectiveId,
          targetKind: 'objective',
          fromId: null,
          at: row.lastUpdateAt,
          audience: teamAudience(here.ctx),
          norm: null,
          detail:
            row.lastUpdateAt === null
              ? 'No update yet'
              : `No update since ${dayWords(row.lastUpdateAt, knownZone(scheduleOf(here.me).timeZone))}`,
        }));
