import { err, ok, type Result } from '#shared/std/index.ts';
import { failure, type CommandRequest, type CommandResult, type ProtocolError } from '#shared/protocol/index.ts';
import {
  findSheetCode,
  phraseKeys,
  countWords,
  readPhrase,
  withoutSheetCode,
  type PhraseKeys,
  type SheetCode,
} from '../recovery/index.ts';

/** Words and code out of what was typed or pasted. Undefined words: none were given. */
export interface TypedPhrase {
  readonly keys: PhraseKeys | undefined;
  readonly code: SheetCode | undefined;
}

/** Reads the field of the phrase: words, or a whole sheet with its heading, table and code. */
export const readTyped = (text: string): Result<TypedPhrase, ProtocolError> => {
  if (text.trim() === '') return ok({ keys: undefined, code: undefined });
  const code = findSheetCode(text);
  if (code?.ok === false) return err(failure('invalid', code.error, 'phrase'));
  const entropy = readPhrase(wordsOf(text));
  if (!entropy.ok) return err(failure('invalid', entropy.error.sentence, 'phrase'));
  return ok({ keys: phraseKeys(entropy.value), code: code?.value });
};

/** The numbered words of a whole sheet; any other text as it is. */
export const wordsOf = (text: string): string => {
  const numbered = [...withoutSheetCode(text).matchAll(/(?:^|\s)(\d{1,2})[.)]\s*(\p{L}+)/gmu)];
  const words = new Map(numbered.map((match) => [Number(match[1]), match[2] ?? '']));
  const all = Array.from({ length: 24 }, (_, index) => words.get(index + 1));
  return all.every((word) => word !== undefined) ? all.join(' ') : withoutSheetCode(text);
};

/** What is wrong with words while they are being typed. */
export const checkTyped = ({
  text,
}: CommandRequest<'recovery.check'>): Result<CommandResult<'recovery.check'>, ProtocolError> => {
  const code = findSheetCode(text);
  const words = wordsOf(text);
  const read = readPhrase(words);
  const faulty = code?.ok === false ? code.error : null;
  return ok({
    complete: read.ok && faulty === null,
    count: countWords(words),
    sentence: read.ok ? faulty : read.error.sentence,
    words: read.ok
      ? []
      : read.error.words.map(({ suggestions, ...one }) => ({ ...one, suggestions: [...suggestions] })),
    relayUrls: code?.ok === true ? [...code.value.relayUrls] : [],
  });
};
