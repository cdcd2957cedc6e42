import type { FeedbackView, KudosView } from '#shared/protocol/index.ts';
import type { FeedbackRow, KudosRow } from '../readmodels/index.ts';
import type { QueryContext } from './context.ts';
import { headsFrom } from './stored-json.ts';

/** How much of a thread is shown; the newest. */
const shown = 100;

export interface PraiseReader {
  /** Feedback that is here (that is: that this person may read), about or by somebody, newest first. */
  readonly feedback: (personId: string) => FeedbackView[];
  /** Kudos to or by somebody, newest first. */
  readonly kudos: (personId: string) => KudosView[];
}

type StoredFeedback = FeedbackRow & {
  readonly space_id: string;
  readonly heads: string;
  readonly goal_title: string | null;
  readonly request_here: string | null;
};

export const createPraise = (ctx: QueryContext): PraiseReader => {
  const feedback = ctx.db.prepare<unknown[], StoredFeedback>(
    `SELECT f.*, v.space_id, v.heads, g.title AS goal_title, r.record_id AS request_here
     FROM feedback f JOIN record_view v USING (record_id)
     LEFT JOIN record_view g ON g.record_id = f.goal_id LEFT JOIN feedback_requests r ON r.record_id = f.request_id
     WHERE f.about_id = @person OR f.by_id = @person ORDER BY f.at DESC, f.record_id LIMIT ${shown}`,
  );
  const kudos = ctx.db.prepare<
    unknown[],
    KudosRow & { readonly heads: string; readonly evidence_title: string | null }
  >(
    `SELECT k.*, v.heads, e.title AS evidence_title FROM kudos k JOIN record_view v USING (record_id)
     LEFT JOIN record_view e ON e.record_id = k.evidence_id
     WHERE k.to_id = @person OR k.by_id = @person ORDER BY k.at DESC, k.record_id LIMIT ${shown}`,
  );
  return {
    feedback: (personId) =>
      feedback.all({ person: personId }).map((row) => ({
        id: row.record_id,
        aboutId: row.about_id,
        byId: row.by_id,
        at: row.at,
        visibility: row.visibility,
        text: row.text,
        goal: row.goal_id === null || row.goal_title === null ? null : { id: row.goal_id, title: row.goal_title },
        requestId: row.request_here,
        audience: ctx.audienceOf(row.space_id),
        heads: headsFrom(row.heads),
      })),
    kudos: (personId) =>
      kudos.all({ person: personId }).map((row) => ({
        id: row.record_id,
        toId: row.to_id,
        byId: row.by_id,
        at: row.at,
        value: row.value,
        text: row.text,
        evidenceId: row.evidence_id,
        evidenceTitle: row.evidence_title,
        heads: headsFrom(row.heads),
      })),
  };
};
