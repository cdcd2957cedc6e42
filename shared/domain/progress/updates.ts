import type { ObjectiveRecord, ProgressUpdateItem } from '../../schema/index.ts';

/** A progress update with its id. */
export type ProgressUpdate = ProgressUpdateItem & { readonly id: string };

/** Updates of one key result, oldest first: by the time their authors claim, then by id, alike on every machine. */
export const updatesOf = (
  objective: Pick<ObjectiveRecord, 'updates'>,
  keyResultId: string,
): readonly ProgressUpdate[] =>
  Object.entries(objective.updates)
    .map(([id, update]) => ({ id, ...update }))
    .filter((update) => update.keyResultId === keyResultId)
    .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
