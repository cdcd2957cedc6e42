import { firstLine } from '#shared/schema/index.ts';
import { asksFrom, confidenceFell, requestClock } from '#shared/domain/index.ts';
import type { Confidence, PersonView, TriageItem } from '#shared/protocol/index.ts';
import type { Db } from '../../store/index.ts';
import { createOpenBlockers } from '../blockers.ts';
import { recentMs } from '../needs-me/situation.ts';

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
}

interface Said {
  readonly key_result_id: string;
  readonly title: string | null;
  readonly confidence: Confidence;
  readonly note: string;
  readonly before: Confidence | null;
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
 * ones of their reports until they are acknowledged, by whoever managed them then, and this week's afterwards.
 */
export const createItems = (db: Db): ((question: ItemsQuestion) => TriageItem[]) => {
  const lines = db.prepare<unknown[], CheckInLine>(
    `SELECT c.record_id, c.person_id, c.week, c.submitted_at, c.nothing_changed, c.answer,
       (SELECT min(a.at) FROM acknowledgements a WHERE a.target_id = c.record_id AND a.person_id <> c.person_id) AS acknowledged_at,
       (SELECT count(*) FROM plans p WHERE p.record_id = c.record_id AND p.list = 'last') AS planned,
       (SELECT count(*) FROM plans p WHERE p.record_id = c.record_id AND p.list = 'last' AND p.outcome = 'done') AS done,
       (SELECT count(*) FROM plans p WHERE p.record_id = c.record_id AND p.list = 'this' AND p.carried >= @often) AS carried_often
     FROM check_ins c
     WHERE c.skipped = 0 AND c.person_id <> @me
       AND ((c.submitted_at > @since AND c.person_id IN (SELECT value FROM json_each(@reports)))
         OR c.record_id IN (SELECT value FROM json_each(@blocking)))
     ORDER BY c.submitted_at DESC, c.record_id LIMIT ${most}`,
  );
  const open = createOpenBlockers(db);
  const said = db.prepare<unknown[], Said>(
    `SELECT u.key_result_id, k.title, u.confidence, u.note,
       (SELECT p.confidence FROM progress_updates p WHERE p.record_id = k.record_id AND p.key_result_id = u.key_result_id AND p.at < @at
         AND p.confidence IS NOT NULL ORDER BY p.at DESC, p.id LIMIT 1) AS before
     FROM check_in_updates u LEFT JOIN key_results k ON k.id = u.key_result_id
     WHERE u.record_id = @id AND u.confidence IS NOT NULL ORDER BY u.position`,
  );

  return ({ me, reports, week, now }) => {
    const mine = new Set(reports);
    const waiting = Map.groupBy(open(me.id), (blocker) => blocker.record_id);
    const itemOf = (line: CheckInLine): TriageItem | undefined => {
      const blockers = (waiting.get(line.record_id) ?? [])
        .toSorted((a, b) => b.urgent - a.urgent || a.position - b.position)
        .map(({ id, text, urgent, since }) => ({
          id,
          text: firstLine(text),
          urgent: urgent === 1,
          norm: requestClock({ since, urgent: urgent === 1, recipient: me, now }),
        }));
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
      // East of here somebody may be in the week to come.
      const past = line.week < week;
      if (group === null || (group === 'acknowledged' && past)) return undefined;
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
      .all({
        me: me.id,
        reports: JSON.stringify(reports),
        blocking: JSON.stringify([...waiting.keys()]),
        since: now - recentMs,
        often: asksFrom,
      })
      .flatMap((line) => itemOf(line) ?? [])
      .sort(byNeed);
  };
};
