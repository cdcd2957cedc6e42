import { defineKind } from '../define.ts';
import { field, holds, text } from '../fields.ts';
import { firstLine } from './first-line.ts';

/** A performance note: what its author wants to remember about a person, under a key that nobody else holds. */
export const note = defineKind({
  kind: 'note',
  version: 1,
  spaces: ['self'],
  key: 'own',
  scalars: {
    aboutId: field<string | null>('About', holds.maybe(holds.id), null),
    /** What it was seen in: a goal, a check-in, kudos. */
    evidenceId: field<string | null>('Evidence', holds.maybe(holds.id), null),
  },
  texts: { text: text('Note') },
  items: {},
  required: ['aboutId', 'text'],
  title: (value) => firstLine(value.text),
  searchText: (value) => value.text,
});
