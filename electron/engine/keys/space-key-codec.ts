import { bytesOf, fieldsOf, listOf } from '#shared/sync/index.ts';
import type { CborValue } from '#shared/sync/index.ts';
import type { SpaceKey } from './keyring.ts';

/** More than this many superseded epochs in one rotation would be a mistake or an attack. */
const mostSuperseded = 64;

/** `[spaceId, key, superseded epoch ids]` inside secrets, packages and offers. */
export const readSpaceKey = fieldsOf({
  spaceId: bytesOf(32),
  key: bytesOf(32),
  supersedes: listOf(bytesOf(32), mostSuperseded),
});

export const spaceKeyValue = (key: SpaceKey): CborValue => [key.spaceId, key.key, key.supersedes];
