/** Queries on erasure and retention. */
export const erasureQueries = {} as const;
