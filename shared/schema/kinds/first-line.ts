/** What to call a record that has no title of its own: the start of its text. */
export const firstLine = (text: string, max = 120): string => {
  const line = text.trimStart().split(/[\r\n]/, 1)[0] ?? '';
  const chars = [...line];
  return chars.length <= max ? line : `${chars.slice(0, max - 1).join('')}…`;
};
