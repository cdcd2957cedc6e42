/** Names of lists in which work is done. */
export const finished = /^(done|completed?|finished|closed)$/i;

/** What is known of a task in prose, a paragraph for each part that says something. */
export const noteOf = (...parts: readonly (string | null | undefined)[]): string =>
  parts.flatMap((part) => (part === null || part === undefined || part.trim() === '' ? [] : [part])).join('\n\n');
