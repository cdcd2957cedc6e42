import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import './create-text.ts';

/** The typed catalogue look-up, as components receive it and as pure functions take it. */
export type Translate = TFunction;

/** The catalogue in the window's language: `t('people.title')`, and the language for Intl. */
export const useText = (): { readonly t: Translate; readonly language: string } => {
  const { t, i18n } = useTranslation();
  return { t, language: i18n.language };
};
