import type { FeedbackRecord, KudosRecord } from '#shared/schema/index.ts';
import type { KindRows } from '../rows.ts';
import type { RecordSnapshot } from '../snapshot.ts';
import { mentionRows } from './mentions.ts';

export const feedbackRows = (snapshot: RecordSnapshot, value: FeedbackRecord): KindRows =>
  value.aboutId === null
    ? {}
    : {
        feedback: [
          {
            record_id: snapshot.id,
            about_id: value.aboutId,
            by_id: snapshot.createdById,
            visibility: value.visibility,
            at: snapshot.createdAt,
            text: value.text,
            request_id: value.requestId,
            goal_id: value.goalId,
          },
        ],
        mentions: mentionRows(snapshot, value),
      };

export const kudosRows = (snapshot: RecordSnapshot, value: KudosRecord): KindRows =>
  value.toId === null
    ? {}
    : {
        kudos: [
          {
            record_id: snapshot.id,
            to_id: value.toId,
            by_id: snapshot.createdById,
            value: value.value,
            evidence_id: value.evidenceId,
            at: snapshot.createdAt,
            text: value.text,
          },
        ],
        mentions: mentionRows(snapshot, value),
      };
