const image = /!\[([^[\]]*)\]\([^()\s]*(?:\s+"[^"]*")?\)/g;
const link = /\[([^[\]]*)\]\(([^()\s]*)(?:\s+"[^"]*")?\)/g;
const webAddress = /^https?:\/\/[^\s<>"]+$/i;
const bareAddress = /https?:\/\/[^\s<>"|)\]]+/i;
/** More than this is no cell of a table; the rest is left out of what is read. */
const longestCell = 20_000;
const deepestMarkup = 4;
const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

/** Backslash escapes are set aside in the private use area while markup is taken off, so that they stay characters. */
const hide = (text: string): string =>
  text.replace(/\\([!-/:-@[-`{-~])/g, (_, char: string) => String.fromCharCode(0xe000 + char.charCodeAt(0)));
const reveal = (text: string): string =>
  text.replace(/[\ue000-\ue07f]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xe000));

const withoutEmphasis = (text: string): string => {
  let now = text;
  for (let depth = 0; depth < deepestMarkup; depth++) {
    now = now
      .replace(/(\*{1,3}|~~|`{1,3})([^*~`]*)\1/g, '$2')
      .replace(/(^|[\s(])_{1,2}([^_]+)_{1,2}(?=[\s).,;:!?]|$)/g, '$1$2');
  }
  return now;
};

/** The words of a table cell without Markdown or HTML: links by their text, images by their description. */
export const plainText = (cell: string): string => {
  const bare = hide(cell.slice(0, longestCell))
    .replace(image, '$1')
    .replace(link, '$1')
    .replace(/<br\s*\/?>/gi, ' ')
    .replace(/<\/?[a-z][^<>]*>/gi, '')
    .replace(/&([a-z]+);/g, (whole, name: string) => entities[name] ?? whole);
  return reveal(withoutEmphasis(bare)).replace(/\s+/g, ' ').trim();
};

/** The first web address in a cell, in a link or bare; '' without one. Other kinds of addresses are not links. */
export const firstLink = (cell: string): string => {
  const words = cell.slice(0, longestCell).replace(image, '');
  for (const match of words.matchAll(link)) {
    const address = match[2] ?? '';
    if (webAddress.test(address)) return address;
  }
  return bareAddress.exec(words.replace(link, '$1'))?.[0] ?? '';
};

/** True when the whole cell is set in bold: `**1 Finish it**`. */
export const isBold = (cell: string): boolean => /^(\*\*|__)(?=\S)(?:(?!\1).)+\1$/s.test(cell.trim());

/** True when the whole cell is set in italics: a remark between rows. */
export const isItalic = (cell: string): boolean => /^([*_])(?![*_])[^*_]+\1$/.test(cell.trim());

/** A cell that a spreadsheet must not run as a formula carries an apostrophe in front; this takes it off again. */
export const withoutGuard = (cell: string): string => (/^'+[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell);

/** Names of one cell: "parkan / autonome", "Mhz, pkafei", "Ana & Ben". */
export const splitNames = (cell: string): readonly string[] => {
  const names = plainText(cell)
    .split(/[,;/&+|]|\s(?:and|und|y|et)\s/i)
    .map((name) => name.replace(/^@/, '').trim())
    .filter((name) => name !== '' && name !== '-' && !/^(tbd|n\/?a|none)$/i.test(name));
  return [...new Set(names)];
};

/** Names at the end of a title: "Research is projecting the future (David)". Other parentheses stay in the title. */
export const trailingNames = (title: string): { readonly title: string; readonly names: readonly string[] } => {
  const match = /^(.*\S)\s*\(([^()]{1,120})\)$/s.exec(title);
  const names = splitNames(match?.[2] ?? '');
  const areNames =
    names.length > 0 && names.every((name) => /^\p{L}[\p{L}\p{M}.'’-]*( \p{Lu}[\p{L}\p{M}.'’-]*){0,2}$/u.test(name));
  return areNames ? { title: match?.[1] ?? title, names } : { title, names: [] };
};

/** A number as people write it in tables; null for an empty cell, undefined for what is no number. "70 %" is 0.7 with `percentAsShare`. */
export const readNumber = (cell: string, percentAsShare: boolean): number | null | undefined => {
  const text = plainText(withoutGuard(cell)).replace(/[\s\u00a0\u202f_]/g, '');
  if (text === '' || text === '-' || text === '–' || text === '—') return null;
  const percent = text.endsWith('%');
  let digits = text
    .replace(/%$/, '')
    .replace(/^([+-]?)[€$£¥]/, '$1')
    .replace(/[€$£¥]$/, '')
    .replace(/^−/, '-');
  if (/^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/.test(digits)) digits = digits.replaceAll(',', '');
  else if (/^[+-]?\d*,\d+$/.test(digits)) digits = digits.replace(',', '.');
  if (!/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,3})?$/i.test(digits)) return undefined;
  const value = Number(digits);
  if (!Number.isFinite(value)) return undefined;
  return percent && percentAsShare ? Number((value / 100).toPrecision(12)) : value;
};
