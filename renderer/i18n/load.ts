import type { i18n } from 'i18next';
import type { Language } from './languages.ts';
import type { Messages } from './messages.ts';

/** Catalogues that are fetched when somebody reads that language. English is always here, for what another one lacks. */
const catalogues: Readonly<Record<Exclude<Language, 'en'>, () => Promise<Messages>>> = {
  de: async () => (await import('./de/index.ts')).de,
  ur: async () => (await import('./ur/index.ts')).ur,
};

/** Turns a window's texts to a language, fetching its catalogue the first time. Rejects when it cannot be loaded. */
export const speak = async (text: i18n, language: Language): Promise<void> => {
  if (language !== 'en' && !text.hasResourceBundle(language, 'translation')) {
    text.addResourceBundle(language, 'translation', await catalogues[language]());
  }
  if (text.language !== language) await text.changeLanguage(language);
};
