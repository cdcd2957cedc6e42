import type { ObjectiveRecord } from '../../../schema/index.ts';
import { checkRange } from '../../progress/range.ts';
import {
  editsKeyResult,
  editsObjective,
  keepsNothingAccepted,
  leadsObjective,
  reportsProgress,
  standingSentences,
  writes,
} from '../standing.ts';
import type { ObjectiveStanding } from '../standing.ts';
import type { KindPolicy, Situation, Who } from '../types.ts';
import { creatorOf, writer } from '../who.ts';

type Here = Situation<ObjectiveRecord>;

/** How people stand to an objective with these fields. */
export const standingOf = (
  record: Pick<ObjectiveRecord, 'ownerId' | 'contributors'>,
  creatorId: string | null,
): ObjectiveStanding => ({
  creatorId,
  ownerId: record.ownerId,
  contributorIds: Object.keys(record.contributors).filter((id) => record.contributors[id]?.in === true),
});

/** A record that begins has nobody but its creator. */
const standing = (here: Here): ObjectiveStanding => standingOf(here.before, creatorOf(here));

const leads: Who<ObjectiveRecord> = {
  sentence: standingSentences.leadObjective,
  is: (here) => leadsObjective(here.signer, standing(here)),
};
const edits: Who<ObjectiveRecord> = {
  sentence: standingSentences.editObjective,
  is: (here) => editsObjective(here.signer, standing(here)),
};
const editsItem: Who<ObjectiveRecord> = {
  sentence: standingSentences.editKeyResult,
  is: (here, id) => editsKeyResult(here.signer, standing(here), here.before.keyResults[id]?.ownerId ?? null),
};
const reports: Who<ObjectiveRecord> = {
  sentence: standingSentences.reportProgress,
  is: (here, id) => {
    const about = here.after.updates[id]?.keyResultId ?? '';
    return reportsProgress(here.signer, standing(here), here.before.keyResults[about]?.ownerId ?? null);
  },
};
/** An objective that nobody owns, from an import say, can be taken by anyone who writes, for themselves. */
const leadsOrTakes: Who<ObjectiveRecord> = {
  sentence: standingSentences.leadObjective,
  is: (here, id) => leads.is(here, id) || (writes(here.signer) && here.before.ownerId === null),
};

const touched = (here: Here, collection: string): ReadonlySet<string> => {
  const start = `${collection}.`;
  const ids = new Set<string>();
  for (const { path } of here.ops)
    if (path.startsWith(start)) ids.add(path.slice(start.length, path.indexOf('.', start.length)));
  return ids;
};

/** A new key result is whole; of an old one only a new range is judged, or two edits that met could not be undone. */
const keyResultFault = (here: Here, id: string): string | null => {
  const item = here.after.keyResults[id];
  if (item === undefined || item.title === '') return 'A key result needs a title.';
  const bounds = ['type', 'start', 'target'].map((name) => `keyResults.${id}.${name}`);
  const isNew = here.before.keyResults[id] === undefined;
  if (!isNew && !here.ops.some((op) => bounds.includes(op.path))) return null;
  const range = checkRange(item);
  return range.ok ? null : range.error.sentence;
};

const whole = (here: Here): string | null => {
  if (keepsNothingAccepted(here.after, here.ops)) return standingSentences.acceptedOf;
  for (const id of touched(here, 'keyResults')) {
    const fault = keyResultFault(here, id);
    if (fault !== null) return fault;
  }
  for (const id of touched(here, 'updates')) {
    const about = here.after.updates[id]?.keyResultId ?? '';
    if (here.before.updates[id] !== undefined) return 'A progress update is written once.';
    if (here.after.keyResults[about] === undefined) return 'A progress update names no key result of its objective.';
  }
  const setsManual = here.ops.some((op) => op.path === 'manualProgress' && op.value !== null);
  // The name is not written anew where it stands already.
  const signs = here.after.manualById === here.signer.personId;
  return setsManual && !signs ? 'Manual progress needs the name of the person who set it.' : null;
};

/** Accepting is the act of the person who is named for it. */
const accepts: Who<ObjectiveRecord> = {
  sentence: 'Only the person who is named to accept it can do this.',
  is: (here) => writes(here.signer) && here.before.acceptedById === here.signer.personId,
};

/** Whoever changes what is expected takes the acceptance back. */
const acceptsOrEdits: Who<ObjectiveRecord> = {
  sentence: accepts.sentence,
  is: (here, id) => accepts.is(here, id) || edits.is(here, id),
};

/** Objectives, schema 1. */
export const objectivePolicy: KindPolicy<ObjectiveRecord> = {
  create: writer,
  rules: [
    {
      path: 'ownerId',
      who: leadsOrTakes,
      value: (value, here) => (leads.is(here, '') || value === here.signer.personId ? null : leads.sentence),
    },
    { path: 'score', who: leads },
    { path: 'closedAt', who: leads },
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
    {
      path: 'state',
      who: edits,
      value: (value, here) =>
        (value === 'closed' || here.before.state === 'closed') && !leads.is(here, '') ? leads.sentence : null,
    },
    {
      path: 'manualById',
      who: edits,
      value: (value, here) =>
        value === null || value === here.signer.personId ? null : 'Manual progress is set in one’s own name.',
    },
    { path: 'updates.*', who: reports, once: true },
    { path: 'keyResults.*', who: editsItem },
    { path: '*', who: edits },
  ],
  whole,
};
