import type { i18n } from 'i18next';
import { isolate } from './isolate.ts';
import type { Language } from './languages.ts';
import type { Messages } from './messages.ts';
import { localValue } from './sentences/numbers.ts';
import { createSayer, type Sentences } from './sentences/sayer.ts';

interface Catalogue {
  readonly messages: Messages;
  readonly sentences: Sentences;
}

/** Catalogues that are fetched when somebody reads that language. English is always here, for what another one lacks. */
const catalogues: Readonly<Record<Exclude<Language, 'en'>, () => Promise<Catalogue>>> = {
  de: async () => {
    const { de, sentences } = await import('./de/index.ts');
    return { messages: de, sentences };
  },
  ur: async () => {
    const { ur, sentences } = await import('./ur/index.ts');
    return { messages: ur, sentences };
  },
};

/** The namespace of what the engine says. Its keys are sentences, so it is asked through `sayerOf` only. */
const spoken = 'sentences';

/** Turns a window's texts to a language, fetching its catalogue the first time. Rejects when it cannot be loaded. */
export const speak = async (text: i18n, language: Language): Promise<void> => {
  if (language !== 'en' && !text.hasResourceBundle(language, 'translation')) {
    const { messages, sentences } = await catalogues[language]();
    text.addResourceBundle(language, spoken, sentences);
    text.addResourceBundle(language, 'translation', messages);
  }
  if (text.language !== language) await text.changeLanguage(language);
};

const asItIs = (sentence: string): string => sentence;
const sayers = new WeakMap<Sentences, (sentence: string) => string>();

/** What says the engine's sentences in a language. In English, and while a catalogue is not here, they stay as they are. */
export const sayerOf = (text: i18n, language: string): ((sentence: string) => string) => {
  const sentences = text.getResourceBundle(language, spoken) as Sentences | undefined;
  if (sentences === undefined) return asItIs;
  const known =
    sayers.get(sentences) ??
    createSayer(
      sentences,
      (value) => isolate(value, language),
      (value) => localValue(value, language),
    );
  sayers.set(sentences, known);
  return known;
};
