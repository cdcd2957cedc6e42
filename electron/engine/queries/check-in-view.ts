import type { CheckInView, PlanView } from '#shared/protocol/index.ts';
import type { AcknowledgementRow, CheckInRow, CheckInUpdateRow, PlanRow } from '../readmodels/index.ts';
import { createBlockerViews } from './blocker-view.ts';
import { createComments } from './comments.ts';
import type { QueryContext } from './context.ts';
import { headsFrom } from './stored-json.ts';

export type StoredCheckIn = CheckInRow & { readonly space_id: string; readonly heads: string };

export const planView = (row: PlanRow): PlanView => ({
  id: row.id,
  text: row.text,
  outcome: row.outcome,
  carried: row.carried,
  keyResultId: row.key_result_id,
});

export interface CheckInsReader {
  readonly one: (id: string) => CheckInView | null;
  readonly ofWeek: (personId: string, week: string) => CheckInView | null;
  /** The newest check-in of a person before a week, without weeks that were skipped. */
  readonly before: (personId: string, week: string) => CheckInView | null;
  /** Of one person from one week to another, newest first. */
  readonly between: (personId: string, from: string, to: string, limit: number) => CheckInView[];
  /** Newest first; of one person or of everybody. */
  readonly newest: (personId: string | null, limit: number) => CheckInView[];
}

const select = 'SELECT c.*, v.space_id, v.heads FROM check_ins c JOIN record_view v USING (record_id)';

/** Check-ins with all that hangs on them. */
export const createCheckIns = (ctx: QueryContext): CheckInsReader => {
  const { db } = ctx;
  const comments = createComments(db);
  const byId = db.prepare<[string], StoredCheckIn>(`${select} WHERE c.record_id = ?`);
  const byWeek = db.prepare<[string, string], StoredCheckIn>(
    `${select} WHERE c.person_id = ? AND c.week = ? ORDER BY c.record_id LIMIT 1`,
  );
  const earlier = db.prepare<[string, string], StoredCheckIn>(
    `${select} WHERE c.person_id = ? AND c.week < ? AND c.skipped = 0 ORDER BY c.week DESC, c.record_id LIMIT 1`,
  );
  const everybody = db.prepare<[number], StoredCheckIn>(`${select} ORDER BY c.submitted_at DESC, c.record_id LIMIT ?`);
  const ofPerson = db.prepare<[string, number], StoredCheckIn>(
    `${select} WHERE c.person_id = ? ORDER BY c.week DESC, c.record_id LIMIT ?`,
  );
  const spanned = db.prepare<unknown[], StoredCheckIn>(
    `${select} WHERE c.person_id = @personId AND c.week BETWEEN @from AND @to ORDER BY c.week DESC, c.record_id LIMIT @limit`,
  );
  const plans = db.prepare<[string], PlanRow>('SELECT * FROM plans WHERE record_id = ? ORDER BY list, position');
  const updates = db.prepare<[string], CheckInUpdateRow>(
    'SELECT * FROM check_in_updates WHERE record_id = ? ORDER BY position',
  );
  const blockers = createBlockerViews(ctx);
  const acknowledgements = db.prepare<[string], AcknowledgementRow>(
    'SELECT * FROM acknowledgements WHERE target_id = ? ORDER BY at, record_id',
  );

  const named = db.prepare<unknown[], CheckInView['keyResults'][number]>(
    `SELECT k.id, k.record_id AS objectiveId, k.title, k.unit, k.type FROM key_results k WHERE k.id IN (
       SELECT key_result_id FROM plans WHERE record_id = @id
       UNION SELECT key_result_id FROM check_in_updates WHERE record_id = @id
     ) ORDER BY k.record_id, k.position`,
  );

  const view = (row: StoredCheckIn): CheckInView => {
    const all = plans.all(row.record_id);
    return {
      id: row.record_id,
      personId: row.person_id,
      week: row.week,
      lastPlans: all.filter((plan) => plan.list === 'last').map(planView),
      plans: all.filter((plan) => plan.list === 'this').map(planView),
      updates: updates.all(row.record_id).map((update) => ({
        keyResultId: update.key_result_id,
        value: update.value,
        confidence: update.confidence,
        projection: update.projection,
        note: update.note,
      })),
      keyResults: named.all({ id: row.record_id }),
      blockers: blockers(row),
      question: row.question,
      answer: row.answer,
      nothingChanged: row.nothing_changed === 1,
      skipped: row.skipped === 1,
      skipReason: row.skip_reason,
      pulse: row.pulse,
      submittedAt: row.submitted_at,
      acknowledgements: acknowledgements.all(row.record_id).map((seen) => ({ byId: seen.person_id, at: seen.at })),
      comments: comments(row.record_id),
      audience: ctx.audienceOf(row.space_id),
      heads: headsFrom(row.heads),
    };
  };
  const viewOrNull = (row: StoredCheckIn | undefined): CheckInView | null => (row === undefined ? null : view(row));

  return {
    one: (id) => viewOrNull(byId.get(id)),
    ofWeek: (personId, week) => viewOrNull(byWeek.get(personId, week)),
    before: (personId, week) => viewOrNull(earlier.get(personId, week)),
    between: (personId, from, to, limit) => spanned.all({ personId, from, to, limit }).map(view),
    newest: (personId, limit) => (personId === null ? everybody.all(limit) : ofPerson.all(personId, limit)).map(view),
  };
};
