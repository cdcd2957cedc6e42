export { unitOf, useAmounts } from './amounts.ts';
export type { Amount, Amounts, Measured } from './amounts.ts';
export { createText } from './create-text.ts';
export type { TextKey } from './create-text.ts';
export { isolate } from './isolate.ts';
export {
  directionOf,
  firstDayOf,
  languageChoices,
  languageNames,
  languages,
  localeOf,
  readChoice,
  resolveLanguage,
} from './languages.ts';
export type { Language, LanguageChoice } from './languages.ts';
export { speak } from './load.ts';
export { decimalMark, sayNumber } from './numbers.ts';
export { isMadeTitle } from './sentences/sayer.ts';
export { useSaid, useSaidTitle, useSaidValue } from './use-said.ts';
export { useText } from './use-text.ts';
export { TextProvider } from './text-provider.tsx';
export type { Translate } from './text-provider.tsx';
