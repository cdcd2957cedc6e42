import { mentionsOf } from '#shared/schema/index.ts';
import type { MentionRow } from '../rows/replies.ts';
import type { RecordSnapshot } from '../snapshot.ts';

/** Whom a record's text names, each person once. */
export const mentionRows = ({ id }: RecordSnapshot, { mentions }: { readonly mentions: string }): MentionRow[] =>
  [...new Map(mentionsOf(mentions).map((each) => [each.personId, each])).values()].map(({ personId, as }) => ({
    record_id: id,
    person_id: personId,
    written: as,
  }));
