import type { ProtocolError } from '../../protocol/index.ts';
import { ok } from '../../std/index.ts';
import type { Result } from '../../std/index.ts';
import { longestLeaveDays } from '../policy/index.ts';
import { daysBetween } from '../time/day.ts';
import { findToEdit } from './find.ts';
import { begin, changes, decided, edits, fault, revise } from './outcomes.ts';
import type { Decide } from './types.ts';

const checkDays = (start: string, end: string): Result<void, ProtocolError> => {
  const days = daysBetween(start, end);
  if (days < 0) return fault('invalid', 'The leave ends before it starts. Choose a later last day.', 'end');
  return days >= longestLeaveDays
    ? fault('invalid', `A leave lasts at most ${longestLeaveDays} days. Enter the rest as another.`, 'end')
    : ok(undefined);
};

/** States days on which I do not work: norms, reminders and the day strip leave them out. */
export const addLeave: Decide<'leave.add'> = ({ start, end, reason, note }, ctx) => {
  const days = checkDays(start, end);
  if (!days.ok) return days;
  const said = edits({ personId: ctx.me.personId, start, end, reason, note: note === '' ? undefined : note });
  return decided([begin(ctx, 'leave', { space: 'team' }, said)]);
};

/** Changes or cancels days off. */
export const updateLeave: Decide<'leave.update'> = ({ id, base, start, end, reason, note, cancelled }, ctx) => {
  const found = findToEdit(ctx, 'leave', id, base);
  if (!found.ok) return found;
  const before = found.value.value;
  const days = checkDays(start ?? before.start, end ?? before.end);
  if (!days.ok) return days;
  return decided([revise('leave', id, base, changes(before, { start, end, reason, note, cancelled }))]);
};
