import { defineKind } from '../define.ts';
import { collection, field, holds, text } from '../fields.ts';
import { firstLine } from './first-line.ts';

/** What somebody wrote under a record. Lives in the space of what it is about. */
export const comment = defineKind({
  kind: 'comment',
  version: 1,
  spaces: ['team', 'self', 'pair', 'group'],
  key: 'own',
  scalars: {
    targetId: field<string | null>('About', holds.maybe(holds.id), null),
    targetKind: field('Kind of record', holds.line(40), ''),
  },
  texts: { text: text('Comment') },
  items: {
    /** Who is spoken to, by person id: the text says `@` and the name as it was written then. */
    mentions: collection('Mentions', 50, {
      in: field('Mentioned', holds.flag, false),
      as: field('Written as', holds.words(120), ''),
    }),
  },
  required: ['targetId', 'targetKind', 'text'],
  title: (value) => firstLine(value.text),
  searchText: (value) => value.text,
});
