import { localeOf } from './languages.ts';

const formats = new Map<string, Intl.NumberFormat>();

const formatOf = (language: string, style: 'decimal' | 'percent'): Intl.NumberFormat => {
  const key = `${language}|${style}`;
  const known = formats.get(key);
  if (known !== undefined) return known;
  const maximumFractionDigits = style === 'percent' ? 6 : 4;
  const made = new Intl.NumberFormat(localeOf(language), { style, maximumFractionDigits });
  formats.set(key, made);
  return made;
};

/** "14,200": a number as the language writes it, at most four places after the point. */
export const sayNumber = (value: number, language: string): string => formatOf(language, 'decimal').format(value);

/** "63.5%", in German "63,5 %": a number of percent, at most six places after the point. */
export const sayPercentage = (percent: number, language: string): string =>
  formatOf(language, 'percent').format(percent / 100);

/** What stands between the whole and its parts as the language writes a number: "." or ",". */
export const decimalMark = (language: string): string =>
  formatOf(language, 'decimal')
    .formatToParts(0.5)
    .find((part) => part.type === 'decimal')?.value ?? '.';
