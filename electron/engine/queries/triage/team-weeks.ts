import { absenceOf, checkInDueAt } from '#shared/domain/index.ts';
import type { PersonView, QueryResult, TriageCell } from '#shared/protocol/index.ts';
import type { Db } from '../../store/index.ts';
import { scheduleOf } from '../needs-me/situation.ts';

interface Sent {
  readonly record_id: string;
  readonly person_id: string;
  readonly week: string;
  readonly nothing_changed: 0 | 1;
  readonly skipped: 0 | 1;
  readonly acknowledged: 0 | 1;
}

type Missing = QueryResult<'triage'>['missing'];

/** The last weeks of some people, and who of them is missing in the newest with the reason that their hours give. */
export const createTeamWeeks = (db: Db) => {
  const sent = db.prepare<unknown[], Sent>(
    `SELECT c.record_id, c.person_id, c.week, c.nothing_changed, c.skipped,
       EXISTS (SELECT 1 FROM acknowledgements a WHERE a.target_id = c.record_id AND a.person_id <> c.person_id) AS acknowledged
     FROM check_ins c WHERE c.person_id IN (SELECT value FROM json_each(@people)) AND c.week >= @from
     ORDER BY c.record_id DESC`,
  );
  const joined = db.prepare<[string], { readonly person_id: string; readonly at: number }>(
    `SELECT p.person_id, min(v.created_at) AS at FROM people p CROSS JOIN record_view v USING (record_id)
     WHERE p.person_id IN (SELECT value FROM json_each(?)) GROUP BY p.person_id`,
  );
  return (
    people: readonly PersonView[],
    weeks: readonly string[],
    now: number,
  ): { readonly rows: QueryResult<'triage'>['team']; readonly missing: Missing } => {
    const ids = JSON.stringify(people.map(({ id }) => id));
    const found = new Map(
      sent.all({ people: ids, from: weeks[0] ?? '' }).map((one) => [`${one.person_id}/${one.week}`, one]),
    );
    const joinedAt = new Map(joined.all(ids).map(({ person_id, at }) => [person_id, at]));
    const present = weeks.at(-1) ?? '';
    const missing: Missing = [];
    const rows = people.map((person) => {
      const schedule = scheduleOf(person);
      const cells = weeks.map((week): TriageCell => {
        const one = found.get(`${person.id}/${week}`);
        if (one !== undefined) {
          const state = one.skipped === 1 ? 'skipped' : one.nothing_changed === 1 ? 'unchanged' : 'sent';
          return { week, state, checkInId: one.record_id, acknowledged: one.acknowledged === 1 };
        }
        // Whoever joined when a week's work was over was not asked about it.
        if (week !== present && (joinedAt.get(person.id) ?? 0) >= checkInDueAt(week, schedule)) {
          return { week, state: 'before', checkInId: null, acknowledged: false };
        }
        const absence = absenceOf(week, schedule, now);
        if (week === present) missing.push({ personId: person.id, ...absence });
        const state = absence.reason === 'leave' ? 'leave' : absence.reason === 'open' ? 'none' : 'running';
        return { week, state, checkInId: null, acknowledged: false };
      });
      return { personId: person.id, cells };
    });
    return { rows, missing };
  };
};
