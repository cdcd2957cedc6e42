import {
  asSettledInWork,
  checkInWeek,
  daysOfWeek,
  isLeaveWeek,
  isWeek,
  prefillLastPlans,
  prefillPlans,
  questionOfWeek,
  questionsOf,
  withOpenTasks,
  type OpenTask,
  type Plan,
  type SettledState,
} from '#shared/domain/index.ts';
import type { Audience, CheckInView, KeyResultView, PlanView } from '#shared/protocol/index.ts';
import { createCheckIns } from './check-in-view.ts';
import type { QueryContext } from './context.ts';
import { keyResultView } from './goal-facts.ts';
import { createGoalsOfPerson } from './goals-of-person.ts';
import { createGoals, goalTopics } from './goals-reader.ts';
import type { QueryHandler } from './handler.ts';
import { scheduleOf } from './needs-me/situation.ts';
import { createPeople } from './person-view.ts';
import { createTeamSettings } from './team-settings.ts';

/** A check-in takes sixty plans; whoever has more open tasks in a week decides about the rest in Work. */
const mostTasks = 30;

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

  const openTasks = ctx.db.prepare<unknown[], OpenTask>(
    `SELECT record_id AS id, title, week, carried, key_result_id AS keyResultId FROM tasks
     WHERE owner_id = @me AND state = 'open' AND milestone = 0 AND (week IS NULL OR week <= @week)
     ORDER BY week IS NULL, week, position, record_id LIMIT ${mostTasks}`,
  );
  const settledTasks = ctx.db.prepare<[string], { id: string; state: SettledState }>(
    `SELECT record_id AS id, state FROM tasks
     WHERE record_id IN (SELECT value FROM json_each(?)) AND state IN ('done', 'dropped')`,
  );
  /** What Work says by now of the plans that are tasks. */
  const settled = (plans: readonly PlanView[]): ReadonlyMap<string, SettledState> =>
    new Map(settledTasks.all(JSON.stringify(plans.map(({ id }) => id))).map(({ id, state }) => [id, state]));

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
    topics: [
      ...goalTopics,
      'records:check-in',
      'records:task',
      'records:comment',
      'records:request',
      'records:acknowledgement',
      'members',
    ],
    run: ({ week: wanted }) => {
      const me = ctx.me();
      const person = me === null ? null : people.person(me);
      const schedule = { hours: person?.workingHours ?? [], timeZone: person?.timeZone ?? 'UTC' };
      const present = checkInWeek(ctx.clock.now(), schedule).week;
      const week = wanted !== undefined && isWeek(wanted) ? wanted : present;
      const saved = draft.get(`check-in/${week}`);
      const { start, end } = daysOfWeek(week);
      const submitted = me === null ? null : checkIns.ofWeek(me, week);
      const before = prefill(me === null ? null : checkIns.before(me, week));
      const planned = asSettledInWork(before.lastPlans, settled(before.lastPlans));
      const asked = withOpenTasks(week, planned, me === null ? [] : openTasks.all({ me, week }));
      const lastPlans = plain(asked.lastPlans);
      return {
        week,
        start,
        end,
        lastPlans,
        plans: plain(prefillPlans(lastPlans)),
        tasks: plain(asked.fresh),
        onLeave: person !== null && isLeaveWeek(week, scheduleOf(person)),
        ...(me === null ? { keyResults: [], cycleEnd: null } : reported(me)),
        question: questionOfWeek(questionsOf(settings.norms()), week),
        draft: saved?.value ?? null,
        draftSavedAt: saved?.saved_at ?? null,
        submitted,
        audience: teamAudience(ctx),
      };
    },
  };
};
