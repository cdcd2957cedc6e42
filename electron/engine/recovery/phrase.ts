import { err, ok } from '#shared/std/index.ts';
import type { Result } from '#shared/std/index.ts';
import { hash } from '../crypto/index.ts';
import { closestWords } from './closest-words.ts';
import { wordList } from './word-list.ts';

/** Words of a phrase: 256 random bits and 8 of check, eleven a word. */
export const phraseWords = 24;
const entropyBytes = 32;
const bitsOfWord = 11;

const places = new Map(wordList.map((word, place) => [word, place]));
/** The first four letters tell every word of the list from the others. */
const byStart = new Map(wordList.map((word) => [word.slice(0, 4), word]));

/** A word that cannot be right, by its position from 1, with what may have been meant. */
export interface WordFault {
  readonly position: number;
  readonly word: string;
  readonly suggestions: readonly string[];
}

export interface PhraseFault {
  readonly code: 'phrase-empty' | 'phrase-words' | 'phrase-short' | 'phrase-long' | 'phrase-check';
  readonly sentence: string;
  readonly words: readonly WordFault[];
}

/** One byte over the secret: 255 of 256 phrases with wrong words are told from right ones. */
const checkOf = (entropy: Uint8Array): number => hash('phrase', entropy)[0] ?? 0;

/** The 24 words of 32 random bytes. */
export const phraseOf = (entropy: Uint8Array): readonly string[] => {
  if (entropy.length !== entropyBytes) throw new Error('A recovery phrase is made of 32 bytes.');
  let bits = BigInt(`0x${Buffer.from([...entropy, checkOf(entropy)]).toString('hex')}`);
  const words: string[] = [];
  for (let position = 0; position < phraseWords; position++) {
    words.unshift(wordList[Number(bits & 0x7ffn)] ?? '');
    bits >>= BigInt(bitsOfWord);
  }
  return words;
};

/** Words in the order typed: any case and spacing, with the numbering, bullets and punctuation of lists taken away. */
const wordsIn = (text: string): readonly string[] =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .split(/[^\p{L}\p{M}]+/u)
    .map((word) => word.replace(/\p{M}/gu, ''))
    .filter((word) => word !== '');

/** How many words a text has, whether or not they can be right. */
export const countWords = (text: string): number => wordsIn(text.slice(0, 4_000)).length;

/** The word of the list that was typed, also where only its first four letters are there. */
const known = (typed: string): string | undefined =>
  places.has(typed) ? typed : typed.length === 4 ? byStart.get(typed) : undefined;

const fault = (
  code: PhraseFault['code'],
  sentence: string,
  words: readonly WordFault[] = [],
): Result<never, PhraseFault> => err({ code, sentence, words });

const list = (positions: readonly number[]): string =>
  positions.length === 1
    ? `Word ${positions[0]} is`
    : `Words ${positions.slice(0, -1).join(', ')} and ${positions.at(-1)} are`;

/**
 * Reads a phrase as people type it: case, line breaks, numbering and accents do not matter, and the first four letters of
 * a word are enough. Words that are not on the list are named by position, with the nearest ones.
 */
export const readPhrase = (text: string): Result<Uint8Array, PhraseFault> => {
  if (text.length > 4_000)
    return fault('phrase-long', 'This is much more than 24 words. Type only the words of the phrase.');
  const typed = wordsIn(text);
  if (typed.length === 0) return fault('phrase-empty', 'Type the 24 words of your recovery phrase, in their order.');
  if (typed.length > phraseWords)
    return fault(
      'phrase-long',
      `These are ${typed.length} words; a recovery phrase has 24. Take out what does not belong to it.`,
    );
  const wrong = typed.flatMap((word, index): WordFault[] =>
    known(word) === undefined ? [{ position: index + 1, word, suggestions: closestWords(word, wordList) }] : [],
  );
  if (wrong.length > 0)
    return fault(
      'phrase-words',
      `${list(wrong.map((one) => one.position))} not in the list of words. Compare with what you wrote down.`,
      wrong,
    );
  if (typed.length < phraseWords)
    return fault('phrase-short', `These are ${typed.length} of 24 words. Add the rest, in their order.`);
  const bits = typed.reduce(
    (sum, word) => (sum << BigInt(bitsOfWord)) | BigInt(places.get(known(word) ?? '') ?? 0),
    0n,
  );
  const bytes = new Uint8Array(Buffer.from(bits.toString(16).padStart(66, '0'), 'hex'));
  const entropy = bytes.slice(0, entropyBytes);
  if (bytes[entropyBytes] !== checkOf(entropy))
    return fault(
      'phrase-check',
      'All 24 words are known, but together they make no recovery phrase. One of them is another word, or two have changed places.',
    );
  return ok(entropy);
};
