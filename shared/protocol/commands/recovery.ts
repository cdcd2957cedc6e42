/** Commands on the recovery phrase and on backups. */
export const recoveryCommands = {} as const;
