import type { CommandRequest, ProtocolError } from '../../protocol/index.ts';
import type { ObjectiveRecord } from '../../schema/index.ts';
import { ok } from '../../std/index.ts';
import type { Result } from '../../std/index.ts';
import { continued, parentThere } from './copy-objective.ts';
import { checkDays } from './cycle.ts';
import { find, findToEdit } from './find.ts';
import { closeObjective } from './objective-update.ts';
import { begin, changes, decided, edits, fault, revise } from './outcomes.ts';
import type { CommandContext, Creation, Decide, Write } from './types.ts';

type Carry = NonNullable<CommandRequest<'cycle.close'>['carry']>;

/** The cycle that goes on: one that is there and open, or a new one. */
const target = (
  ctx: CommandContext,
  closing: string,
  { into }: Carry,
): Result<{ readonly id: string; readonly made: readonly Creation[] }, ProtocolError> => {
  if ('title' in into) {
    const days = checkDays(into.start, into.end);
    if (!days.ok) return fault('invalid', days.error.sentence, 'carry.into');
    const { title, start, end } = into;
    const write = begin(ctx, 'cycle', { space: 'team' }, edits({ title, start, end, state: 'open' }));
    return ok({ id: ctx.idInTeam('cycle', write.key), made: [write] });
  }
  const cycle = find(ctx, 'cycle', into.cycleId, 'carry.into');
  if (!cycle.ok) return cycle;
  if (into.cycleId === closing) return fault('invalid', 'A cycle cannot go on in itself.', 'carry.into');
  if (cycle.value.value.state === 'closed')
    return fault('invalid', 'The cycle to go on in is closed. Choose another one.', 'carry.into');
  return ok({ id: into.cycleId, made: [] });
};

/** Begins again what is carried on, each below what its parent becomes, in whatever order they were named. */
const carriedOn = (
  ctx: CommandContext,
  closing: string,
  carry: Carry,
): Result<{ readonly cycleId: string; readonly writes: readonly Write[] }, ProtocolError> => {
  const into = target(ctx, closing, carry);
  if (!into.ok) return into;
  const { id: cycleId, made } = into.value;
  const goals = new Map<string, ObjectiveRecord>();
  for (const id of carry.goalIds) {
    const found = find(ctx, 'objective', id, 'carry.goalIds');
    if (!found.ok) return found;
    if (found.value.value.cycleId !== closing)
      return fault('invalid', `“${found.value.value.title}” belongs to another cycle.`, 'carry.goalIds');
    // Whoever carried it on before has made the copy: nothing is made twice.
    if (ctx.carriedTo(id, cycleId) === undefined) goals.set(id, found.value.value);
  }
  const became = new Map<string, { readonly id: string; readonly write: Creation }>();
  const milestones: Write[] = [];
  for (const [id, before] of goals) {
    const parentId = parentThere(ctx, before, cycleId);
    const { write, milestones: open } = continued(ctx, before, { id, cycleId, parentId, unfinished: true });
    milestones.push(...open);
    became.set(id, { id: ctx.idInTeam('objective', write.key), write });
  }
  const writes = [...became].map(([id, { write }]): Creation => {
    const parent = became.get(goals.get(id)?.parentId ?? '');
    if (parent === undefined) return write;
    return {
      ...write,
      edits: [...write.edits.filter(({ path }) => path !== 'parentId'), ...edits({ parentId: parent.id })],
    };
  });
  return ok({ cycleId, writes: [...made, ...writes, ...milestones] });
};

/**
 * Ends a cycle: the goals that are named get their scores and reflections, what is chosen goes on in the next cycle (a
 * new one, if asked for), and the cycle is closed, all or none. Goals that are not named stay as they are.
 */
export const closeCycle: Decide<'cycle.close'> = ({ id, base, goals, carry }, ctx) => {
  const found = findToEdit(ctx, 'cycle', id, base);
  if (!found.ok) return found;
  if (found.value.value.state === 'closed') return fault('conflict', 'The cycle is closed already.', 'id');
  const writes: Write[] = [];
  for (const [index, goal] of goals.entries()) {
    const closed = closeObjective(goal, ctx);
    if (!closed.ok) return { ok: false, error: { ...closed.error, field: `goals.${String(index)}` } };
    writes.push(...closed.value.writes);
  }
  const next = carry === null ? null : carriedOn(ctx, id, carry);
  if (next?.ok === false) return next;
  const shut = revise('cycle', id, base, changes(found.value.value, { state: 'closed' }));
  return decided([...writes, ...(next?.value.writes ?? []), shut], {
    itemIds: next === null ? [] : [next.value.cycleId],
  });
};
