import type { ProtocolError } from '../../protocol/index.ts';
import type { TaskRecord, TaskState } from '../../schema/index.ts';
import { ok } from '../../std/index.ts';
import type { Result } from '../../std/index.ts';
import { editsTask, reportsProgress, standingOf } from '../policy/index.ts';
import { milestoneNote, milestonesReach } from '../progress/milestones.ts';
import { readKey, kinds } from '../../schema/index.ts';
import { find, findToEdit } from './find.ts';
import { changes, fault, revise } from './outcomes.ts';
import { progressEdits } from './progress.ts';
import type { CommandContext, KnownRecord, Revision, Write } from './types.ts';

const creatorOf = ({ kind, key }: KnownRecord): string | null => {
  const read = readKey(kinds[kind], key);
  return read.ok && read.value.form === 'own' ? read.value.creatorId : null;
};

/**
 * What finishing a milestone, or opening it again, says about its key result: so many of its milestones are done now, as
 * far as its author knows (`reachedValue` counts those that others finished meanwhile). A task moves nothing, nor does a
 * milestone of a key result that is measured otherwise, or of a goal that is not here: an erased one never will be.
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
  if (found?.ok !== true) return ok([]);
  const { record, value } = found.value;
  const keyResult = value.keyResults[keyResultId];
  if (keyResult === undefined || keyResult.type !== 'milestone' || keyResult.archived || value.state === 'closed')
    return ok([]);
  if (!reportsProgress(ctx.me, standingOf(value, creatorOf(record)), keyResult.ownerId)) {
    return fault(
      'not-allowed',
      `Finishing this milestone moves "${keyResult.title}", which only its owner and the objective's people report on. Ask one of them to finish it.`,
      'state',
    );
  }
  const others = ctx.milestonesOf(keyResultId).filter((each) => each.id !== taskId && each.done).length;
  const reached = milestonesReach(keyResult, others + (state === 'done' ? 1 : 0));
  const note = milestoneNote(task.title, state === 'done');
  const report = { keyResultId, value: reached, confidence: null, projection: null, note };
  return ok([revise('objective', record.id, null, progressEdits(ctx, ctx.newId(), report, value))]);
};

/**
 * Milestones that go on with their key result in another cycle: those that are still open and that I may change. What
 * is finished stays where it counted. `became` leads from each key result to the one that goes on with it.
 */
export const carriedMilestones = (ctx: CommandContext, became: ReadonlyMap<string, string>): readonly Revision[] =>
  [...became].flatMap(([from, to]) =>
    ctx.milestonesOf(from).flatMap(({ id }) => {
      const found = findToEdit(ctx, 'task', id, null);
      if (!found.ok || found.value.value.state !== 'open') return [];
      const { record, value } = found.value;
      const mine = editsTask(ctx.me, { creatorId: creatorOf(record), ownerId: value.ownerId });
      return mine ? [revise('task', id, null, changes(value, { keyResultId: to }))] : [];
    }),
  );
