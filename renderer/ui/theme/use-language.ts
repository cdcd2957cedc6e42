import { useEffect } from 'react';
import { readLocalStorageValue, useLocalStorage } from '@mantine/hooks';
import { useDirection } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { directionOf, readChoice, resolveLanguage, speak } from '#renderer/i18n/index.ts';
import type { Language, LanguageChoice } from '#renderer/i18n/index.ts';

const key = 'meridian-language';

/** The language this device was left with, before anything is shown. */
export const storedLanguage = (preferred: readonly string[]): Language =>
  resolveLanguage(readChoice(readLocalStorageValue<unknown>({ key, defaultValue: 'system' })), preferred);

/** The choice of this device: a language, or the system's; kept by this window's browser profile like its colours. */
export const useLanguageChoice = () => {
  const [stored, setStored] = useLocalStorage<LanguageChoice>({
    key,
    defaultValue: 'system',
    getInitialValueInEffect: false,
  });
  return { choice: readChoice(stored), choose: setStored };
};

/**
 * Follows the choice: the texts, the language and the direction of the document. A catalogue that does not load leaves
 * the window in the language it has.
 */
export const useWindowLanguage = (): void => {
  const { choice } = useLanguageChoice();
  const { i18n } = useTranslation();
  const { setDirection } = useDirection();
  const { language } = i18n;
  useEffect(() => {
    const follow = (): void => {
      speak(i18n, resolveLanguage(choice, navigator.languages)).catch(() => {
        // Not loaded: the window keeps the language it has, which the choice beside it shows.
      });
    };
    follow();
    window.addEventListener('languagechange', follow);
    return () => {
      window.removeEventListener('languagechange', follow);
    };
  }, [choice, i18n]);
  useEffect(() => {
    document.documentElement.lang = language;
    setDirection(directionOf(language));
  }, [language, setDirection]);
};
