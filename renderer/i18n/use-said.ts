import { useCallback } from 'react';
import { sayerOf } from './load.ts';
import { localValue } from './sentences/numbers.ts';
import { isMadeTitle } from './sentences/sayer.ts';
import { useSpoken } from './text-provider.tsx';

/** Says a sentence of the engine in the window's language: `said(error.sentence)`. */
export const useSaid = (): ((sentence: string) => string) => {
  const { text, language } = useSpoken();
  return useCallback((sentence: string) => sayerOf(text, language)(sentence), [text, language]);
};

/** Says a title: one that the engine made in the window's language, one that a person gave as it is. */
export const useSaidTitle = (): ((title: string) => string) => {
  const said = useSaid();
  return useCallback((title: string) => (isMadeTitle(title) ? said(title) : title), [said]);
};

/** Says a value of a key result that stands by itself: its number as the language writes it, and the engine's words. */
export const useSaidValue = (): ((value: string) => string) => {
  const { language } = useSpoken();
  const said = useSaid();
  return useCallback(
    (value: string) => {
      const local = localValue(value, language);
      return local === value ? said(value) : local;
    },
    [language, said],
  );
};
