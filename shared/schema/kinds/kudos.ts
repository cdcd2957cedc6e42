import { defineKind } from '../define.ts';
import { accompanying, field, holds, text } from '../fields.ts';
import { firstLine } from './first-line.ts';

/** Recognition that the whole team reads, with the team value it shows and the work it points to. */
export const kudos = defineKind({
  kind: 'kudos',
  version: 1,
  spaces: ['team'],
  key: 'own',
  scalars: {
    toId: field<string | null>('To', holds.maybe(holds.id), null),
    value: field('Team value', holds.words(60), ''),
    evidenceId: field<string | null>('Evidence', holds.maybe(holds.id), null),
    /** Whom the text names, as in a comment. */
    mentions: accompanying(field('Mentions', holds.words(10_000), '')),
  },
  texts: { text: text('Kudos') },
  items: {},
  required: ['toId', 'text'],
  title: (value) => firstLine(value.text),
  searchText: (value) => [value.value, value.text].join('\n'),
});
