import { mentionsOf } from '#shared/schema/index.ts';
import type { AcknowledgementRecord, CommentRecord } from '#shared/schema/index.ts';
import type { KindRows } from '../rows.ts';
import type { RecordSnapshot } from '../snapshot.ts';

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
        mentions: [...new Map(mentionsOf(value.mentions).map((each) => [each.personId, each])).values()].map(
          ({ personId, as }) => ({ record_id: snapshot.id, person_id: personId, written: as }),
        ),
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
