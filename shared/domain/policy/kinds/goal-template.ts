import type { GoalTemplateRecord } from '../../../schema/index.ts';
import { checkRange } from '../../progress/range.ts';
import { administers, writes } from '../standing.ts';
import type { KindPolicy, Who } from '../types.ts';
import { creatorOf, writer } from '../who.ts';

const creatorOrAdmin: Who<GoalTemplateRecord> = {
  sentence: 'Only the person who made the template or an admin can change it.',
  is: (here) => administers(here.signer) || (writes(here.signer) && creatorOf(here) === here.signer.personId),
};

/** Templates of goals, schema 1. Whoever sets goals may keep one as a template; a new key result is one that could be measured. */
export const goalTemplatePolicy: KindPolicy<GoalTemplateRecord> = {
  create: writer,
  rules: [{ path: '*', who: creatorOrAdmin }],
  whole: ({ after, before }) => {
    for (const [id, item] of Object.entries(after.keyResults)) {
      if (before.keyResults[id] !== undefined) continue;
      if (item.title === '') return 'A key result needs a title.';
      const range = checkRange(item);
      if (!range.ok) return range.error.sentence;
    }
    return null;
  },
};
