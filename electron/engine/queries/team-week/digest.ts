import { addDays, daysOfWeek, isWeek, sayValue, weekOf, weekSpan } from '#shared/domain/index.ts';
import type { Confidence, KeyResultType, QueryResult } from '#shared/protocol/index.ts';
import { firstLine } from '#shared/schema/index.ts';
import type { QueryContext } from '../context.ts';
import type { QueryHandler } from '../handler.ts';
import { createPeople } from '../person-view.ts';
import { endKnown } from './turns.ts';

type Digest = QueryResult<'teamDigest'>;

/** So much of each part at most: a digest is read, not searched. */
const most = 200;

interface Moved {
  readonly record_id: string;
  readonly goal: string;
  readonly key_result_id: string;
  readonly key_result: string;
  readonly unit: string;
  readonly type: KeyResultType;
  readonly value: number;
  readonly confidence: Confidence | null;
  readonly before: number | null;
  readonly start: number;
}

/** A week of the team from the records that everybody can read, so that it may be passed on to anybody in the team. */
export const teamDigestQuery = (ctx: QueryContext): QueryHandler<'teamDigest'> => {
  const people = createPeople(ctx);
  const team = 'JOIN record_view v USING (record_id) WHERE v.space_id = @team';
  const moved = ctx.db.prepare<unknown[], Moved>(
    `SELECT u.record_id, o.title AS goal, u.key_result_id, k.title AS key_result, k.unit, k.type, u.value, u.confidence, k.start,
       (SELECT b.value FROM progress_updates b WHERE b.record_id = u.record_id AND b.key_result_id = u.key_result_id
         AND b.at < @from ORDER BY b.at DESC, b.id DESC LIMIT 1) AS before
     FROM progress_updates u JOIN key_results k ON k.record_id = u.record_id AND k.id = u.key_result_id
     JOIN objectives o ON o.record_id = u.record_id JOIN record_view v ON v.record_id = u.record_id
     WHERE v.space_id = @team AND u.at >= @from AND u.at < @to ORDER BY u.at DESC, u.id DESC LIMIT 2000`,
  );
  const blocked = ctx.db.prepare<unknown[], { id: string; text: string; by: string; to_id: string; since: number }>(
    `SELECT r.record_id AS id, r.question AS text, r.from_id AS by, t.to_id, t.at AS since
     FROM requests r JOIN request_turns t USING (record_id) ${team}
     AND r.blocker_id IS NOT NULL AND t.at < @to AND (t.until IS NULL OR t.until >= @to) AND ${endKnown}
     ORDER BY t.at, r.record_id LIMIT ${most}`,
  );
  const closed = ctx.db.prepare<unknown[], { goalId: string; goal: string; score: number | null }>(
    `SELECT o.record_id AS goalId, o.title AS goal, o.score FROM objectives o ${team}
     AND o.state = 'closed' AND o.closed_at >= @from AND o.closed_at < @to ORDER BY o.closed_at, o.record_id LIMIT ${most}`,
  );
  const answered = ctx.db.prepare<unknown[], { id: string; question: string; byId: string }>(
    `SELECT r.record_id AS id, r.question, r.to_id AS byId FROM requests r ${team} AND r.blocker_id IS NULL
     AND r.state = 'answered' AND r.closed_at >= @from AND r.closed_at < @to ORDER BY r.closed_at, r.record_id LIMIT ${most}`,
  );
  const kudos = ctx.db.prepare<unknown[], Digest['kudos'][number]>(
    `SELECT k.to_id AS toId, k.by_id AS byId, k.value, k.text FROM kudos k ${team}
     AND k.at >= @from AND k.at < @to ORDER BY k.at, k.record_id LIMIT ${most}`,
  );
  const away = ctx.db.prepare<unknown[], Digest['away'][number]>(
    `SELECT l.person_id AS personId, l.start, l."end" FROM leave_days l WHERE l.cancelled = 0
     AND l.start <= @last AND l."end" >= @first ORDER BY l.start, l.person_id LIMIT ${most}`,
  );

  const movedIn = (span: object): Digest['moved'] => {
    const newest = new Map<string, Moved>();
    for (const row of moved.all(span)) {
      const key = `${row.record_id}/${row.key_result_id}`;
      if (!newest.has(key)) newest.set(key, row);
    }
    // A report that says the same again is news to a goal, not to a team's week.
    const changed = [...newest.values()].filter((row) => row.value !== (row.before ?? row.start));
    return changed.slice(0, most).map((row) => ({
      goalId: row.record_id,
      goal: row.goal,
      keyResult: row.key_result,
      from: sayValue(row.before ?? row.start, row),
      to: sayValue(row.value, row),
      confidence: row.confidence,
    }));
  };

  return {
    topics: [
      'records:objective',
      'records:request',
      'records:kudos',
      'records:leave',
      'records:person',
      'records:check-in',
      'members',
      'clock',
    ],
    run: ({ week: wanted }) => {
      const zone = people.person(ctx.me() ?? '')?.timeZone ?? 'UTC';
      const present = weekOf(ctx.clock.now(), zone);
      const week = wanted !== undefined && isWeek(wanted) ? wanted : present;
      const { start, end } = daysOfWeek(week);
      const span = weekSpan(week, zone);
      const inWeek = { team: ctx.ownSpaces()?.team ?? '', from: span.start, to: span.end };
      return {
        week,
        start,
        end,
        present: week === present,
        moved: movedIn(inWeek),
        blocked: blocked.all(inWeek).map(({ id, text, by, to_id: waitsForId, since }) => ({
          id,
          text: firstLine(text),
          byId: by,
          waitsForId,
          since,
        })),
        closed: closed.all(inWeek),
        answered: answered.all(inWeek),
        kudos: kudos.all(inWeek).map((row) => ({ ...row, text: firstLine(row.text, 200) })),
        away: away.all({ first: start, last: addDays(end, 7) }),
      };
    },
  };
};
