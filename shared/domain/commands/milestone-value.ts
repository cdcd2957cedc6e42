import type { ObjectiveRecord } from '../../schema/index.ts';
import { updatesOf } from '../progress/updates.ts';
import { reachedValue } from '../progress/milestones.ts';
import type { CommandContext } from './types.ts';

/** The value of a key result as goals show it; null where nothing has been said of it. */
export const valueSaid = (ctx: CommandContext, objective: ObjectiveRecord, keyResultId: string): number | null => {
  const keyResult = objective.keyResults[keyResultId];
  const newest = updatesOf(objective, keyResultId).at(-1) ?? null;
  if (keyResult?.type !== 'milestone') return newest?.value ?? null;
  return reachedValue(keyResult, newest, ctx.milestonesOf(keyResultId), objective);
};

/** As `valueSaid`; before anything is said, where the key result starts. */
export const valueNow = (ctx: CommandContext, objective: ObjectiveRecord, keyResultId: string): number =>
  valueSaid(ctx, objective, keyResultId) ?? objective.keyResults[keyResultId]?.start ?? 0;
