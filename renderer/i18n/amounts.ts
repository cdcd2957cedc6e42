import { useMemo } from 'react';
import { sayShare } from '#shared/domain/index.ts';
import type { KeyResultType } from '#shared/protocol/index.ts';
import { sayNumber, sayPercentage } from './numbers.ts';
import { localValue } from './sentences/numbers.ts';
import { useText } from './use-text.ts';

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

/** A share as whole percent: "46%", in German "46 %". Never rounds up to a 100 that is not reached. */
export const sayPercent = (share: number, language: string): string => localValue(sayShare(share), language);

/** What stands behind a number of a key result; percent needs no unit of its own. */
export const unitOf = (of: Measured): string => (of.unit === '' && of.type === 'percent' ? '%' : of.unit);

/** A value of a key result with its unit, in parts. */
export const amountOf = (value: number, of: Measured, language: string, words: YesNo): Amount => {
  if (of.type === 'boolean') return { before: '', number: value >= 1 ? words.done : words.notDone, after: '' };
  const number = sayNumber(value, language);
  if (of.type === 'currency') return { before: of.unit, number, after: '' };
  return { before: '', number, after: unitOf(of) };
};

/** "372 ms", "63%", "EUR 1,200", "done". */
export const sayAmount = (value: number, of: Measured, language: string, words: YesNo): string => {
  const { before, number, after } = amountOf(value, of, language, words);
  if (after === '%') return sayPercentage(value, language);
  return [before, number, after].filter((part) => part !== '').join(' ');
};

/** Says values of key results and shares in the window's language. */
export interface Amounts {
  readonly say: (value: number, of: Measured) => string;
  readonly parts: (value: number, of: Measured) => Amount;
  readonly percent: (share: number) => string;
}

export const useAmounts = (): Amounts => {
  const { t, language } = useText();
  return useMemo(() => {
    const words = { done: t('goals.value.done'), notDone: t('goals.value.notDone') };
    return {
      say: (value, of) => sayAmount(value, of, language, words),
      parts: (value, of) => amountOf(value, of, language, words),
      percent: (share) => sayPercent(share, language),
    };
  }, [t, language]);
};
