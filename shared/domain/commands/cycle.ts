import type { ProtocolError } from '../../protocol/index.ts';
import { ok } from '../../std/index.ts';
import type { Result } from '../../std/index.ts';
import { findToEdit } from './find.ts';
import { closeObjective } from './objective-update.ts';
import { begin, changes, decided, edits, fault, revise } from './outcomes.ts';
import type { Decide, Write } from './types.ts';

const checkDays = (start: string, end: string): Result<void, ProtocolError> =>
  end < start ? fault('invalid', 'The cycle ends before it starts. Choose a later last day.', 'end') : ok(undefined);

export const createCycle: Decide<'cycle.create'> = ({ title, start, end }, ctx) => {
  const days = checkDays(start, end);
  if (!days.ok) return days;
  return decided([begin(ctx, 'cycle', { space: 'team' }, edits({ title, start, end, state: 'open' }))]);
};

export const updateCycle: Decide<'cycle.update'> = ({ id, base, title, start, end, state }, ctx) => {
  const found = findToEdit(ctx, 'cycle', id, base);
  if (!found.ok) return found;
  const before = found.value.value;
  const days = checkDays(start ?? before.start, end ?? before.end);
  if (!days.ok) return days;
  return decided([revise('cycle', id, base, changes(before, { title, start, end, state }))]);
};

/**
 * Ends a cycle: the goals that are named get their scores and reflections, and the cycle is closed, all or none. Goals
 * that are not named stay as they are.
 */
export const closeCycle: Decide<'cycle.close'> = ({ id, base, goals }, ctx) => {
  const found = findToEdit(ctx, 'cycle', id, base);
  if (!found.ok) return found;
  if (found.value.value.state === 'closed') return fault('conflict', 'The cycle is closed already.', 'id');
  const writes: Write[] = [];
  for (const [index, goal] of goals.entries()) {
    const closed = closeObjective(goal, ctx);
    if (!closed.ok) return { ok: false, error: { ...closed.error, field: `goals.${String(index)}` } };
    writes.push(...closed.value.writes);
  }
  return decided([...writes, revise('cycle', id, base, changes(found.value.value, { state: 'closed' }))]);
};
