import { directionOf } from './languages.ts';

const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
const leftToRight = /(?![\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}])\p{L}/u;

/**
 * A value for the middle of a sentence. One that holds letters of the other direction is set apart (first strong isolate,
 * UAX 9), so that its points and brackets stay with it and the sentence keeps its order.
 */
export const isolate = (value: string, language: string): string => {
  const foreign = directionOf(language) === 'rtl' ? leftToRight : rightToLeft;
  return foreign.test(value) ? `\u2068${value}\u2069` : value;
};
