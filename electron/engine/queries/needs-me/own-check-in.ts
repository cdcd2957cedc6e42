import { checkInWeek, isLeaveWeek, weekSpan, workingMsBetween, writes } from '#shared/domain/index.ts';
import type { NeedsMe } from '#shared/protocol/index.ts';
import type { CheckInsReader } from '../check-in-view.ts';
import { prefill, teamAudience } from '../check-in-draft.ts';
import { weekWords } from '../titles.ts';
import { scheduleOf, type Situation } from './situation.ts';

const filledIn = (plans: number): string =>
  plans === 0 ? '' : plans === 1 ? '1 plan from last week is filled in' : `${plans} plans from last week are filled in`;

/**
 * My check-in of this week, due at the end of my last working hours in it. Whoever joined after that is not late: their
 * first check-in waits without a deadline. A week that is all leave asks for none.
 */
export const ownCheckIn = (here: Situation, checkIns: CheckInsReader): NeedsMe[] => {
  const { ctx, me, member, now } = here;
  if (!writes(member)) return [];
  const schedule = scheduleOf(me);
  const { week, dueAt } = checkInWeek(now, schedule);
  if (checkIns.ofWeek(me.id, week) !== null || isLeaveWeek(week, schedule)) return [];
  const joined = ctx.db
    .prepare<[string], { at: number }>(
      'SELECT v.created_at AS at FROM people p CROSS JOIN record_view v USING (record_id) WHERE p.person_id = ? LIMIT 1',
    )
    .get(me.id);
  const late = joined !== undefined && joined.at >= dueAt;
  const totalMs = workingMsBetween(schedule, weekSpan(week, me.timeZone).start, dueAt);
  return [
    {
      key: `check-in/${week}`,
      kind: 'check-in',
      title: `Check-in for ${weekWords(week)}`,
      targetId: me.id,
      targetKind: 'check-in',
      fromId: null,
      at: null,
      audience: teamAudience(ctx),
      norm:
        totalMs > 0 && !late ? { leftMs: workingMsBetween(schedule, now, dueAt), totalMs, dueAt, urgent: false } : null,
      detail: filledIn(prefill(checkIns.before(me.id, week)).lastPlans.length),
    },
  ];
};
