import type { CommandRequest, ProtocolError } from '../../protocol/index.ts';
import { ok } from '../../std/index.ts';
import type { Result } from '../../std/index.ts';
import { editsTask } from '../policy/index.ts';
import { readKey, kinds } from '../../schema/index.ts';
import { checkAsked, find } from './find.ts';
import { begin, edits, revise } from './outcomes.ts';
import { outcomeEdits, planEdits, stateEdits } from './task.ts';
import type { CommandContext, Write } from './types.ts';

type Request = CommandRequest<'checkIn.submit'>;

/**
 * What a check-in says of plans that are tasks, said to the tasks: done, dropped, or planned for the week. A task that
 * somebody else has finished or taken since is left as it is.
 */
const taskWrites = ({ lastPlans, week }: Request, ctx: CommandContext): Result<readonly Write[], ProtocolError> => {
  const writes: Write[] = [];
  for (const { id, outcome } of lastPlans) {
    if (ctx.record(id)?.kind !== 'task') continue;
    const found = find(ctx, 'task', id, 'lastPlans');
    if (!found.ok) return found;
    const { record, value } = found.value;
    const key = readKey(kinds.task, record.key);
    const creatorId = key.ok && key.value.form === 'own' ? key.value.creatorId : null;
    const mine = editsTask(ctx.me, { creatorId, ownerId: value.ownerId });
    if (!mine || value.state !== 'open' || value.milestone || record.readOnlyReason !== null) continue;
    const said =
      outcome === 'done' || outcome === 'dropped'
        ? [...stateEdits(outcome, ctx.now), ...outcomeEdits(value, outcome)]
        : planEdits(ctx, value, week);
    if (said.length > 0) writes.push(revise('task', id, null, said));
  }
  return ok(writes);
};

/** A plan that is handed over becomes a task of whom it is handed to, planned for this week; they decide about it. */
const handOverWrites = ({ handOvers, week }: Request, ctx: CommandContext): Result<readonly Write[], ProtocolError> => {
  const writes: Write[] = [];
  for (const [index, { text, toId, keyResultId }] of handOvers.entries()) {
    const person = checkAsked(ctx, toId, ctx.me.personId, `handOvers.${index}.toId`);
    if (!person.ok) return person;
    const linked = keyResultId !== null && ctx.objectiveOf(keyResultId) !== undefined ? keyResultId : undefined;
    const said = edits({
      title: text,
      ownerId: toId,
      keyResultId: linked,
      acceptedById: ctx.me.personId,
      order: ctx.now,
    });
    writes.push(begin(ctx, 'task', { space: 'team' }, [...said, ...planEdits(ctx, null, week)]));
  }
  return ok(writes);
};

/** All that a check-in does to Work. */
export const workWrites = (request: Request, ctx: CommandContext): Result<readonly Write[], ProtocolError> => {
  const tasks = taskWrites(request, ctx);
  if (!tasks.ok) return tasks;
  const handed = handOverWrites(request, ctx);
  return handed.ok ? ok([...tasks.value, ...handed.value]) : handed;
};
