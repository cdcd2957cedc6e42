import type { EngineApi, ProtocolError, QueryName, QueryParams, QueryResult } from '#shared/protocol/index.ts';
import type { Result } from '#shared/std/index.ts';

/** Starts one subscription on whatever answers at the moment; undefined where nothing does. */
export type Subscribe = EngineApi['watch'];

interface Watch {
  readonly begin: () => void;
  stop: (() => void) | undefined;
}

/**
 * Subscriptions that outlive what answers them: a window keeps its own while the profile is locked, unlocked or written
 * anew, and gets the value of whatever answers then.
 */
export const createWatches = (subscribe: Subscribe) => {
  const watches = new Set<Watch>();
  const end = (watch: Watch): void => {
    watch.stop?.();
    watch.stop = undefined;
  };
  return {
    watch: <N extends QueryName>(
      name: N,
      params: QueryParams<N>,
      listener: (value: Result<QueryResult<N>, ProtocolError>) => void,
    ): (() => void) => {
      const watch: Watch = {
        stop: undefined,
        begin: () => {
          watch.stop = subscribe(name, params, listener);
        },
      };
      watches.add(watch);
      watch.begin();
      return () => {
        end(watch);
        watches.delete(watch);
      };
    },
    /** Before what answers goes away. */
    pause: (): void => {
      for (const watch of watches) end(watch);
    },
    /** Everybody hears from whatever answers now. */
    resume: (): void => {
      for (const watch of [...watches]) {
        end(watch);
        watch.begin();
      }
    },
    close: (): void => {
      for (const watch of watches) end(watch);
      watches.clear();
    },
  };
};
