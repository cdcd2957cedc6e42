import type { QueryContext } from './context.ts';
import { createCycles, currentCycle } from './cycle-view.ts';
import type { QueryHandler } from './handler.ts';

/** All cycles, newest first, and the one that today belongs to. */
export const cyclesQuery = (ctx: QueryContext): QueryHandler<'cycles'> => {
  const cycles = createCycles(ctx);
  return {
    topics: ['records:cycle', 'records:person', 'clock'],
    run: () => {
      const all = cycles.all();
      return { cycles: all, currentId: currentCycle(all, cycles.today())?.id ?? null };
    },
  };
};
