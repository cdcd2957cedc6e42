import { defineKind } from '../define.ts';
import { field, holds } from '../fields.ts';

/** A span of days that goals belong to: a quarter, a half or a custom one. Both days are included. */
export const cycle = defineKind({
  kind: 'cycle',
  version: 1,
  spaces: ['team'],
  key: 'own',
  scalars: {
    title: field('Title', holds.line(300), ''),
    start: field('First day', holds.day, '1970-01-01'),
    end: field('Last day', holds.day, '1970-01-01'),
    state: field<'open' | 'closed'>('State', holds.oneOf(['open', 'closed']), 'open'),
  },
  texts: {},
  items: {},
  required: ['title', 'start', 'end'],
  title: (value) => value.title,
  searchText: (value) => `${value.start} ${value.end}`,
});
