/** Queries on secrets at rest and on integrity. */
export const securityQueries = {} as const;
