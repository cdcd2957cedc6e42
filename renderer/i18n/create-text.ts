import { createInstance } from 'i18next';
import type { i18n, ParseKeys } from 'i18next';
import { en } from './en/index.ts';
import { isolate } from './isolate.ts';

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
 * React escapes what it renders, so the catalogue does not; values of the other direction are set apart instead.
 */
export const createText = (language = 'en'): i18n => {
  const text = createInstance();
  // Resources are bundled, so initialisation finishes before the call returns.
  void text.init({
    lng: language,
    fallbackLng: 'en',
    resources: { en: { translation: en } },
    interpolation: { escapeValue: true, escape: (value) => isolate(value, text.language) },
    returnNull: false,
    initAsync: false,
  });
  return text;
};
