export { createText } from './create-text.ts';
export type { TextKey } from './create-text.ts';
export { useText } from './use-text.ts';
export type { Translate } from './use-text.ts';
