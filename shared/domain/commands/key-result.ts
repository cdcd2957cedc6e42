import type { CommandRequest, ProtocolError } from '../../protocol/index.ts';
import type { FieldEdit, KeyResultItem } from '../../schema/index.ts';
import { ok } from '../../std/index.ts';
import type { Result } from '../../std/index.ts';
import { checkRange } from '../progress/range.ts';
import { checkMember, findToEdit } from './find.ts';
import type { Found } from './find.ts';
import { changes, decided, edits, fault, revise } from './outcomes.ts';
import type { CommandContext, Decide } from './types.ts';

/** A key result as a command states it; an import adds the key by which it finds it again. */
export type KeyResultInput = CommandRequest<'keyResult.add'>['keyResult'] & { readonly importKey?: string };

/** Edits that make a key result, after checking its range and owner. */
export const keyResultEdits = (
  ctx: CommandContext,
  itemId: string,
  input: KeyResultInput,
  order: number,
  field: string,
): Result<readonly FieldEdit[], ProtocolError> => {
  // A boolean is met or not: whatever a form sends, it runs from 0 to 1.
  const span = input.type === 'boolean' ? { start: 0, target: 1 } : { start: input.start, target: input.target };
  const range = checkRange({ type: input.type, ...span });
  if (!range.ok) return fault('invalid', range.error.sentence, `${field}.target`);
  const owner = checkMember(ctx, input.ownerId, `${field}.ownerId`);
  if (!owner.ok) return owner;
  const { title, type, unit, direction, weight, ownerId, importKey } = input;
  return ok(
    edits({ title, type, unit, ...span, direction, weight, ownerId, order, importKey }, `keyResults.${itemId}.`),
  );
};

export const addKeyResult: Decide<'keyResult.add'> = (request, ctx) => {
  const found = findToEdit(ctx, 'objective', request.objectiveId, request.base, 'objectiveId');
  if (!found.ok) return found;
  if (found.value.value.state === 'closed') return closed();
  const orders = Object.values(found.value.value.keyResults).map((each) => each.order);
  const itemId = ctx.newId();
  const made = keyResultEdits(ctx, itemId, request.keyResult, Math.max(-1, ...orders) + 1, 'keyResult');
  if (!made.ok) return made;
  return decided([revise('objective', request.objectiveId, request.base, made.value)], { itemIds: [itemId] });
};

const closed = () => fault('not-allowed', 'The objective is closed. Open it again to change it.', 'objectiveId');

/** A key result of an objective, or the sentence that says that it is not there. */
export const itemOf = (
  found: Found<'objective'>,
  keyResultId: string,
  field = 'keyResultId',
): Result<KeyResultItem, ProtocolError> => {
  const item = found.value.keyResults[keyResultId];
  return item === undefined ? fault('not-found', 'The key result is not part of this objective.', field) : ok(item);
};

export const updateKeyResult: Decide<'keyResult.update'> = (request, ctx) => {
  const found = findToEdit(ctx, 'objective', request.objectiveId, request.base, 'objectiveId');
  if (!found.ok) return found;
  const item = itemOf(found.value, request.keyResultId);
  if (!item.ok) return item;
  if (found.value.value.state === 'closed') return closed();
  const { title, unit, start, target, weight, ownerId, archived } = request;
  const before = item.value;
  const range = checkRange({ type: before.type, start: start ?? before.start, target: target ?? before.target });
  if (!range.ok) return fault('invalid', range.error.sentence, target === undefined ? 'start' : 'target');
  const owner = checkMember(ctx, ownerId, 'ownerId');
  if (!owner.ok) return owner;
  const wanted = { title, unit, start, target, weight, ownerId, archived };
  const said = changes({ ...before }, wanted, `keyResults.${request.keyResultId}.`);
  return decided([revise('objective', request.objectiveId, request.base, said)]);
};
