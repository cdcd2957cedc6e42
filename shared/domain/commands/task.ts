import type { CommandRequest, ProtocolError } from '../../protocol/index.ts';
import type { FieldEdit, Scalar, TaskRecord } from '../../schema/index.ts';
import { noWeek } from '../../schema/index.ts';
import { ok } from '../../std/index.ts';
import type { Result } from '../../std/index.ts';
import { isWeek } from '../time/week.ts';
import { plannedIn } from '../work/planned.ts';
import { acceptanceEdits, notAccepted, withAcceptance } from './acceptance.ts';
import { checkMember, find, findToEdit, type Found } from './find.ts';
import { milestoneWrite } from './milestone.ts';
import { begin, changes, decided, edits, fault, revise } from './outcomes.ts';
import type { CommandContext, Decide, Write } from './types.ts';

/** A task's state, with the time that belongs to it; whoever opens it again takes its acceptance back. */
export const stateEdits = (state: Scalar, now: number): FieldEdit[] =>
  edits(state === 'done' ? { state, doneAt: now } : { state, doneAt: null, ...notAccepted });

const checkPeople = (
  ctx: CommandContext,
  input: { readonly ownerId?: string | null | undefined; readonly acceptedById?: string | null | undefined },
): Result<void, ProtocolError> => {
  for (const name of ['ownerId', 'acceptedById'] as const) {
    const person = checkMember(ctx, input[name], name);
    if (!person.ok) return person;
  }
  return ok(undefined);
};

/** What a task belongs to already may have been erased since: forms send it again with the rest. */
const checkKeyResult = (
  ctx: CommandContext,
  keyResultId: string | null | undefined,
  before: string | null = null,
): Result<void, ProtocolError> =>
  keyResultId == null || keyResultId === before || ctx.objectiveOf(keyResultId) !== undefined
    ? ok(undefined)
    : fault('not-found', 'The key result is not on this machine.', 'keyResultId');

const weekFault = (week: string | null | undefined) =>
  week == null || isWeek(week) ? undefined : fault('invalid', `There is no week ${week}.`, 'week');

/**
 * Puts a task into a week: the one it was in becomes carried over, an earlier mention of the same week counts again. Put
 * back into an earlier week, it was never carried out of the later one: that was a mistake, and is taken out.
 */
export const planEdits = (ctx: CommandContext, before: TaskRecord | null, week: string): FieldEdit[] => {
  const now = before === null ? undefined : plannedIn(before);
  if (now?.week === week) return [];
  const known = Object.entries(before?.planned ?? {}).find(([, each]) => each.week === week);
  const id = known?.[0] ?? ctx.newId();
  const left = now !== undefined && week < now.week ? { week: noWeek } : { outcome: 'carried' };
  return [
    ...(now === undefined ? [] : edits(left, `planned.${now.id}.`)),
    ...edits({ week, outcome: 'open' }, `planned.${id}.`),
  ];
};

/** Begins a task or milestone. */
export const createTask: Decide<'task.create'> = (request, ctx) => {
  const people = checkPeople(ctx, request);
  if (!people.ok) return people;
  const linked = checkKeyResult(ctx, request.keyResultId);
  if (!linked.ok) return linked;
  const wrong = weekFault(request.week);
  if (wrong !== undefined) return wrong;
  const { title, ownerId, milestone, keyResultId, due, deliverable, acceptedById, doneMeans, note, week } = request;
  const said = edits({ title, ownerId, milestone, keyResultId, due, acceptedById, order: ctx.now });
  const words = Object.entries({ deliverable, doneMeans, note }).filter(([, value]) => value !== '');
  const planned = week === null ? [] : planEdits(ctx, null, week);
  return decided([begin(ctx, 'task', { space: 'team' }, [...said, ...edits(Object.fromEntries(words)), ...planned])]);
};

const outcomeOf = { done: 'done', dropped: 'dropped', open: 'open' } as const;

/** What a new state means for the week the task is planned for. */
export const outcomeEdits = (task: TaskRecord, state: TaskRecord['state']): FieldEdit[] => {
  const now = plannedIn(task);
  return now === undefined ? [] : edits({ outcome: outcomeOf[state] }, `planned.${now.id}.`);
};

const stateWrites = (
  ctx: CommandContext,
  { record, value }: Found<'task'>,
  { state }: CommandRequest<'task.update'>,
): Result<{ readonly edits: FieldEdit[]; readonly more: readonly Write[] }, ProtocolError> => {
  if (state === undefined || state === value.state) return ok({ edits: [], more: [] });
  const moved = milestoneWrite(ctx, record.id, value, state);
  if (!moved.ok) return moved;
  return ok({ edits: [...stateEdits(state, ctx.now), ...outcomeEdits(value, state)], more: moved.value });
};

/** Changes a task. Finishing a milestone moves its key result in the same transaction (PRODUCT, initiatives). */
export const updateTask: Decide<'task.update'> = (request, ctx) => {
  const found = findToEdit(ctx, 'task', request.id, request.base);
  if (!found.ok) return found;
  const people = checkPeople(ctx, request);
  if (!people.ok) return people;
  const linked = checkKeyResult(ctx, request.keyResultId, found.value.value.keyResultId);
  if (!linked.ok) return linked;
  const wrong = weekFault(request.week);
  if (wrong !== undefined) return wrong;
  const { title, ownerId, keyResultId, due, deliverable, acceptedById, doneMeans, note, week, order } = request;
  const fields = { title, ownerId, keyResultId, due, deliverable, acceptedById, doneMeans, note, order };
  const state = stateWrites(ctx, found.value, request);
  if (!state.ok) return state;
  const planned = week === undefined || week === null ? [] : planEdits(ctx, found.value.value, week);
  const said = [...changes(found.value.value, fields), ...planned, ...state.value.edits];
  const all = withAcceptance(found.value.value.acceptedAt, said);
  return decided([revise('task', request.id, request.base, all), ...state.value.more]);
};

/**
 * The explicit "this is what I asked for" of the person whom the task names, of what they saw: where it has changed since,
 * that is not accepted.
 */
export const acceptTask: Decide<'task.accept'> = ({ id, base }, ctx) => {
  const now = find(ctx, 'task', id, 'id');
  if (!now.ok) return now;
  const found = findToEdit(ctx, 'task', id, base);
  if (!found.ok) return found;
  if (now.value.value.state !== 'done' || found.value.value.state !== 'done')
    return fault('invalid', 'Only what is done can be accepted.', 'id');
  const said = acceptanceEdits(found.value.value, ctx);
  if (said.length === 0) return ok({ writes: [], itemIds: [], existingId: id });
  return decided([revise('task', id, base, said)]);
};
