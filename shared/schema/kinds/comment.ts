import { defineKind } from '../define.ts';
import { field, holds, text } from '../fields.ts';
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
  items: {},
  required: ['targetId', 'targetKind', 'text'],
  title: (value) => firstLine(value.text),
  searchText: (value) => value.text,
});
