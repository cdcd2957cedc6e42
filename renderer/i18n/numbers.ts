import { localeOf } from './languages.ts';

const formats = new Map<string, Intl.NumberFormat>();

/** "14,200": a number as the language writes it, at most four places after the point. */
export const sayNumber = (value: number, language: string): string => {
  const format = formats.get(language) ?? new Intl.NumberFormat(localeOf(language), { maximumFractionDigits: 4 });
  formats.set(language, format);
  return format.format(value);
};
