import type { QueryContext } from './context.ts';
import type { QueryHandler } from './handler.ts';

/** The recovery phrase, the backups, and what is left to do after a restore. */
export const recoveryQuery = (ctx: QueryContext): QueryHandler<'recovery'> => ({
  topics: ['members', 'local', 'clock', 'sync'],
  run: () => ctx.recovery(),
});
