import { asksFrom, confidenceFell, normClock } from '#shared/domain/index.ts';
import type { Confidence, PersonView, TriageItem } from '#shared/protocol/index.ts';
import type { Db } from '../../store/index.ts';
import { recentMs, scheduleOf } from '../needs-me/situation.ts';
import { firstLine } from '../titles.ts';

/** More than anybody reads at once; older ones are in the list of check-ins. */
const most = 200;

interface CheckInLine {
  readonly record_id: string;
  readonly person_id: string;
  readonly week: string;
  readonly submitted_at: number;
  readonly nothing_changed: 0 | 1;
  readonly answer: string;
  readonly acknowledged_at: number | null;
  readonly planned: number;
  readonly done: number;
  readonly carried_often: number;
  /** Whether the author has written a later one, or the reader has answered: what was in the way is settled. */
  readonly settled: 0 | 1;
  readonly arrived_at: number | null;
}

interface Said {
  readonly key_result_id: string;
  readonly title: string | null;
  readonly confidence: Confidence;
  readonly note: string;
  readonly before: Confidence | null;
}

interface Waiting {
  readonly id: string;
  readonly text: string;
  readonly urgent: 0 | 1;
}

export interface ItemsQuestion {
  readonly me: PersonView;
  readonly reports: readonly string[];
  readonly week: string;
  readonly now: number;
}

const ranks: Readonly<Record<TriageItem['group'], number>> = { blocked: 0, fell: 1, unread: 2, acknowledged: 3 };

const leftOf = (item: TriageItem): number => item.blockers[0]?.norm?.leftMs ?? Number.POSITIVE_INFINITY;

const byNeed = (a: TriageItem, b: TriageItem): number =>
  ranks[a.group] - ranks[b.group] ||
  (leftOf(a) === leftOf(b) ? 0 : leftOf(a) - leftOf(b)) ||
  b.at - a.at ||
  (a.checkInId < b.checkInId ? -1 : 1);

/**
 * Check-ins that want something of the reader: those in which somebody waits for them, whoever wrote it, and recent
 * ones of their reports until they are acknowledged, and this week's afterwards.
 */
export const createItems = (db: Db): ((question: ItemsQuestion) => TriageItem[]) => {
  const lines = db.prepare<unknown[], CheckInLine>(
    `SELECT c.record_id, c.person_id, c.week, c.submitted_at, c.nothing_changed, c.answer,
       (SELECT min(a.at) FROM acknowledgements a WHERE a.target_id = c.record_id AND a.person_id = @me) AS acknowledged_at,
       (SELECT count(*) FROM plans p WHERE p.record_id = c.record_id AND p.list = 'last') AS planned,
       (SELECT count(*) FROM plans p WHERE p.record_id = c.record_id AND p.list = 'last' AND p.outcome = 'done') AS done,
       (SELECT count(*) FROM plans p WHERE p.record_id = c.record_id AND p.list = 'this' AND p.carried >= @often) AS carried_often,
       (EXISTS (SELECT 1 FROM check_ins later WHERE later.person_id = c.person_id AND later.week > c.week)
         OR EXISTS (SELECT 1 FROM comments r WHERE r.target_id = c.record_id AND r.by_id = @me)) AS settled,
       (SELECT min(e.received_at) FROM touches t JOIN entries e ON e.id = t.entry_id
         WHERE t.record_id = c.record_id AND t.path = '') AS arrived_at
     FROM check_ins c
     WHERE c.submitted_at > @since AND c.skipped = 0 AND c.person_id <> @me
       AND (c.person_id IN (SELECT value FROM json_each(@reports))
         OR EXISTS (SELECT 1 FROM blockers b WHERE b.record_id = c.record_id AND b.waits_for_id = @me))
     ORDER BY c.submitted_at DESC, c.record_id LIMIT ${most}`,
  );
  const waiting = db.prepare<[string, string], Waiting>(
    'SELECT id, text, urgent FROM blockers WHERE record_id = ? AND waits_for_id = ? ORDER BY urgent DESC, position',
  );
  const said = db.prepare<unknown[], Said>(
    `SELECT u.key_result_id, k.title, u.confidence, u.note,
       (SELECT p.confidence FROM progress_updates p WHERE p.record_id = k.record_id AND p.key_result_id = u.key_result_id AND p.at < @at
         AND p.confidence IS NOT NULL ORDER BY p.at DESC, p.id LIMIT 1) AS before
     FROM check_in_updates u LEFT JOIN key_results k ON k.id = u.key_result_id
     WHERE u.record_id = @id AND u.confidence IS NOT NULL ORDER BY u.position`,
  );

  return ({ me, reports, week, now }) => {
    const mine = new Set(reports);
    const schedule = scheduleOf(me);
    const itemOf = (line: CheckInLine): TriageItem | undefined => {
      const since = line.arrived_at ?? line.submitted_at;
      const blockers = (line.settled === 1 ? [] : waiting.all(line.record_id, me.id)).map(({ id, text, urgent }) => {
        const hours = urgent === 1 ? me.urgentHours : me.standardHours;
        const left = normClock({ since, hours, schedule, now });
        return {
          id,
          text: firstLine(text),
          urgent: urgent === 1,
          norm: left === null ? null : { ...left, urgent: urgent === 1 },
        };
      });
      const updates = said.all({ id: line.record_id, at: line.submitted_at });
      const fell = updates.flatMap(({ key_result_id: keyResultId, title, confidence: to, before: from }) =>
        title !== null && from !== null && confidenceFell(from, to) ? [{ keyResultId, title, from, to }] : [],
      );
      const isReport = mine.has(line.person_id);
      const seen = line.acknowledged_at !== null;
      const group =
        blockers.length > 0
          ? 'blocked'
          : !isReport
            ? null
            : seen
              ? 'acknowledged'
              : fell.length > 0
                ? 'fell'
                : 'unread';
      if (group === null || (group === 'acknowledged' && line.week !== week)) return undefined;
      return {
        checkInId: line.record_id,
        personId: line.person_id,
        week: line.week,
        at: line.submitted_at,
        group,
        blockers,
        fell,
        planned: line.planned,
        done: line.done,
        carriedOften: line.carried_often,
        nothingChanged: line.nothing_changed === 1,
        words: firstLine(updates.find(({ note }) => note !== '')?.note ?? line.answer),
      };
    };
    return lines
      .all({ me: me.id, reports: JSON.stringify(reports), since: now - recentMs, often: asksFrom })
      .flatMap((line) => itemOf(line) ?? [])
      .sort(byNeed);
  };
};
