import type { FieldEdit } from '#shared/schema/index.ts';
import type { ownersOf } from './owners.ts';
import type { PlanContext } from './plan.ts';
import type { Goal } from './types.ts';

type Owners = ReturnType<typeof ownersOf>;

/** Key results measured by a score alone run from 0 to 1. */
export const spanOf = (goal: Goal): { readonly start: number; readonly target: number } => ({
  start: goal.start ?? 0,
  target: goal.target ?? 1,
});

/** Edits that make a key result. What the file does not say keeps its default. */
export const newKeyResultEdits = (
  itemId: string,
  goal: Goal,
  ownerId: string | null,
  order: number,
  importKey: string,
): readonly FieldEdit[] => {
  const fields = {
    title: goal.title,
    type: goal.type ?? 'number',
    unit: goal.unit ?? '',
    ...spanOf(goal),
    direction: goal.direction ?? 'at-least',
    weight: goal.weight ?? 1,
    ownerId,
    order,
    importKey,
    ...(goal.archived === true ? { archived: true } : {}),
  };
  return Object.entries(fields).map(([field, value]) => ({ path: `keyResults.${itemId}.${field}`, value }));
};

/** What the file says about a goal that no field holds, as words: names that are nobody here, priority, link. */
export const remarksOn = (goal: Goal, unknown: readonly string[]): string =>
  [
    unknown.length === 0 ? '' : `Owner in the file: ${unknown.join(', ')}.`,
    goal.priority === '' ? '' : `Priority ${goal.priority}.`,
    goal.link,
  ]
    .filter((part) => part !== '')
    .join(' ');

/** Lines of a description about key results whose rows say more than fields hold. */
export const remarkLines = (
  fresh: readonly { readonly goal: Goal; readonly unknown: readonly string[] }[],
): readonly string[] =>
  fresh.flatMap(({ goal, unknown }) => {
    const remarks = remarksOn(goal, unknown);
    return remarks === '' ? [] : [`- ${goal.title}: ${remarks}`];
  });

const descriptionOf = (
  goal: Goal,
  owners: Owners,
  fresh: readonly { readonly goal: Goal; readonly unknown: readonly string[] }[],
  ctx: PlanContext,
): string => {
  if (goal.description !== undefined) return goal.description;
  const source = [ctx.fileName.replace(/^.*[\\/]/, ''), ctx.cycle?.title ?? '']
    .filter((part) => part !== '')
    .join(', ');
  const parts = [`Imported from ${source}.`, remarksOn(goal, owners.unknown), remarkLines(fresh).join('\n')];
  return parts.filter((part) => part !== '').join('\n\n');
};

/** Edits that make an objective, without its key results. */
export const newObjectiveEdits = (
  goal: Goal,
  owners: Owners,
  fresh: readonly { readonly goal: Goal; readonly unknown: readonly string[] }[],
  importKey: string,
  ctx: PlanContext,
): readonly FieldEdit[] => {
  const description = descriptionOf(goal, owners, fresh, ctx);
  const fields = {
    title: goal.title,
    ownerId: owners.ownerId,
    parentId: null,
    cycleId: ctx.cycle?.id ?? null,
    state: goal.state ?? 'active',
    rollUp: goal.rollUp ?? 'key-results',
    importKey,
    ...(goal.score === null ? {} : { score: goal.score }),
    ...(description === '' ? {} : { description }),
    ...((goal.reflection ?? '') === '' ? {} : { reflection: goal.reflection ?? '' }),
    ...(goal.state === 'closed' ? { closedAt: ctx.now } : {}),
  };
  return [
    ...Object.entries(fields).map(([path, value]) => ({ path, value })),
    ...owners.otherIds.map((id) => ({ path: `contributors.${id}.in`, value: true })),
  ];
};
