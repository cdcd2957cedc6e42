import type { ProtocolError } from '../../protocol/index.ts';
import type { Confidence, FieldEdit, ObjectiveRecord } from '../../schema/index.ts';
import { ok } from '../../std/index.ts';
import type { Result } from '../../std/index.ts';
import { updatesOf } from '../progress/updates.ts';
import { find, findToEdit } from './find.ts';
import { itemOf } from './key-result.ts';
import { decided, edits, fault, revise } from './outcomes.ts';
import type { CommandContext, Decide } from './types.ts';

/** What somebody says about a key result. */
export interface ProgressReport {
  readonly keyResultId: string;
  readonly value: number;
  readonly confidence: Confidence | null;
  readonly projection: number | null;
  readonly note: string;
}

/**
 * Edits that add a progress update to its objective, after all others of its key result: what somebody reports who has
 * seen another report counts, also where the clock behind that one is ahead.
 *
 * @param objective as it is on this machine
 */
export const progressEdits = (
  ctx: CommandContext,
  itemId: string,
  report: ProgressReport,
  objective: Pick<ObjectiveRecord, 'updates'>,
): FieldEdit[] => {
  const { keyResultId, value, confidence, projection, note } = report;
  const newest = updatesOf(objective, keyResultId).at(-1);
  const at = newest === undefined ? ctx.now : Math.max(ctx.now, newest.at + 1);
  return edits({ keyResultId, value, confidence, projection, note, at }, `updates.${itemId}.`);
};

/** Refuses progress on what is closed or archived. */
export const checkReport = (
  ctx: CommandContext,
  objectiveId: string,
  base: readonly string[] | null,
  keyResultId: string,
  field: string,
): Result<void, ProtocolError> => {
  const found = findToEdit(ctx, 'objective', objectiveId, base, 'objectiveId');
  if (!found.ok) return found;
  const item = itemOf(found.value, keyResultId, field);
  if (!item.ok) return item;
  if (found.value.value.state === 'closed') {
    return fault('not-allowed', `"${found.value.value.title}" is closed and takes no more updates.`, field);
  }
  return item.value.archived
    ? fault('not-allowed', `"${item.value.title}" is archived and takes no more updates.`, field)
    : ok(undefined);
};

export const reportProgress: Decide<'keyResult.progress'> = (request, ctx) => {
  const fits = checkReport(ctx, request.objectiveId, request.base, request.keyResultId, 'keyResultId');
  if (!fits.ok) return fits;
  const present = find(ctx, 'objective', request.objectiveId, 'objectiveId');
  if (!present.ok) return present;
  const itemId = ctx.newId();
  const said = progressEdits(ctx, itemId, request, present.value.value);
  return decided([revise('objective', request.objectiveId, request.base, said)], { itemIds: [itemId] });
};
