import type { QueryContext } from './context.ts';
import type { QueryHandler } from './handler.ts';

/** Everybody's devices, one's own first. */
export const devicesQuery = (ctx: QueryContext): QueryHandler<'devices'> => ({
  topics: ['members', 'local', 'sync', 'clock'],
  run: () => ctx.deviceList(),
});

/** What is going on with pairing on this machine. */
export const pairingQuery = (ctx: QueryContext): QueryHandler<'pairing'> => ({
  topics: ['local'],
  run: () => ctx.pairing(),
});
