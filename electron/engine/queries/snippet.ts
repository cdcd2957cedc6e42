/** How much is shown around the first match, in UTF-16 units. */
const before = 40;
const length = 180;
/** How far into a long text is looked for the place to show. */
const lookedAt = 20_000;

/** The end of a line that no mark ends: another field of the record, or an item of a list. */
const lineEnd = /(?<=[\p{L}\p{N}\p{M})%])[^\S\n]*\n\s*/gu;

const word = /[\p{L}\p{N}\p{Co}\p{M}]+/gu;

/** As the index compares words: without case and accents. */
export const folded = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase();

const wordBoundary = (text: string, from: number, at: number): number => {
  const space = text.slice(from, at).search(/\s/u);
  return space === -1 ? from : from + space + 1;
};

/**
 * The part of a text around the first word that begins like one of `words`, with such words between \u0002 and \u0003.
 * The beginning of the text when none is found there. Lines that end without a mark are parted by a dot.
 */
export const snippetOf = (text: string, words: readonly string[]): string => {
  const wanted = words.flatMap((each) => folded(each).match(word) ?? []);
  const begins = (found: string): boolean => {
    const plain = folded(found);
    return wanted.some((each) => plain.startsWith(each));
  };
  let first = 0;
  for (const match of text.slice(0, lookedAt).matchAll(word)) {
    if (!begins(match[0])) continue;
    first = match.index;
    break;
  }
  const from = first <= before ? 0 : wordBoundary(text, first - before, first);
  const to = Math.min(text.length, from + length);
  const line = text.slice(from, to).replace(lineEnd, ' · ').replace(/\s+/gu, ' ');
  const marked = line.replace(word, (found) => (begins(found) ? `\u0002${found}\u0003` : found));
  return `${from > 0 ? '…' : ''}${marked.trim()}${to < text.length ? '…' : ''}`;
};
