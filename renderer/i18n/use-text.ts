import './create-text.ts';
import { useSpoken } from './text-provider.tsx';
import type { Spoken } from './text-provider.tsx';

/** The catalogue in the window's language: `t('people.title')`, and the language for Intl. */
export const useText = (): Pick<Spoken, 't' | 'language'> => useSpoken();
