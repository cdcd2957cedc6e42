import {
  addWeeks,
  daysWithin,
  requestClock,
  waitMedians,
  weekOf,
  weekSpan,
  workingMsBetween,
} from '#shared/domain/index.ts';
import type { QueryContext } from '../context.ts';
import type { QueryHandler } from '../handler.ts';
import { createPeople } from '../person-view.ts';
import { requestTopics } from '../requests/request-view.ts';
import { endKnown } from './turns.ts';

const shownOpen = 200;
/** How many weeks the medians look back, the present one included. */
const weeksBack = 8;

interface Open {
  readonly id: string;
  readonly blocker_id: string | null;
  readonly question: string;
  readonly from_id: string;
  readonly to_id: string;
  readonly urgent: 0 | 1;
  readonly since: number;
}

interface Ended {
  readonly blocker_id: string | null;
  readonly to_id: string;
  readonly at: number;
  readonly until: number;
}

const kindOf = ({ blocker_id: blocker }: Pick<Open, 'blocker_id'>): 'question' | 'blocker' =>
  blocker === null ? 'question' : 'blocker';

/** Who waits on whom, and how long things wait in working hours: of all that the reader can read. */
export const waitsQuery = (ctx: QueryContext): QueryHandler<'waits'> => {
  const people = createPeople(ctx);
  const open = ctx.db.prepare<[], Open>(
    `SELECT record_id AS id, blocker_id, question, from_id, to_id, urgent, since FROM requests
     WHERE state = 'open' AND from_id <> to_id ORDER BY since, record_id LIMIT ${shownOpen}`,
  );
  const ended = ctx.db.prepare<[number], Ended>(
    `SELECT r.blocker_id, t.to_id, t.at, t.until FROM requests r JOIN request_turns t USING (record_id)
     WHERE t.until >= ? AND ${endKnown} AND r.state IN ('answered', 'handed-on', 'open') ORDER BY t.until DESC LIMIT 2000`,
  );
  return {
    topics: requestTopics,
    run: () => {
      const now = ctx.clock.now();
      const everybody = new Map(people.all().map((person) => [person.id, person]));
      const zone = everybody.get(ctx.me() ?? '')?.timeZone ?? 'UTC';
      const present = weekOf(now, zone);
      const weeks = Array.from({ length: weeksBack }, (_, nth) => addWeeks(present, nth + 1 - weeksBack));
      const left = (norm: { readonly leftMs: number } | null): number => norm?.leftMs ?? Number.POSITIVE_INFINITY;
      const waits = ended.all(weekSpan(weeks[0] ?? present, zone).start).flatMap((row) => {
        const person = everybody.get(row.to_id);
        if (person === undefined) return [];
        const schedule = {
          hours: person.workingHours,
          timeZone: person.timeZone,
          daysOff: daysWithin(person.daysOff),
        };
        const workedMs = Math.max(0, workingMsBetween(schedule, row.at, row.until));
        return [{ kind: kindOf(row), until: row.until, workedMs }];
      });
      return {
        open: open
          .all()
          .map((row) => {
            const recipient = everybody.get(row.to_id);
            return {
              id: row.id,
              kind: kindOf(row),
              question: row.question,
              fromId: row.from_id,
              toId: row.to_id,
              norm:
                recipient === undefined
                  ? null
                  : requestClock({ since: row.since, urgent: row.urgent === 1, recipient, now }),
            };
          })
          .sort((a, b) => left(a.norm) - left(b.norm) || (a.id < b.id ? -1 : 1)),
        medians: waitMedians(waits, weeks, zone).map((each) => ({ ...each, weeks: [...each.weeks] })),
      };
    },
  };
};
