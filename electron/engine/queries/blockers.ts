import type { Db } from '../store/index.ts';

/** A blocker that is not settled, and whom it waits for since when. */
export interface OpenBlocker {
  readonly record_id: string;
  readonly id: string;
  readonly text: string;
  readonly urgent: 0 | 1;
  readonly position: number;
  /** Who is blocked. */
  readonly person_id: string;
  /** When the one it waits for was asked, as the asker's device claims it: both sides count from there. */
  readonly since: number;
  readonly space_id: string;
}

/**
 * Blockers that wait for a person, the newest first. One that was asked as a request stands until it is settled. One
 * from before that stands until the person answers under the check-in or its author writes the next one.
 */
export const createOpenBlockers = (db: Db): ((personId: string) => OpenBlocker[]) => {
  const read = db.prepare<unknown[], OpenBlocker>(
    `SELECT b.record_id, b.id, b.text, r.urgent, b.position, c.person_id, r.since, v.space_id
     FROM requests r CROSS JOIN blockers b ON b.id = r.blocker_id
     JOIN check_ins c ON c.record_id = b.record_id AND c.person_id = r.from_id JOIN record_view v ON v.record_id = c.record_id
     WHERE r.to_id = @me AND r.state = 'open' AND r.blocker_id IS NOT NULL
     UNION ALL
     SELECT b.record_id, b.id, b.text, b.urgent, b.position, c.person_id, c.submitted_at AS since, v.space_id
     FROM blockers b JOIN check_ins c USING (record_id) JOIN record_view v USING (record_id)
     WHERE b.waits_for_id = @me AND c.person_id <> @me
       AND NOT EXISTS (SELECT 1 FROM requests r WHERE r.blocker_id = b.id AND r.from_id = c.person_id)
       AND NOT EXISTS (SELECT 1 FROM check_ins later WHERE later.person_id = c.person_id AND later.week > c.week)
       AND NOT EXISTS (SELECT 1 FROM comments r WHERE r.target_id = c.record_id AND r.by_id = @me)
     ORDER BY since DESC, record_id, position LIMIT 200`,
  );
  return (personId) => read.all({ me: personId });
};
