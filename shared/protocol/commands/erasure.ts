/** Commands that erase: redaction, a person’s own records, retention. */
export const erasureCommands = {} as const;
