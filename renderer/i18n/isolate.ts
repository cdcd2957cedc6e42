import { directionOf } from './languages.ts';

const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
const leftToRight = /(?![\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}])\p{L}/u;

/** A number with a sign: after letters that run to the left, the sign would change sides. */
const signed = /^[\d.,\s]*(?:[%‰]|[+\-−]\s?\d)[\d.,\s%‰+\-−]*$/u;

/**
 * A value for the middle of a sentence. One that holds letters of the other direction, or a number with its sign where
 * the sentence runs to the left, is set apart (first strong isolate, UAX 9), so that its points, signs and brackets stay
 * with it and the sentence keeps its order.
 */
export const isolate = (value: string, language: string): string => {
  const toLeft = directionOf(language) === 'rtl';
  const apart = (toLeft ? leftToRight : rightToLeft).test(value) || (toLeft && signed.test(value));
  return apart ? `\u2068${value}\u2069` : value;
};
