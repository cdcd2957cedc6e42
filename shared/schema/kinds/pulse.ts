import { defineKind } from '../define.ts';
import { field, holds } from '../fields.ts';
import { pulseKey } from './natural-keys.ts';

/** How a week felt, 1 to 5, for its author's eyes only. */
export const pulse = defineKind({
  kind: 'pulse',
  version: 1,
  spaces: ['self'],
  key: pulseKey,
  scalars: {
    week: field('Week', holds.week, '1970-W01'),
    value: field('Pulse', holds.whole(1, 5), 3),
  },
  texts: {},
  items: {},
  required: ['week', 'value'],
  title: (value) => `Pulse ${value.week}`,
  searchText: () => '',
});
