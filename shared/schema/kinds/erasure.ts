import { defineKind } from '../define.ts';
import { field, holds } from '../fields.ts';
import { erasureKey } from './natural-keys.ts';

/** Asked for, or past the time that the team keeps such records. */
export type ErasureReason = 'asked' | 'retention';

/**
 * The lasting word that a record is gone: lives in the record's own space, so that exactly those who could read the
 * record can see who erased it and when. Its key names the record; nothing of the content is in it.
 */
export const erasure = defineKind({
  kind: 'erasure',
  version: 1,
  spaces: ['team', 'self', 'pair', 'group'],
  key: erasureKey,
  scalars: { why: field<ErasureReason>('Why', holds.oneOf(['asked', 'retention']), 'asked') },
  texts: {},
  items: {},
  required: ['why'],
  title: () => 'Erasure',
  searchText: () => '',
});
