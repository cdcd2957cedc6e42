import type { CommandRequest, ProtocolError } from '../../protocol/index.ts';
import type { FieldEdit } from '../../schema/index.ts';
import { ok } from '../../std/index.ts';
import type { Result } from '../../std/index.ts';
import { find } from './find.ts';
import { valueNow } from './milestone-value.ts';
import { fault, revise } from './outcomes.ts';
import { checkReport, progressEdits } from './progress.ts';
import type { CommandContext, Revision } from './types.ts';

type Update = CommandRequest<'checkIn.submit'>['updates'][number];

const saysSomething = ({ value, confidence, projection, note }: Update): boolean =>
  value !== null || confidence !== null || projection !== null || note !== '';

/**
 * What a check-in reports, as progress updates on the objectives: one revision an objective, at its present heads,
 * because the check-in shows values and not documents. Somebody who only says how confident they are confirms the
 * present value.
 */
export const objectiveUpdates = (
  updates: readonly Update[],
  ctx: CommandContext,
): Result<readonly Revision[], ProtocolError> => {
  const byObjective = new Map<string, FieldEdit[]>();
  for (const [index, update] of updates.entries()) {
    const field = `updates.${index}.keyResultId`;
    const objectiveId = ctx.objectiveOf(update.keyResultId);
    if (objectiveId === undefined) return fault('not-found', 'This key result is not on this machine.', field);
    const fits = checkReport(ctx, objectiveId, null, update.keyResultId, field);
    if (!fits.ok) return fits;
    if (!saysSomething(update)) continue;
    const objective = find(ctx, 'objective', objectiveId, field);
    if (!objective.ok) return objective;
    const value = update.value ?? valueNow(ctx, objective.value.value, update.keyResultId);
    const said = byObjective.get(objectiveId) ?? [];
    said.push(...progressEdits(ctx, ctx.newId(), { ...update, value }, objective.value.value));
    byObjective.set(objectiveId, said);
  }
  return ok([...byObjective].map(([id, said]) => revise('objective', id, null, said)));
};
