import type { Period } from './types.ts';

const patterns: readonly { readonly regex: RegExp; readonly read: (match: RegExpExecArray) => Period }[] = [
  {
    regex: /\b((?:19|20)\d{2})[\s_-]*Q([1-4])(?!\d)/i,
    read: ([, year = '', part = '']) => months(`${year} Q${part}`, Number(year), Number(part) * 3 - 2, 3),
  },
  {
    regex: /\bQ([1-4])[\s_-]*((?:19|20)\d{2})\b/i,
    read: ([, part = '', year = '']) => months(`${year} Q${part}`, Number(year), Number(part) * 3 - 2, 3),
  },
  {
    regex: /\b((?:19|20)\d{2})[\s_-]*H([12])(?!\d)/i,
    read: ([, year = '', part = '']) => months(`${year} H${part}`, Number(year), Number(part) * 6 - 5, 6),
  },
  {
    regex: /\bH([12])[\s_-]*((?:19|20)\d{2})\b/i,
    read: ([, part = '', year = '']) => months(`${year} H${part}`, Number(year), Number(part) * 6 - 5, 6),
  },
  { regex: /^\s*((?:19|20)\d{2})\s*$/, read: ([, year = '']) => months(year, Number(year), 1, 12) },
];

const day = (year: number, month: number, of: number): string =>
  `${year}-${String(month).padStart(2, '0')}-${String(of).padStart(2, '0')}`;

/** `count` whole months from the first of `first` (1 = January). */
const months = (title: string, year: number, first: number, count: number): Period => {
  const last = first + count - 1;
  const days = new Date(Date.UTC(year, last, 0)).getUTCDate();
  return { title, start: day(year, first, 1), end: day(year, last, days) };
};

/** The quarter, half or year that a heading or file name speaks of: "2019 Q2" is 2019-04-01 to 2019-06-30. */
export const periodIn = (text: string): Period | null => {
  for (const { regex, read } of patterns) {
    const match = regex.exec(text.replace(/[_]/g, ' '));
    if (match !== null) return read(match);
  }
  return null;
};
