/** "Ana, Bilal and Claire" in the reader's language. */
export const joinNames = (names: readonly string[], language: string): string =>
  new Intl.ListFormat(language, { style: 'long', type: 'conjunction' }).format(names).replace(/, and /u, ' and ');
