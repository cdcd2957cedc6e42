import { defineKind } from '../define.ts';
import { accompanying, field, holds, text } from '../fields.ts';
import { firstLine } from './first-line.ts';

/** Who is spoken to, and how the text names them after an `@`. */
export interface Mention {
  readonly personId: string;
  readonly as: string;
}

/** The field `mentions` as a list: one line a person, the id and then the name. Lines that are no mention are passed over. */
export const mentionsOf = (lines: string): readonly Mention[] =>
  lines.split('\n').flatMap((line) => {
    const [personId = '', ...name] = line.split(' ');
    return personId === '' || name.length === 0 ? [] : [{ personId, as: name.join(' ') }];
  });

/** The list as the field holds it; the same people give the same text. */
export const mentionLines = (mentions: readonly Mention[]): string =>
  mentions
    .map(({ personId, as }) => `${personId} ${as.replaceAll('\n', ' ')}`)
    .sort()
    .join('\n');

/** What somebody wrote under a record. Lives in the space of what it is about. */
export const comment = defineKind({
  kind: 'comment',
  version: 1,
  spaces: ['team', 'self', 'pair', 'group'],
  key: 'own',
  scalars: {
    targetId: field<string | null>('About', holds.maybe(holds.id), null),
    targetKind: field('Kind of record', holds.line(40), ''),
    // Not a collection: the containers of a kind are part of how its records begin, and comments exist already.
    mentions: accompanying(field('Mentions', holds.words(10_000), '')),
  },
  texts: { text: text('Comment') },
  items: {},
  required: ['targetId', 'targetKind', 'text'],
  title: (value) => firstLine(value.text),
  searchText: (value) => value.text,
});
