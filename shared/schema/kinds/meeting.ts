import { defineKind } from '../define.ts';
import { field, holds, text } from '../fields.ts';
import { meetingKey } from './natural-keys.ts';

/** What two people wrote at one date of their 1:1. One record a day, which both edit; their texts merge. */
export const meeting = defineKind({
  kind: 'meeting',
  version: 1,
  spaces: ['pair'],
  key: meetingKey,
  scalars: { day: field('Day', holds.day, '1970-01-01') },
  texts: { notes: text('Notes') },
  items: {},
  required: ['day'],
  title: (value) => `1:1 ${value.day}`,
  searchText: (value) => value.notes,
});
