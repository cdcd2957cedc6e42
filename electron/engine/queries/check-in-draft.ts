import { checkInWeek, daysOfWeek, isWeek, prefillLastPlans, prefillPlans, type Plan } from '#shared/domain/index.ts';
import type { Audience, CheckInView, KeyResultView, PlanView } from '#shared/protocol/index.ts';
import { createCheckIns } from './check-in-view.ts';
import type { QueryContext } from './context.ts';
import { keyResultView } from './goal-facts.ts';
import { createGoalsOfPerson } from './goals-of-person.ts';
import { createGoals, goalTopics } from './goals-reader.ts';
import type { QueryHandler } from './handler.ts';
import { createPeople } from './person-view.ts';
import { createTeamSettings } from './team-settings.ts';

/** Plans as the record holds them, for the rules of carrying over. */
const asItems = (plans: readonly PlanView[]) =>
  Object.fromEntries(plans.map(({ id, ...plan }, order) => [id, { ...plan, order }]));

const plain = (plans: readonly Plan[]): PlanView[] => plans.map((plan) => ({ ...plan }));

/** What a week's check-in begins with: last week's plans, this week's from what is carried over. */
export const prefill = (previous: CheckInView | null): { lastPlans: PlanView[]; plans: PlanView[] } => {
  const lastPlans = prefillLastPlans(previous === null ? null : { plans: asItems(previous.plans) });
  return { lastPlans: plain(lastPlans), plans: plain(prefillPlans(lastPlans)) };
};

/** Where a check-in goes: to the team. While there is none, to nobody. */
export const teamAudience = (ctx: QueryContext): Audience => {
  const spaces = ctx.ownSpaces();
  return spaces === null ? { kind: 'team', spaceId: '', readerIds: [] } : ctx.audienceOf(spaces.team);
};

/** What the check-in screen of a week is filled with. */
export const checkInDraftQuery = (ctx: QueryContext): QueryHandler<'checkInDraft'> => {
  const people = createPeople(ctx);
  const checkIns = createCheckIns(ctx);
  const goals = createGoals(ctx);
  const goalsOf = createGoalsOfPerson(ctx.db, goals);
  const settings = createTeamSettings(ctx.db);
  const draft = ctx.db.prepare<[string], { value: string; saved_at: number }>(
    'SELECT value, saved_at FROM local_drafts WHERE key = ?',
  );

  /** Key results this person reports on, with the cycle's end that comes first. */
  const reported = (me: string): { keyResults: KeyResultView[]; cycleEnd: string | null } => {
    const mine = goalsOf(me);
    const ends: string[] = [];
    const keyResults = mine.keyResults.flatMap((row) => {
      const node = mine.goals.tree.get(row.objectiveId);
      const line = node?.keyResults.find((one) => one.id === row.id);
      if (node === undefined || line === undefined) return [];
      if (node.line.cycle_end !== null) ends.push(node.line.cycle_end);
      return [keyResultView(line, node.line, mine.goals.present, [])];
    });
    return { keyResults, cycleEnd: ends.sort()[0] ?? goals.cycles.current()?.end ?? null };
  };

  return {
    topics: [...goalTopics, 'records:check-in', 'records:comment', 'records:acknowledgement', 'members', 'local'],
    run: ({ week: asked }) => {
      const me = ctx.me();
      const person = me === null ? null : people.person(me);
      const schedule = { hours: person?.workingHours ?? [], timeZone: person?.timeZone ?? 'UTC' };
      const present = checkInWeek(ctx.clock.now(), schedule).week;
      const week = asked !== undefined && isWeek(asked) ? asked : present;
      const saved = draft.get(`check-in/${week}`);
      const { start, end } = daysOfWeek(week);
      return {
        week,
        start,
        end,
        ...prefill(me === null ? null : checkIns.before(me, week)),
        ...(me === null ? { keyResults: [], cycleEnd: null } : reported(me)),
        question: settings.norms().question,
        draft: saved?.value ?? null,
        draftSavedAt: saved?.saved_at ?? null,
        submitted: me === null ? null : checkIns.ofWeek(me, week),
        audience: teamAudience(ctx),
      };
    },
  };
};
