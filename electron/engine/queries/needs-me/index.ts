import type { GoalRow, NeedsMe } from '#shared/protocol/index.ts';
import { createCheckIns } from '../check-in-view.ts';
import type { QueryContext } from '../context.ts';
import { createPeople } from '../person-view.ts';
import { createRecordTitles } from '../record-titles.ts';
import { createAcknowledge } from './acknowledge.ts';
import { createBlockers } from './blockers.ts';
import { createUnanswered } from './comments.ts';
import { createConflicts } from './conflicts.ts';
import { createAskedFeedback } from './feedback-requests.ts';
import { createMentions } from './mentions.ts';
import { ownCheckIn } from './own-check-in.ts';
import { createAsked } from './requests.ts';
import type { Situation } from './situation.ts';
import { staleGoals } from './stale-goals.ts';
import { createDueTasks, createToAccept } from './tasks.ts';

/** What runs out first comes first; what never runs out comes last, newest first. */
const byUrgency = (a: NeedsMe, b: NeedsMe): number => {
  if (a.norm !== null && b.norm !== null) {
    return a.norm.leftMs - b.norm.leftMs || a.norm.dueAt - b.norm.dueAt || (a.key < b.key ? -1 : 1);
  }
  if (a.norm !== null || b.norm !== null) return a.norm === null ? 1 : -1;
  return (b.at ?? 0) - (a.at ?? 0) || (a.key < b.key ? -1 : 1);
};

/** Everything that waits for this person, ordered by when the norm runs out in their own working hours. */
export const createNeedsMe = (ctx: QueryContext): ((keyResults: readonly GoalRow[]) => NeedsMe[]) => {
  const { db } = ctx;
  const people = createPeople(ctx);
  const named = createRecordTitles(db, people);
  const checkIns = createCheckIns(ctx);
  const parts = [
    createBlockers(db),
    createAsked(db),
    createAskedFeedback(db),
    createAcknowledge(db),
    createUnanswered(db),
    createMentions(db),
    createConflicts(db),
    createDueTasks(db),
    createToAccept(db),
  ];
  const arrival = db.prepare<[string], { received_at: number }>(
    `SELECT e.received_at FROM touches t JOIN entries e ON e.id = t.entry_id
     WHERE t.record_id = ? AND t.path = '' ORDER BY e.received_at LIMIT 1`,
  );
  return (keyResults) => {
    const myId = ctx.me() ?? '';
    const me = people.person(myId);
    const member = ctx.team().people.get(myId);
    if (me === null || member === undefined || member.state === 'removed') return [];
    const here: Situation = {
      ctx,
      me,
      member,
      now: ctx.clock.now(),
      people,
      named,
      arrivedAt: (recordId, claimedAt) => arrival.get(recordId)?.received_at ?? claimedAt,
    };
    const items = [
      ...parts.flatMap((part) => part(here)),
      ...ownCheckIn(here, checkIns),
      ...staleGoals(here, keyResults),
    ];
    return items.sort(byUrgency);
  };
};
