/** Scripts written without spaces between words. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/gu;

/**
 * Text as the search index holds it. Each character of a script without spaces becomes a word of its own, parted by
 * zero-width spaces, so that a search for the middle of a Japanese sentence finds it; snippets look the same.
 * The marks that snippets put around matches are taken out, so that text cannot forge a match.
 */
export const indexedText = (text: string): string =>
  text.replace(/[\u0002\u0003]/g, '').replace(unspaced, '\u200b$&\u200b');

/** Reverse of the parting in `indexedText`, for showing. */
export const shownText = (text: string): string => text.replaceAll('\u200b', '');

/** Kinds stand in the index as one word each, so that a search for one kind reads no other. */
export const kindWord = (kind: string): string => kind.toLowerCase().replace(/[^a-z0-9]/g, '');
