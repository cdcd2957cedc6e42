import { dayNumber, instantOf } from '#shared/domain/index.ts';
import type { QueryParams } from '#shared/protocol/index.ts';
import type { CyclesReader } from './cycle-view.ts';

/** What narrows a search, as SQL parameters; null narrows nothing. Lists are JSON. */
export interface FilterParams {
  readonly by: string | null;
  readonly about: string | null;
  readonly cycles: string | null;
  /** Milliseconds since the epoch; the second one is the first that is too late. */
  readonly from: number | null;
  readonly until: number | null;
}

type Asked = Pick<QueryParams<'search'>, 'byIds' | 'aboutIds' | 'cycleIds' | 'after' | 'before'>;

/** Days become instants in the zone of the one who reads: an evening in Karachi is not yet the next day there. */
export const filterParams = (asked: Asked, cycles: CyclesReader): FilterParams => {
  const list = (ids: readonly string[] | undefined): string | null => (ids === undefined ? null : JSON.stringify(ids));
  const midnight = (day: string | undefined, plus = 0): number | null =>
    day === undefined || !Number.isFinite(dayNumber(day)) ? null : instantOf(dayNumber(day) + plus, 0, cycles.zone());
  return {
    by: list(asked.byIds),
    about: list(asked.aboutIds),
    cycles:
      asked.cycleIds === undefined
        ? null
        : JSON.stringify(
            asked.cycleIds.flatMap((id) => {
              const cycle = cycles.one(id);
              return cycle === null ? [] : [{ id, from: midnight(cycle.start), until: midnight(cycle.end, 1) }];
            }),
          ),
    from: midnight(asked.after),
    until: midnight(asked.before),
  };
};

/** True where every record would pass. */
export const narrowsNothing = (params: FilterParams): boolean =>
  Object.values(params).every((value: unknown) => value === null);

/** The cycle of the goal that a record of `record_view v` is, is about, or helps. */
const cycleOfGoal = `(SELECT o.cycle_id FROM objectives o WHERE o.record_id = CASE v.kind
  WHEN 'objective' THEN v.record_id
  WHEN 'comment' THEN (SELECT c.target_id FROM comments c WHERE c.record_id = v.record_id)
  WHEN 'task' THEN (SELECT k.record_id FROM tasks t JOIN key_results k ON k.id = t.key_result_id
    WHERE t.record_id = v.record_id LIMIT 1)
  WHEN 'badge' THEN (SELECT k.record_id FROM badges b JOIN tasks t ON t.record_id = b.milestone_id
    JOIN key_results k ON k.id = t.key_result_id WHERE b.record_id = v.record_id LIMIT 1)
  END)`;

/** Records that are about, for or owned by somebody; who wrote them is asked for apart. */
const about = `SELECT record_id FROM feedback WHERE about_id IN (SELECT value FROM json_each(@about))
  UNION ALL SELECT record_id FROM kudos WHERE to_id IN (SELECT value FROM json_each(@about))
  UNION ALL SELECT record_id FROM badges WHERE to_id IN (SELECT value FROM json_each(@about))
  UNION ALL SELECT record_id FROM notes WHERE about_id IN (SELECT value FROM json_each(@about))
  UNION ALL SELECT record_id FROM feedback_requests WHERE about_id IN (SELECT value FROM json_each(@about))
  UNION ALL SELECT record_id FROM feedback_requests WHERE asked_id IN (SELECT value FROM json_each(@about))
  UNION ALL SELECT record_id FROM requests WHERE to_id IN (SELECT value FROM json_each(@about))
  UNION ALL SELECT record_id FROM people WHERE person_id IN (SELECT value FROM json_each(@about))
  UNION ALL SELECT record_id FROM tasks WHERE owner_id IN (SELECT value FROM json_each(@about))
  UNION ALL SELECT record_id FROM objectives WHERE owner_id IN (SELECT value FROM json_each(@about))
  UNION ALL SELECT record_id FROM contributors WHERE person_id IN (SELECT value FROM json_each(@about))
  UNION ALL SELECT record_id FROM agenda_items WHERE owner_id IN (SELECT value FROM json_each(@about))
  UNION ALL SELECT record_id FROM mentions WHERE person_id IN (SELECT value FROM json_each(@about))`;

/**
 * What a row of `record_view v` must be. A cycle holds its goals and what is about them, and of everything else what was
 * first written in its days.
 */
export const filterConditions = `(@by IS NULL OR v.author_id IN (SELECT value FROM json_each(@by)))
  AND (@about IS NULL OR v.record_id IN (${about}))
  AND (@from IS NULL OR v.updated_at >= @from) AND (@until IS NULL OR v.updated_at < @until)
  AND (@cycles IS NULL OR EXISTS (SELECT 1 FROM json_each(@cycles) j WHERE CASE
    WHEN v.kind = 'cycle' THEN v.record_id = j.value ->> 'id'
    WHEN ${cycleOfGoal} IS NOT NULL THEN ${cycleOfGoal} = j.value ->> 'id'
    ELSE v.created_at >= j.value ->> 'from' AND v.created_at < j.value ->> 'until' END))`;
