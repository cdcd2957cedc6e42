/** What a search can be narrowed by. */
export const filterNames = ['kind', 'from', 'about', 'cycle', 'after', 'before'] as const;
export type FilterName = (typeof filterNames)[number];

/** `from:ana` or `cycle:"Q3 2026"`, as it stands in what was typed. */
export interface FilterToken {
  readonly name: FilterName;
  /** Without quotes. */
  readonly value: string;
  /** Where it stands in the text: first position, and the one after its last. */
  readonly start: number;
  readonly end: number;
}

/** The words of the filters in the reader's language and in English: `von` and `from` are one filter. */
export type FilterWords = ReadonlyMap<string, FilterName>;

export interface Typed {
  /** What is left when the filters are taken out. */
  readonly words: string;
  readonly tokens: readonly FilterToken[];
}

const shape = /(?<=^|\s)([\p{L}-]+):("[^"]*"?|\S*)/gu;

/** Reads filters out of what was typed. Anything else, a colon in a title too, is words. */
export const readTyped = (text: string, words: FilterWords): Typed => {
  const tokens = [...text.matchAll(shape)].flatMap((match): FilterToken[] => {
    const name = words.get((match[1] ?? '').toLocaleLowerCase());
    if (name === undefined) return [];
    const value = (match[2] ?? '').replaceAll('"', '').trim();
    return [{ name, value, start: match.index, end: match.index + match[0].length }];
  });
  let rest = '';
  let at = 0;
  for (const token of tokens) {
    rest += text.slice(at, token.start);
    at = token.end;
  }
  return { words: (rest + text.slice(at)).replace(/\s+/gu, ' ').trim(), tokens };
};

/** A filter as it is typed; quoted where its value has spaces. */
export const tokenText = (word: string, value: string): string => `${word}:${/\s/u.test(value) ? `"${value}"` : value}`;

const joined = (...parts: readonly string[]): string =>
  parts
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join(' ');

/** The text without one of its filters. */
export const withoutToken = (text: string, token: Pick<FilterToken, 'start' | 'end'>): string =>
  joined(text.slice(0, token.start), text.slice(token.end));

/** The text with another filter at its end. */
export const withToken = (text: string, token: string): string => joined(text, token);
