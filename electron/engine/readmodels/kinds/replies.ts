import type { AcknowledgementRecord, CommentRecord } from '#shared/schema/index.ts';
import type { KindRows } from '../rows.ts';
import type { RecordSnapshot } from '../snapshot.ts';
import { mentionRows } from './mentions.ts';

/** The author is the verified signer of the creation, never a field of the document. */
export const commentRows = (snapshot: RecordSnapshot, value: CommentRecord): KindRows =>
  value.targetId === null
    ? {}
    : {
        comments: [
          {
            record_id: snapshot.id,
            target_id: value.targetId,
            target_kind: value.targetKind,
            by_id: snapshot.createdById,
            at: snapshot.createdAt,
            edited_at: snapshot.updatedAt > snapshot.createdAt ? snapshot.updatedAt : null,
            text: value.text,
          },
        ],
        mentions: mentionRows(snapshot, value),
      };

export const acknowledgementRows = (snapshot: RecordSnapshot, value: AcknowledgementRecord): KindRows =>
  value.targetId === null
    ? {}
    : {
        acknowledgements: [
          {
            record_id: snapshot.id,
            target_id: value.targetId,
            person_id: snapshot.createdById,
            at: snapshot.createdAt,
          },
        ],
      };
