import { defineKind } from '../define.ts';
import { field, holds } from '../fields.ts';

export type LeaveReason = 'leave' | 'holiday' | 'other';

/** Days on which somebody does not work. Both days are included. Everybody sees them; why is theirs to say or not. */
export const leave = defineKind({
  kind: 'leave',
  version: 1,
  spaces: ['team'],
  key: 'own',
  scalars: {
    personId: field<string | null>('Person', holds.maybe(holds.id), null),
    start: field('First day', holds.day, '1970-01-01'),
    end: field('Last day', holds.day, '1970-01-01'),
    reason: field<LeaveReason>('Reason', holds.oneOf(['leave', 'holiday', 'other']), 'leave'),
    note: field('Note', holds.words(300), ''),
    cancelled: field('Cancelled', holds.flag, false),
  },
  texts: {},
  items: {},
  required: ['personId', 'start', 'end'],
  title: (value) => `${value.start} to ${value.end}`,
  searchText: (value) => value.note,
});
