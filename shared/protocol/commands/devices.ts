/** Commands on the devices of a person: pairing, naming, revoking. */
export const deviceCommands = {} as const;
