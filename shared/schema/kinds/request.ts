import { defineKind } from '../define.ts';
import { accompanying, collection, field, holds, text } from '../fields.ts';

/** `handed-on`: another request, readable by whom it was handed to, goes on in its place. */
export type RequestState = 'open' | 'answered' | 'withdrawn' | 'handed-on';

/**
 * A question to a person, with the response norm running (PRODUCT, response norm). Each turn names whom it waits for
 * and since when: the last one counts, so that two people who hand it on at once lose nothing. Lives with the team or
 * with exactly those who take part.
 */
export const request = defineKind({
  kind: 'request',
  version: 1,
  spaces: ['team', 'pair', 'group'],
  key: 'own',
  scalars: {
    question: field('Question', holds.line(300), ''),
    fromId: field<string | null>('Asked by', holds.maybe(holds.id), null),
    urgent: field('Urgent', holds.flag, false),
    targetId: field<string | null>('About', holds.maybe(holds.id), null),
    targetKind: field('Kind of record', holds.line(40), ''),
    /** The blocker of the asker's check-in that this asks about, which names the same person first. */
    blockerId: field<string | null>('Blocker', holds.maybe(holds.id), null),
    state: field<RequestState>('State', holds.oneOf(['open', 'answered', 'withdrawn', 'handed-on']), 'open'),
    closedAt: accompanying(field<number | null>('Closed', holds.maybe(holds.time), null)),
    /** Whom question and details name, as in a comment. */
    mentions: accompanying(field('Mentions', holds.words(10_000), '')),
  },
  texts: { text: text('Details') },
  items: {
    turns: collection('Whom it waits for', 50, {
      toId: field<string | null>('Waits for', holds.maybe(holds.id), null),
      byId: field<string | null>('Handed by', holds.maybe(holds.id), null),
      at: field('Since', holds.time, 0),
    }),
  },
  required: ['question', 'fromId'],
  title: (value) => value.question,
  searchText: (value) => value.text,
});
