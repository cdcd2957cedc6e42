import { defineKind } from '../define.ts';
import { accompanying, field, holds, text } from '../fields.ts';
import { firstLine } from './first-line.ts';

const visibilities = ['recipient', 'recipient-and-manager', 'manager', 'everyone'] as const;
export type Visibility = (typeof visibilities)[number];

/** Feedback about a person, in the space of exactly its readers. Written once, never widened. */
export const feedback = defineKind({
  kind: 'feedback',
  version: 1,
  spaces: ['team', 'pair', 'group'],
  key: 'own',
  scalars: {
    aboutId: field<string | null>('About', holds.maybe(holds.id), null),
    visibility: field<Visibility>('Who can read it', holds.oneOf(visibilities), 'recipient'),
    /** The goal it is about, where it is about one; said by the request that it answers. */
    goalId: field<string | null>('Goal', holds.maybe(holds.id), null),
    /** The request that it answers. */
    requestId: field<string | null>('Answers', holds.maybe(holds.id), null),
    /** Whom the text names, as in a comment. */
    mentions: accompanying(field('Mentions', holds.words(10_000), '')),
  },
  texts: { text: text('Feedback') },
  items: {},
  required: ['aboutId', 'visibility', 'text'],
  title: (value) => firstLine(value.text),
  searchText: (value) => value.text,
});
