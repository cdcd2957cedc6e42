import { createContext, useContext, useMemo } from 'react';
import type { ReactNode } from 'react';
import type { i18n, TFunction } from 'i18next';
import { I18nextProvider, useTranslation } from 'react-i18next';

/** The typed catalogue look-up, as components receive it and as pure functions take it. */
export type Translate = TFunction;

/** The catalogue in the window's language, and the language for Intl. */
export interface Spoken {
  readonly t: Translate;
  readonly language: string;
  /** Where the catalogues are. */
  readonly text: i18n;
}

const Context = createContext<Spoken | null>(null);

/** The library's hook makes a catalogue of its own for every component that asks, a fifth of drawing a list: one is enough. */
const Speaking = (props: { readonly text: i18n; readonly children: ReactNode }) => {
  const { text } = props;
  const { t } = useTranslation();
  const { language } = text;
  const spoken = useMemo(() => ({ t, language, text }), [t, language, text]);
  return <Context value={spoken}>{props.children}</Context>;
};

/** Gives everything below it its texts, anew when the language changes. */
export const TextProvider = (props: { readonly text: i18n; readonly children: ReactNode }) => (
  <I18nextProvider i18n={props.text}>
    <Speaking text={props.text}>{props.children}</Speaking>
  </I18nextProvider>
);

export const useSpoken = (): Spoken => {
  const spoken = useContext(Context);
  if (spoken === null) throw new Error('Texts were asked for outside of TextProvider.');
  return spoken;
};
