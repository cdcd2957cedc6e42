import { kindWord } from '../readmodels/index.ts';

const mostWords = 16;

/** One way to ask the index: over titles only, and over title and text. */
export interface SearchExpression {
  readonly title: string;
  readonly anywhere: string;
}

/** Words as they were typed, without those that no index holds. */
export const searchWords = (text: string): string[] =>
  text
    .replaceAll('\0', ' ')
    .split(/\s+/u)
    .filter((word) => /[\p{L}\p{N}\p{Co}]/u.test(word))
    .slice(0, mostWords);

/**
 * Words as FTS5 expressions: first with the last word as a beginning and the others whole, then, for when that finds
 * nothing, each as a beginning (reading every word that begins so costs ten times as much). A word becomes a quoted string, in which the query language knows
 * no operators; the index's own tokenizer reads it. Empty when there are no words.
 */
export const searchExpressions = (
  words: readonly string[],
  kinds: readonly string[] | undefined,
): SearchExpression[] => {
  const kindWords = kinds?.map(kindWord).filter((word) => word !== '');
  if (words.length === 0 || kindWords?.length === 0) return [];
  const ofKind = kindWords === undefined ? '' : ` AND kind : (${kindWords.map((kind) => `"${kind}"`).join(' OR ')})`;
  const ask = (isBeginning: (index: number) => boolean): SearchExpression => {
    const all = words
      .map((word, index) => `"${word.replaceAll('"', '""')}"${isBeginning(index) ? ' *' : ''}`)
      .join(' AND ');
    return { title: `title : (${all})${ofKind}`, anywhere: `{title body} : (${all})${ofKind}` };
  };
  const typing = ask((index) => index === words.length - 1);
  return words.length === 1 ? [typing] : [typing, ask(() => true)];
};
