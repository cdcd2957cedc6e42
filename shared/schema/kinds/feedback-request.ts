import { defineKind } from '../define.ts';
import { accompanying, field, holds, text } from '../fields.ts';
import { firstLine } from './first-line.ts';

/**
 * One person asks another for feedback, about themselves or about somebody they manage, with a norm. It lies in the
 * space of the two: whoever it is about learns of it from the answer, if the answer is for them.
 */
export const feedbackRequest = defineKind({
  kind: 'feedback-request',
  version: 1,
  spaces: ['pair'],
  key: 'own',
  scalars: {
    askedId: field<string | null>('Asked', holds.maybe(holds.id), null),
    aboutId: field<string | null>('About', holds.maybe(holds.id), null),
    /** The goal it is about, where it is about one. */
    goalId: field<string | null>('Goal', holds.maybe(holds.id), null),
    urgent: field('Urgent', holds.flag, false),
    answeredAt: accompanying(field<number | null>('Answered', holds.maybe(holds.time), null)),
    declinedAt: accompanying(field<number | null>('Declined', holds.maybe(holds.time), null)),
    declineWords: field('Why not', holds.words(300), ''),
    withdrawnAt: accompanying(field<number | null>('Withdrawn', holds.maybe(holds.time), null)),
  },
  texts: { prompt: text('What to look at', 4000) },
  items: {},
  required: ['askedId', 'aboutId', 'prompt'],
  title: (value) => firstLine(value.prompt),
  searchText: (value) => value.prompt,
});
