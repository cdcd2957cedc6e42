export { classNames } from './class-names.ts';
export * from './conflict/index.ts';
export * from './control/index.ts';
export * from './form/index.ts';
export * from './icons.tsx';
export * from './keys/index.ts';
export * from './list/index.ts';
export * from './mentions/index.ts';
export * from './message/index.ts';
export * from './people/index.ts';
export * from './progress/index.ts';
export { saveFile } from './save-file.ts';
export { UiProvider, useNow, useToast, useUi } from './services.tsx';
export type { UiServices } from './services.tsx';
export type { SystemNotices } from './notices.ts';
export * from './shell/index.ts';
export * from './status/index.ts';
export {
  LanguageField,
  ThemeProvider,
  storedLanguage,
  useLanguageChoice,
  useWindowLanguage,
  useWindowLook,
} from './theme/index.ts';
export * from './time/index.ts';
export * from './words/index.ts';
