import type { TaskRecord } from '../../../schema/index.ts';
import { editsTask, keepsNothingAccepted, standingSentences, writes } from '../standing.ts';
import type { KindPolicy, Situation, Who } from '../types.ts';
import { creatorOf, writer } from '../who.ts';

type Here = Situation<TaskRecord>;

const edits: Who<TaskRecord> = {
  sentence: standingSentences.editTask,
  is: (here) => editsTask(here.signer, { creatorId: creatorOf(here), ownerId: here.before.ownerId }),
};

/** A task that nobody does can be taken by anyone who writes, for themselves. */
const editsOrTakes: Who<TaskRecord> = {
  sentence: standingSentences.editTask,
  is: (here) => edits.is(here, '') || (writes(here.signer) && here.before.ownerId === null),
};

/** Named by the task as it was: nobody names themselves and accepts in one entry. */
const accepts: Who<TaskRecord> = {
  sentence: standingSentences.acceptTask,
  is: (here) => writes(here.signer) && !here.fresh && here.before.acceptedById === here.signer.personId,
};

/** Opening a task again, or changing what is expected, takes its acceptance back. */
const acceptsOrEdits: Who<TaskRecord> = {
  sentence: accepts.sentence,
  is: (here, id) => accepts.is(here, id) || edits.is(here, id),
};

/** Judged only by who touches it: two edits that met may disagree, and the next change of the title cannot help it. */
const whole = ({ after, ops }: Here): string | null => {
  if (keepsNothingAccepted(after, ops)) return standingSentences.acceptedOf;
  if (!ops.some(({ path }) => path === 'state' || path === 'doneAt' || path === 'acceptedAt')) return null;
  if (after.state === 'done' && after.doneAt === null) return 'A task that is done says since when.';
  if (after.state !== 'done' && after.doneAt !== null) return 'Only a task that is done has a time of being done.';
  if (after.acceptedAt !== null && after.state !== 'done') return 'Only what is done can be accepted.';
  return null;
};

/** Tasks and milestones, schema 1. */
export const taskPolicy: KindPolicy<TaskRecord> = {
  create: writer,
  rules: [
    {
      path: 'ownerId',
      who: editsOrTakes,
      value: (value, here) => (edits.is(here, '') || value === here.signer.personId ? null : edits.sentence),
    },
    { path: 'milestone', who: edits, once: true },
    {
      path: 'acceptedAt',
      who: acceptsOrEdits,
      value: (value, here) => (value === null || accepts.is(here, '') ? null : accepts.sentence),
    },
    {
      path: 'acceptedOf',
      who: acceptsOrEdits,
      value: (value, here) => (value === '' || accepts.is(here, '') ? null : accepts.sentence),
    },
    { path: '*', who: edits },
  ],
  whole,
};
