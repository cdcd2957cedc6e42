import { dayOf, daysWithin, praiseGaps, writes } from '#shared/domain/index.ts';
import type { QueryResult } from '#shared/protocol/index.ts';
import type { QueryContext } from './context.ts';
import type { PeopleReader } from './person-view.ts';

/** Until when this device keeps quiet about it, milliseconds as text. */
export const praiseQuietKey = 'praise_quiet_until';

/**
 * Whose work among the reader's reports has gone longest without recognition, when that is nearly too long; null when
 * there is nobody, or the reader asked not to hear of it for a while. Computed on this device, for this reader alone.
 */
export const createPraiseGap = (ctx: QueryContext, people: PeopleReader): (() => QueryResult<'today'>['praiseGap']) => {
  const last = ctx.db.prepare<unknown[], { at: number | null }>(
    `SELECT max(at) AS at FROM (SELECT max(at) AS at FROM kudos WHERE to_id = @person
     UNION ALL SELECT max(at) FROM badges WHERE to_id = @person)`,
  );
  const joined = ctx.db.prepare<[string], { at: number }>(
    'SELECT v.created_at AS at FROM people p CROSS JOIN record_view v USING (record_id) WHERE p.person_id = ? LIMIT 1',
  );
  const quiet = ctx.db.prepare<[string], { value: string }>('SELECT value FROM local_state WHERE key = ?');
  return () => {
    const me = ctx.me();
    const { people: members } = ctx.team();
    const member = me === null ? undefined : members.get(me);
    const now = ctx.clock.now();
    if (member === undefined || !writes(member) || Number(quiet.get(praiseQuietKey)?.value ?? 0) > now) return null;
    const reports = [...members.values()].filter((one) => one.managerId === me && one.state === 'member');
    const gaps = praiseGaps(
      reports.flatMap(({ personId }) => {
        const person = people.person(personId);
        // Somebody whose page has not arrived has written nothing that could be recognised.
        const since = joined.get(personId)?.at;
        if (person === null || since === undefined) return [];
        const away = daysWithin(person.daysOff).has(dayOf(now, person.timeZone));
        return [{ personId, lastAt: last.get({ person: personId })?.at ?? null, since, away }];
      }),
      now,
    );
    const first = gaps[0];
    return first === undefined ? null : { ...first, more: gaps.length - 1 };
  };
};
