import { toText } from '#shared/std/index.ts';
import type { Members } from '../members/index.ts';
import type { OpenedEntry } from './open-entry.ts';

/** Who wrote an entry, or why it cannot count whatever it says: both follow from it and what its author knew. */
export type Author = { readonly personId: string } | { readonly fault: string };

/**
 * Reads the author of a data entry out of the team as they knew it. Whoever knew that their device was taken out, or
 * that a key was replaced because of a removal, wrote nothing that counts (membership.md, C1 and C10).
 */
export const authorOf = ({ deviceId, epochId }: OpenedEntry, members: Members): Author => {
  const device = toText(deviceId);
  const personId = members.personOfDevice(device);
  if (personId === undefined) return { fault: 'Its device belonged to nobody in the team when writing it.' };
  if (members.person(personId)?.state !== 'removed' && members.devices.get(device)?.state === 'revoked')
    return { fault: 'Its device had been taken out of the team when it was written.' };
  if (members.isSuperseded(epochId))
    return { fault: 'It was written with a key that its author knew was replaced after a removal.' };
  return { personId };
};
