import type {
  AgendaItemRecord,
  BadgeRecord,
  FeedbackRequestRecord,
  MeetingRecord,
  NoteRecord,
} from '#shared/schema/index.ts';
import type { KindRows } from '../rows.ts';
import type { RecordSnapshot } from '../snapshot.ts';
import { mentionRows } from './mentions.ts';

export const agendaItemRows = (snapshot: RecordSnapshot, value: AgendaItemRecord): KindRows => ({
  agenda_items: [
    {
      record_id: snapshot.id,
      text: value.text,
      form: value.form,
      source_id: value.sourceId,
      source_kind: value.sourceKind,
      by_id: snapshot.createdById,
      at: snapshot.createdAt,
      owner_id: value.ownerId,
      due: value.due,
      decision: value.decision,
      done_at: value.doneAt,
      position: value.order,
    },
  ],
  mentions: mentionRows(snapshot, value),
});

export const meetingRows = (snapshot: RecordSnapshot, value: MeetingRecord): KindRows => ({
  meetings: [{ record_id: snapshot.id, day: value.day, notes: value.notes }],
});

export const feedbackRequestRows = (snapshot: RecordSnapshot, value: FeedbackRequestRecord): KindRows =>
  value.askedId === null || value.aboutId === null
    ? {}
    : {
        feedback_requests: [
          {
            record_id: snapshot.id,
            by_id: snapshot.createdById,
            asked_id: value.askedId,
            about_id: value.aboutId,
            prompt: value.prompt,
            urgent: value.urgent ? 1 : 0,
            at: snapshot.createdAt,
            answered_at: value.answeredAt,
            declined_at: value.declinedAt,
            withdrawn_at: value.withdrawnAt,
            goal_id: value.goalId,
            decline_words: value.declineWords,
          },
        ],
      };

export const badgeRows = (snapshot: RecordSnapshot, value: BadgeRecord): KindRows =>
  value.milestoneId === null || value.toId === null
    ? {}
    : {
        badges: [
          {
            record_id: snapshot.id,
            milestone_id: value.milestoneId,
            to_id: value.toId,
            by_id: snapshot.createdById,
            title: value.title,
            value: value.value,
            words: value.words,
            at: snapshot.createdAt,
          },
        ],
      };

export const noteRows = (snapshot: RecordSnapshot, value: NoteRecord): KindRows =>
  value.aboutId === null
    ? {}
    : {
        notes: [
          {
            record_id: snapshot.id,
            about_id: value.aboutId,
            evidence_id: value.evidenceId,
            text: value.text,
            at: snapshot.createdAt,
          },
        ],
      };
