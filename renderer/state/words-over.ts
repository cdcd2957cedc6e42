import { z } from 'zod';
import { carryOver } from './sent-words.ts';

const keptWords = z.object({ over: z.string(), text: z.string() });

/** Words to keep on this device, with those that stood there when they were written. */
export const keepWordsOver = (over: string, text: string): string => JSON.stringify({ over, text });

/**
 * Kept words as a change to what stands there now, so that what others wrote since is shown before it is saved over.
 * Drafts of before keep words alone.
 */
export const wordsOver = (kept: string, stored: string): string => {
  if (kept === '') return stored;
  try {
    const { over, text } = keptWords.parse(JSON.parse(kept));
    return carryOver(over, text, stored);
  } catch {
    return carryOver('', kept, stored);
  }
};

/** What was typed over the words that stand there, before it was known that others had been kept, is done to those. */
export const joinWordsOver = (kept: string, typed: string, stored: string): string => {
  const shown = wordsOver(kept, stored);
  return keepWordsOver(stored, carryOver(stored, wordsOver(typed, stored), shown));
};
