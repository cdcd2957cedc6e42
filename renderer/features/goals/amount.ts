import { localeOf } from '#renderer/i18n/index.ts';
import type { KeyResultType } from '#shared/protocol/index.ts';

/** What is needed of a key result to say its values. */
export interface Measured {
  readonly type: KeyResultType;
  readonly unit: string;
}

/** A value in the reader's number format, and the unit apart, so that it can be set smaller. */
export interface Amount {
  /** Set before the number: the code of a currency. */
  readonly before: string;
  readonly number: string;
  readonly after: string;
}

/** Done and not done in the reader's language; everything else is numbers. */
export interface YesNo {
  readonly done: string;
  readonly notDone: string;
}

const formats = new Map<string, Intl.NumberFormat>();

/** "14,200": at most four places after the point. */
export const sayNumber = (value: number, language: string): string => {
  const format = formats.get(language) ?? new Intl.NumberFormat(localeOf(language), { maximumFractionDigits: 4 });
  formats.set(language, format);
  return format.format(value);
};

/** A value of a key result with its unit, in parts. */
export const amountOf = (value: number, of: Measured, language: string, words: YesNo): Amount => {
  if (of.type === 'boolean') return { before: '', number: value >= 1 ? words.done : words.notDone, after: '' };
  const number = sayNumber(value, language);
  if (of.type === 'currency') return { before: of.unit, number, after: '' };
  if (of.type === 'percent') return { before: '', number, after: of.unit === '' ? '%' : of.unit };
  return { before: '', number, after: of.unit };
};

/** "372 ms", "63%", "EUR 1,200", "done". */
export const sayAmount = (value: number, of: Measured, language: string, words: YesNo): string => {
  const { before, number, after } = amountOf(value, of, language, words);
  const tight = after === '%';
  return [before, tight ? `${number}${after}` : number, tight ? '' : after].filter((part) => part !== '').join(' ');
};

/** A computed value at the precision that its range is worth: three digits of the way from start to target. */
export const roundForRange = (value: number, of: { readonly start: number; readonly target: number }): number => {
  const span = Math.abs(of.target - of.start);
  if (span === 0 || !Number.isFinite(span)) return value;
  const places = Math.min(12, Math.max(0, 2 - Math.floor(Math.log10(span))));
  return Number(value.toFixed(places));
};

/** "46%"; never rounds up to a hundred that is not reached. */
export const sayPercent = (share: number): string =>
  `${String(share >= 1 ? Math.round(share * 100) : Math.min(99, Math.round(share * 100)))}%`;
