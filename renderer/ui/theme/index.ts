export * from './provider.tsx';
export { LanguageField } from './language-field.tsx';
export { theme } from './theme.ts';
export { storedLanguage, useLanguageChoice, useWindowLanguage } from './use-language.ts';
export { useWindowLook } from './window-look.ts';
export type { Density } from './window-look.ts';
