import type { AgendaItemRecord, MeetingRecord } from '../../../schema/index.ts';
import { writes } from '../standing.ts';
import type { KindPolicy, Situation, Who } from '../types.ts';

/** One of the two whose 1:1 it is. */
const either: Who<unknown> = {
  sentence: 'Only the two people of a 1:1 write in it.',
  is: ({ signer, space }) => writes(signer) && space.readers.includes(signer.personId),
};

/** Judged only by who touches it: two edits that met may disagree, and the next change of the text cannot help it. */
const agendaWhole = ({ after, ops, space }: Situation<AgendaItemRecord>): string | null => {
  if (!ops.some(({ path }) => path === 'form' || path === 'ownerId' || path === 'due' || path === 'decision'))
    return null;
  if (after.ownerId !== null && !space.readers.includes(after.ownerId)) return 'One of you two owns the action.';
  if (after.form === 'action' && after.ownerId === null) return 'An action names who does it.';
  if (after.form === 'action' && after.due === null) return 'An action says until when.';
  if (after.form === 'decision' && after.decision.trim() === '') return 'A decision is written down.';
  return null;
};

/** Items of a 1:1's agenda, schema 1: either of the two adds, changes and ticks off. */
export const agendaItemPolicy: KindPolicy<AgendaItemRecord> = {
  create: either,
  rules: [
    { path: 'sourceId', who: either, once: true },
    { path: 'sourceKind', who: either, once: true },
    { path: '*', who: either },
  ],
  whole: agendaWhole,
};

/** Notes of a 1:1, schema 1: both write in the same text. */
export const meetingPolicy: KindPolicy<MeetingRecord> = {
  create: either,
  rules: [
    {
      path: 'day',
      who: either,
      value: (value, { key }) =>
        key.form === 'natural' && key.text === value ? null : 'The notes name another day than their key.',
    },
    { path: '*', who: either },
  ],
};
