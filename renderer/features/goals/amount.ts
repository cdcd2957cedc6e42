import { sayNumber } from '#renderer/i18n/index.ts';
import type { KeyResultType } from '#shared/protocol/index.ts';

/** "46%" */
export { sayShare as sayPercent } from '#shared/domain/index.ts';

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
