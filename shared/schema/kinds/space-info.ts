import { defineKind } from '../define.ts';
import { collection, field, holds } from '../fields.ts';

/** First record of a space of named people: who its readers are and what it is for. Written once. */
export const spaceInfo = defineKind({
  kind: 'space-info',
  version: 1,
  spaces: ['pair', 'group'],
  key: /^space$/,
  scalars: { purpose: field('Purpose', holds.words(60), '') },
  texts: {},
  items: { readers: collection('Readers', 200, { in: field('Reader', holds.flag, false) }) },
  required: [],
  title: () => 'Readers',
  searchText: () => '',
});
