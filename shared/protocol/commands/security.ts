/** Commands on secrets at rest: passphrase, lock, encryption of what is readable on disk, repair. */
export const securityCommands = {} as const;
