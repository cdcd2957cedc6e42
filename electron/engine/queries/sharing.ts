import type { QueryName } from '#shared/protocol/index.ts';
import type { QueryHandler } from './handler.ts';

/** Lets queries that lean on others be answered together without asking them anew. */
export interface Sharing {
  /** A query without parameters that others build on. */
  readonly of: <N extends QueryName>(handler: QueryHandler<N>) => QueryHandler<N>;
  /** Runs `work`, in which nothing is written: what is shared is computed once. */
  readonly during: (work: () => void) => void;
}

/** Remembers values for as long as `during` runs, and not a moment longer. */
export const createSharing = (): Sharing => {
  const forget = new Set<() => void>();
  let together = false;
  return {
    of: ({ topics, run }) => {
      let held: { readonly value: ReturnType<typeof run> } | null = null;
      forget.add(() => {
        held = null;
      });
      return {
        topics,
        run: (params) => {
          if (held !== null) return held.value;
          const value = run(params);
          if (together) held = { value };
          return value;
        },
      };
    },
    during: (work) => {
      together = true;
      try {
        work();
      } finally {
        together = false;
        for (const each of forget) each();
      }
    },
  };
};
