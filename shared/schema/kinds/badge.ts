import { defineKind } from '../define.ts';
import { field, holds } from '../fields.ts';
import { badgeKey } from './natural-keys.ts';

/** A milestone's badge on one person: who took part in finishing it, said by somebody else, read by everyone. */
export const badge = defineKind({
  kind: 'badge',
  version: 1,
  spaces: ['team'],
  key: badgeKey,
  scalars: {
    milestoneId: field<string | null>('Milestone', holds.maybe(holds.id), null),
    toId: field<string | null>('To', holds.maybe(holds.id), null),
    title: field('Badge', holds.line(120), ''),
    value: field('Team value', holds.words(60), ''),
    words: field('What for', holds.words(1000), ''),
  },
  texts: {},
  items: {},
  required: ['milestoneId', 'toId', 'title'],
  title: (value) => value.title,
  searchText: (value) => [value.value, value.words].join('\n'),
});
