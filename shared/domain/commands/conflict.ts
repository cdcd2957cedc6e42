import { kindOf } from '../../schema/index.ts';
import type { FieldEdit } from '../../schema/index.ts';
import { decided, fault, revise } from './outcomes.ts';
import { stateEdits } from './task.ts';
import type { Decide } from './types.ts';

/**
 * Settles a conflicted field. Written even where the value is the one that shows, because the edit is what says that
 * its author has seen all sides.
 */
export const resolveConflict: Decide<'conflict.resolve'> = ({ recordId, path, base, value }, ctx) => {
  const record = ctx.record(recordId);
  if (record === undefined) return fault('not-found', 'The record is not on this machine.', 'recordId');
  if (record.readOnlyReason !== null) return fault('newer-version', record.readOnlyReason);
  const def = kindOf(record.kind);
  if (def?.path(path) === undefined) return fault('invalid', 'There is no such field.', 'path');
  if (path === 'manualById') return fault('invalid', 'Settle the manual progress: the name follows it.', 'path');
  const edits: FieldEdit[] = [{ path, value }];
  if (record.kind === 'objective' && path === 'manualProgress') {
    edits.push({ path: 'manualById', value: value === null ? null : ctx.me.personId });
  }
  // What a state says goes together with its time; one without the other is refused everywhere.
  if (record.kind === 'task' && path === 'state') edits.push(...stateEdits(value, ctx.now));
  if (record.kind === 'request' && path === 'state') {
    edits.push({ path: 'closedAt', value: value === 'open' ? null : ctx.now });
  }
  return decided([revise(record.kind, recordId, base, edits)]);
};
