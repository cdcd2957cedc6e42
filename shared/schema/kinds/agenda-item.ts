import { defineKind } from '../define.ts';
import { accompanying, field, holds } from '../fields.ts';

const forms = ['topic', 'action', 'decision'] as const;
/** What an agenda item has become: something to talk about, something that somebody does, something decided. */
export type AgendaForm = (typeof forms)[number];

/** One line of the 1:1 between two people, in their pair's space. Open ones carry over by themselves. */
export const agendaItem = defineKind({
  kind: 'agenda-item',
  version: 1,
  spaces: ['pair'],
  key: 'own',
  scalars: {
    text: field('To talk about', holds.line(500), ''),
    form: field<AgendaForm>('Became', holds.oneOf(forms), 'topic'),
    /** The check-in, goal, feedback or comment that it came from. */
    sourceId: field<string | null>('From', holds.maybe(holds.id), null),
    sourceKind: field('Kind of record', holds.words(40), ''),
    ownerId: field<string | null>('Owner', holds.maybe(holds.id), null),
    due: field<string | null>('Due', holds.maybe(holds.day), null),
    decision: field('Decision', holds.words(4000), ''),
    doneAt: accompanying(field<number | null>('Done', holds.maybe(holds.time), null)),
    order: accompanying(field('Order', holds.number, 0)),
    /** Whom the text names, as in a comment. */
    mentions: accompanying(field('Mentions', holds.words(10_000), '')),
  },
  texts: {},
  items: {},
  required: ['text'],
  title: (value) => value.text,
  searchText: (value) => value.decision,
});
