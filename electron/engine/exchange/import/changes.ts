import type { FieldEdit, ObjectiveRecord, Scalar } from '#shared/schema/index.ts';
import { remarkLines } from './new-goal-edits.ts';
import type { Goal } from './types.ts';

/**
 * What a file changes about a key result that is there: only what it states. A person who owns it here stays its
 * owner, for who took it over since is newer than the file.
 */
export const keyResultChanges = (
  itemId: string,
  goal: Goal,
  ownerId: string | null,
  value: ObjectiveRecord,
): readonly FieldEdit[] => {
  const item = value.keyResults[itemId];
  if (item === undefined) return [];
  const stated: readonly (readonly [keyof typeof item, Scalar | undefined])[] = [
    ['start', goal.start],
    ['target', goal.target],
    ['unit', goal.unit],
    ['type', goal.type],
    ['direction', goal.direction],
    ['weight', goal.weight],
    ['ownerId', item.ownerId === null ? (ownerId ?? undefined) : undefined],
  ];
  return stated.flatMap(([field, now]) =>
    now === undefined || now === item[field] ? [] : [{ path: `keyResults.${itemId}.${field}`, value: now }],
  );
};

/** As `keyResultChanges`, for the objective itself. New key results add what the file says about them to its description. */
export const objectiveChanges = (
  goal: Goal,
  ownerId: string | null,
  value: ObjectiveRecord,
  fresh: readonly { readonly goal: Goal; readonly unknown: readonly string[] }[],
): { readonly edits: readonly FieldEdit[]; readonly changed: boolean } => {
  const edits: FieldEdit[] = [];
  if (value.ownerId === null && ownerId !== null) edits.push({ path: 'ownerId', value: ownerId });
  if (goal.score !== null && value.score !== goal.score) edits.push({ path: 'score', value: goal.score });
  const changed = edits.length > 0;
  const lines = remarkLines(fresh);
  if (lines.length > 0)
    edits.push({ path: 'description', value: [value.description, lines.join('\n')].join('\n\n').trim() });
  return { edits, changed };
};
