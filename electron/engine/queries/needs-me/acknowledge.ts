import type { NeedsMe } from '#shared/protocol/index.ts';
import type { Db } from '../../store/index.ts';
import { checkInTitle } from '../titles.ts';
import { normLeft, recentMs, type Situation } from './situation.ts';

interface Unread {
  readonly record_id: string;
  readonly person_id: string;
  readonly week: string;
  readonly submitted_at: number;
  readonly space_id: string;
  readonly blockers: number;
}

const detail = (blockers: number): string =>
  blockers === 0 ? '' : blockers === 1 ? '1 blocker' : `${blockers} blockers`;

/** Recent check-ins of people I manage that nobody acknowledged: whoever managed them before me may have. */
export const createAcknowledge = (db: Db): ((here: Situation) => NeedsMe[]) => {
  const unread = db.prepare<unknown[], Unread>(
    `SELECT c.record_id, c.person_id, c.week, c.submitted_at, v.space_id,
       (SELECT count(*) FROM blockers b WHERE b.record_id = c.record_id) AS blockers
     FROM check_ins c JOIN record_view v USING (record_id)
     WHERE c.person_id IN (SELECT value FROM json_each(@reports)) AND c.submitted_at > @since AND c.skipped = 0
       AND NOT EXISTS (SELECT 1 FROM acknowledgements a WHERE a.target_id = c.record_id AND a.person_id <> c.person_id)
     ORDER BY c.submitted_at DESC, c.record_id LIMIT 200`,
  );
  return (here) => {
    const reports = [...here.ctx.team().people.values()]
      .filter((person) => person.managerId === here.me.id && person.state !== 'removed')
      .map((person) => person.personId);
    if (reports.length === 0) return [];
    const parameters = { reports: JSON.stringify(reports), since: here.now - recentMs };
    return unread.all(parameters).map((row) => ({
      key: `acknowledge/${row.record_id}`,
      kind: 'acknowledge',
      title: checkInTitle(here.people.name(row.person_id), row.week),
      targetId: row.record_id,
      targetKind: 'check-in',
      fromId: row.person_id,
      at: row.submitted_at,
      audience: here.ctx.audienceOf(row.space_id),
      norm: normLeft(here, here.arrivedAt(row.record_id, row.submitted_at), false),
      detail: detail(row.blockers),
    }));
  };
};
