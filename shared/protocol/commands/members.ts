/** Commands on membership: removal, leaving, roles, succession, approval of newcomers. */
export const memberCommands = {} as const;
