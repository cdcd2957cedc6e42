import { defineKind } from '../define.ts';
import { field, holds } from '../fields.ts';
import { acknowledgementKey } from './natural-keys.ts';

/** Somebody's explicit "I have read this". Lives in the space of what it is about. */
export const acknowledgement = defineKind({
  kind: 'acknowledgement',
  version: 1,
  spaces: ['team', 'self', 'pair', 'group'],
  key: acknowledgementKey,
  scalars: {
    targetId: field<string | null>('About', holds.maybe(holds.id), null),
    personId: field<string | null>('Acknowledged by', holds.maybe(holds.id), null),
  },
  texts: {},
  items: {},
  required: ['targetId', 'personId'],
  title: () => 'Acknowledgement',
  searchText: () => '',
});
