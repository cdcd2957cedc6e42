import { kindWord } from '../readmodels/index.ts';

const mostWords = 16;

/**
 * What was typed as FTS5 expressions, one over titles and one over title and text. Each word becomes a quoted string,
 * in which the query language knows no operators, and matches as a prefix; the index's own tokenizer reads it.
 * Undefined when nothing was typed that could be found.
 */
export const searchExpressions = (
  text: string,
  kind: string | undefined,
): { readonly title: string; readonly anywhere: string } | undefined => {
  const words = text
    .replaceAll('\0', ' ')
    .split(/\s+/u)
    .filter((word) => /[\p{L}\p{N}\p{Co}]/u.test(word))
    .slice(0, mostWords);
  if (words.length === 0) return undefined;
  const all = words.map((word) => `"${word.replaceAll('"', '""')}" *`).join(' AND ');
  const ofKind = kind === undefined ? '' : ` AND kind : "${kindWord(kind)}"`;
  return { title: `title : (${all})${ofKind}`, anywhere: `{title body} : (${all})${ofKind}` };
};
