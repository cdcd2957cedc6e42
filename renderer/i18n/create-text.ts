import { createInstance } from 'i18next';
import type { i18n, ParseKeys } from 'i18next';
import { en } from './en/index.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    resources: { translation: typeof en };
    returnNull: false;
  }
}

/** Every key of the catalogue; a missing key does not compile. */
export type TextKey = ParseKeys;

/**
 * The message catalogue, with English in it; `speak` adds another language and turns to it.
 * React escapes what it renders, so the catalogue does not.
 */
export const createText = (language = 'en'): i18n => {
  const text = createInstance();
  // Resources are bundled, so initialisation finishes before the call returns.
  void text.init({
    lng: language,
    fallbackLng: 'en',
    resources: { en: { translation: en } },
    interpolation: { escapeValue: false },
    returnNull: false,
    initAsync: false,
  });
  return text;
};
