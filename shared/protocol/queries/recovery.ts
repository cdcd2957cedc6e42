/** Queries on the recovery phrase and on backups. */
export const recoveryQueries = {} as const;
