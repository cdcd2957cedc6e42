import type { CommandRequest, ProtocolError } from '../../protocol/index.ts';
import { ok } from '../../std/index.ts';
import type { Result } from '../../std/index.ts';
import type { FieldEdit } from '../../schema/index.ts';
import { checkMember, find } from './find.ts';
import { keyResultEdits } from './key-result.ts';
import type { KeyResultInput } from './key-result.ts';
import { begin, decided, edits, fault } from './outcomes.ts';
import type { CommandContext, Decide } from './types.ts';

/** An objective as a command states it; an import adds the key by which it finds it again. */
export type ObjectiveInput = Omit<CommandRequest<'objective.create'>, 'keyResults' | 'deliverable' | 'doneMeans'> & {
  readonly deliverable?: string;
  readonly doneMeans?: string;
  readonly importKey?: string;
  readonly keyResults: readonly KeyResultInput[];
};

/** Longest line of parents that is followed: a circle ends here too, if two people made it at the same time. */
const deepest = 64;

/** Refuses a parent that is missing, or that lies below the objective itself. */
export const checkParent = (
  ctx: CommandContext,
  parentId: string | null | undefined,
  id: string | null,
): Result<void, ProtocolError> => {
  let at = parentId ?? null;
  for (let depth = 0; at !== null; depth++) {
    if (at === id) return fault('invalid', 'An objective cannot lie below itself. Choose another parent.', 'parentId');
    if (depth === deepest)
      return fault('invalid', 'The goals above this one form a circle. Change their parents first.', 'parentId');
    const parent = find(ctx, 'objective', at, 'parentId');
    // A grandparent may still be on its way; only the chosen parent has to be here.
    if (!parent.ok) return depth === 0 ? parent : ok(undefined);
    at = parent.value.value.parentId;
  }
  return ok(undefined);
};

const checkReferences = (input: ObjectiveInput, ctx: CommandContext): Result<void, ProtocolError> => {
  const cycle = find(ctx, 'cycle', input.cycleId, 'cycleId');
  if (!cycle.ok) return cycle;
  for (const id of [input.ownerId, ...input.contributorIds]) {
    const person = checkMember(ctx, id, id === input.ownerId ? 'ownerId' : 'contributorIds');
    if (!person.ok) return person;
  }
  return checkParent(ctx, input.parentId, null);
};

/** Begins an objective with its key results. */
export const createObjective = (input: ObjectiveInput, ctx: CommandContext): ReturnType<Decide<'objective.create'>> => {
  const references = checkReferences(input, ctx);
  if (!references.ok) return references;
  if (input.rollUp === 'manual')
    return fault('invalid', 'Create the objective first, then set its progress by hand.', 'rollUp');
  const { title, ownerId, parentId, cycleId, state, rollUp, importKey } = input;
  const description = input.description === '' ? undefined : input.description;
  const words = Object.entries({ deliverable: input.deliverable, doneMeans: input.doneMeans });
  const agreed = Object.fromEntries(words.filter(([, value]) => value !== undefined && value !== ''));
  const made: FieldEdit[] = edits({
    ...{ title, ownerId, parentId, cycleId, state, rollUp, importKey, description },
    ...agreed,
  });
  for (const id of new Set(input.contributorIds)) made.push({ path: `contributors.${id}.in`, value: true });
  const itemIds: string[] = [];
  for (const [order, keyResult] of input.keyResults.entries()) {
    const itemId = ctx.newId();
    const said = keyResultEdits(ctx, itemId, keyResult, order, `keyResults.${order}`);
    if (!said.ok) return said;
    made.push(...said.value);
    itemIds.push(itemId);
  }
  return decided([begin(ctx, 'objective', { space: 'team' }, made)], { itemIds });
};
