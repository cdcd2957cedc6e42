import { cycleDay } from '#shared/domain/index.ts';
import type { GoalRow } from '#shared/protocol/index.ts';
import { createAway } from './away.ts';
import type { QueryContext } from './context.ts';
import { createGoalsOfPerson, type PersonGoals } from './goals-of-person.ts';
import { createGoals, goalTopics } from './goals-reader.ts';
import type { QueryHandler } from './handler.ts';
import { createPeople } from './person-view.ts';
import { createPraiseGap } from './praise-gap.ts';
import { createNeedsMe } from './needs-me/index.ts';

/** How many of one's goals stand beside the day's list. */
const shownGoals = 12;

/** What I answer for: my key results, and objectives of mine that have none. */
const mine = ({ rows, keyResults, goals }: PersonGoals): GoalRow[] =>
  [
    ...keyResults,
    ...rows.filter((row) => row.kind === 'objective' && goals.tree.get(row.id)?.keyResults.length === 0),
  ].slice(0, shownGoals);

/** The first screen: what needs me, what came while I was away, my goals. */
export const todayQuery = (ctx: QueryContext): QueryHandler<'today'> => {
  const goals = createGoals(ctx);
  const goalsOf = createGoalsOfPerson(ctx.db, goals);
  const needsMe = createNeedsMe(ctx);
  const away = createAway(ctx);
  const praiseGap = createPraiseGap(ctx, createPeople(ctx));
  const since = ctx.db.prepare<[], { value: string }>("SELECT value FROM local_state WHERE key = 'away_since'");
  return {
    topics: [
      ...goalTopics,
      'records:check-in',
      'records:comment',
      'records:acknowledgement',
      'records:feedback',
      'records:feedback-request',
      'records:badge',
      'records:kudos',
      'records:agenda-item',
      'records:leave',
      'records:task',
      'records:request',
      'members',
      'entries',
      'local',
    ],
    run: () => {
      const me = ctx.me();
      const stored = Number(since.get()?.value ?? Number.NaN);
      const awaySince = Number.isSafeInteger(stored) ? stored : null;
      if (me === null) return { needsMe: [], away: [], awaySince, goals: [], expected: null, praiseGap: null };
      const own = goalsOf(me);
      const cycle = goals.cycles.current();
      return {
        needsMe: needsMe(own.keyResults),
        away: away.since(awaySince),
        awaySince,
        goals: mine(own),
        expected: cycle === null ? null : cycleDay(cycle, own.goals.present.today).expected,
        praiseGap: praiseGap(),
      };
    },
  };
};
