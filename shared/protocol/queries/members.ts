/** Queries on membership beyond who is there. */
export const memberQueries = {} as const;
