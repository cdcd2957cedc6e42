/** Queries on devices and pairing. */
export const deviceQueries = {} as const;
