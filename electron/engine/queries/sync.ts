import type { QueryContext } from './context.ts';
import type { QueryHandler } from './handler.ts';

/** Where entries wait and whom this device has met; kept by the running transports. */
export const syncQuery = (ctx: QueryContext): QueryHandler<'sync'> => ({
  topics: ['sync', 'entries', 'members'],
  run: () => ctx.sync(),
});
