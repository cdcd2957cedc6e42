import { naturalKey } from '../../schema/index.ts';
import { isWeek } from '../time/week.ts';
import { decided, edits, fault } from './outcomes.ts';
import type { Decide } from './types.ts';

/**
 * A week without a check-in, said by the person whose week it is. It takes the place of the check-in: nobody is asked
 * to acknowledge it, and the plans of the week before stay where they are for the next one.
 */
export const skipCheckIn: Decide<'checkIn.skip'> = ({ week, reason }, ctx) => {
  if (!isWeek(week)) return fault('invalid', `There is no week ${week}.`, 'week');
  const key = naturalKey(ctx.me.personId, week);
  if (ctx.natural('team', 'check-in', key) !== undefined) {
    return fault('conflict', `Your check-in for ${week} is out already. Add a comment to it instead.`, 'week');
  }
  const said = { personId: ctx.me.personId, week, submittedAt: ctx.now, skipped: true };
  return decided([
    {
      act: 'create',
      kind: 'check-in',
      key,
      place: { space: 'team' },
      edits: edits({ ...said, skipReason: reason.trim() === '' ? undefined : reason.trim() }),
    },
  ]);
};
