import type { ProtocolError } from '../../protocol/index.ts';
import type { TaskRecord, TaskState } from '../../schema/index.ts';
import { ok } from '../../std/index.ts';
import type { Result } from '../../std/index.ts';
import { reportsProgress, standingOf } from '../policy/index.ts';
import { readKey, kinds } from '../../schema/index.ts';
import { find } from './find.ts';
import { fault, revise } from './outcomes.ts';
import { progressEdits } from './progress.ts';
import type { CommandContext, Write } from './types.ts';

/**
 * What finishing a milestone, or opening it again, says about its key result: so many of its milestones are done now. A
 * task moves nothing, nor does a milestone of a key result that is measured otherwise.
 */
export const milestoneWrite = (
  ctx: CommandContext,
  taskId: string,
  task: TaskRecord,
  state: TaskState,
): Result<readonly Write[], ProtocolError> => {
  const { keyResultId } = task;
  if (!task.milestone || keyResultId === null || (state === 'done') === (task.state === 'done')) return ok([]);
  const objectiveId = ctx.objectiveOf(keyResultId);
  const found = objectiveId === undefined ? undefined : find(ctx, 'objective', objectiveId, 'keyResultId');
  if (found?.ok !== true) return fault('not-found', 'The key result is not on this machine.', 'keyResultId');
  const { record, value } = found.value;
  const keyResult = value.keyResults[keyResultId];
  if (keyResult === undefined || keyResult.type !== 'milestone' || keyResult.archived || value.state === 'closed')
    return ok([]);
  const key = readKey(kinds.objective, record.key);
  const creatorId = key.ok && key.value.form === 'own' ? key.value.creatorId : null;
  if (!reportsProgress(ctx.me, standingOf(value, creatorId), keyResult.ownerId)) {
    return fault(
      'not-allowed',
      `Finishing this milestone moves "${keyResult.title}", which only its owner and the objective's people report on. Ask one of them to finish it.`,
      'state',
    );
  }
  const others = ctx.milestonesOf(keyResultId).filter((each) => each.id !== taskId && each.done).length;
  const done = others + (state === 'done' ? 1 : 0);
  const note = state === 'done' ? task.title : `Opened again: ${task.title}`;
  const report = { keyResultId, value: done, confidence: null, projection: null, note };
  return ok([revise('objective', record.id, null, progressEdits(ctx, ctx.newId(), report))]);
};
