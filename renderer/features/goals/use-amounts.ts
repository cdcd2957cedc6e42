import { useMemo } from 'react';
import { useText } from '#renderer/i18n/index.ts';
import { amountOf, sayAmount } from './amount.ts';
import type { Amount, Measured } from './amount.ts';

/** Says values of key results in the window's language. */
export interface Amounts {
  readonly say: (value: number, of: Measured) => string;
  readonly parts: (value: number, of: Measured) => Amount;
}

export const useAmounts = (): Amounts => {
  const { t, language } = useText();
  return useMemo(() => {
    const words = { done: t('goals.value.done'), notDone: t('goals.value.notDone') };
    return {
      say: (value, of) => sayAmount(value, of, language, words),
      parts: (value, of) => amountOf(value, of, language, words),
    };
  }, [t, language]);
};
