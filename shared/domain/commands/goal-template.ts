import type { FieldEdit } from '../../schema/index.ts';
import { findToEdit } from './find.ts';
import { keyResultEdits } from './key-result.ts';
import { begin, changes, decided, edits, revise } from './outcomes.ts';
import type { Decide } from './types.ts';

/** Keeps what a goal says and is measured by for the next one; owners and numbers reached are not part of it. */
export const saveTemplate: Decide<'template.save'> = (request, ctx) => {
  const { title, description, deliverable, doneMeans } = request;
  const words = Object.entries({ description, deliverable, doneMeans }).filter(([, value]) => value !== '');
  const said: FieldEdit[] = edits({ title, ...Object.fromEntries(words) });
  for (const [order, keyResult] of request.keyResults.entries()) {
    const made = keyResultEdits(ctx, ctx.newId(), { ...keyResult, ownerId: null }, order, `keyResults.${order}`);
    if (!made.ok) return made;
    said.push(...made.value.filter(({ path }) => !path.endsWith('.ownerId')));
  }
  return decided([begin(ctx, 'goal-template', { space: 'team' }, said)]);
};

/** Renames a template, or puts it away and back. */
export const updateTemplate: Decide<'template.update'> = ({ id, base, title, archived }, ctx) => {
  const found = findToEdit(ctx, 'goal-template', id, base);
  if (!found.ok) return found;
  return decided([revise('goal-template', id, base, changes(found.value.value, { title, archived }))]);
};
