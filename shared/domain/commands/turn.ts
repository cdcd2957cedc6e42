import type { FieldEdit, RequestRecord } from '../../schema/index.ts';
import { turnsOf } from '../requests/turns.ts';
import { edits } from './outcomes.ts';
import type { CommandContext } from './types.ts';

const turnOf = (ctx: CommandContext, toId: string, at: number): FieldEdit[] =>
  edits({ toId, byId: ctx.me.personId, at }, `turns.${ctx.newId()}.`);

/** Whom a new request waits for, from now on. */
export const firstTurn = (ctx: CommandContext, toId: string): FieldEdit[] => turnOf(ctx, toId, ctx.now);

/** A turn after all others, whatever the clocks of those who handed it on before say. */
export const nextTurn = (
  ctx: CommandContext,
  toId: string,
  before: Pick<RequestRecord, 'turns' | 'closedAt'>,
): FieldEdit[] => {
  const last = turnsOf(before).at(-1);
  return turnOf(ctx, toId, last === undefined ? ctx.now : Math.max(ctx.now, last.at + 1));
};
