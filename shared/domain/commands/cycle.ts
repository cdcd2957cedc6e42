import type { ProtocolError } from '../../protocol/index.ts';
import { ok } from '../../std/index.ts';
import type { Result } from '../../std/index.ts';
import { findToEdit } from './find.ts';
import { begin, changes, decided, edits, fault, revise } from './outcomes.ts';
import type { Decide } from './types.ts';

/** Refuses a cycle that ends before it starts. */
export const checkDays = (start: string, end: string): Result<void, ProtocolError> =>
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
