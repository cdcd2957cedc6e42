import { diffWordsWithSpace } from 'diff';
import { maxEditLength } from './limits.ts';

/** Replaces `deleted` UTF-16 units at `at` by `inserted`; positions are those of the text before all splices. */
export interface Splice {
  readonly at: number;
  readonly deleted: number;
  readonly inserted: string;
}

const isLowSurrogate = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff;

/** One splice that replaces all between the common beginning and the common end. */
const replaceMiddle = (from: string, to: string): Splice => {
  let start = 0;
  const shorter = Math.min(from.length, to.length);
  while (start < shorter && from.charCodeAt(start) === to.charCodeAt(start)) start++;
  if (start > 0 && (isLowSurrogate(from.charCodeAt(start)) || isLowSurrogate(to.charCodeAt(start)))) start--;
  let end = 0;
  while (end < shorter - start && from.charCodeAt(from.length - 1 - end) === to.charCodeAt(to.length - 1 - end)) end++;
  if (end > 0 && isLowSurrogate(from.charCodeAt(from.length - end))) end--;
  return { at: start, deleted: from.length - start - end, inserted: to.slice(start, to.length - end) };
};

/**
 * Splices that turn `from` into `to`, word by word and in ascending order: what two people change in different words
 * merges cleanly. Texts that have little in common are replaced between their common ends instead, because comparing
 * them word by word would take long and keep nothing that a reader would recognise.
 */
export const spliceWords = (from: string, to: string): readonly Splice[] => {
  if (from === to) return [];
  if (from === '') return [{ at: 0, deleted: 0, inserted: to }];
  const parts = diffWordsWithSpace(from, to, { maxEditLength });
  if (parts === undefined) return [replaceMiddle(from, to)];
  const splices: Splice[] = [];
  let at = 0;
  let open: { at: number; deleted: number; inserted: string } | undefined;
  for (const part of parts) {
    if (!part.added && !part.removed) {
      if (open !== undefined) splices.push(open);
      open = undefined;
      at += part.value.length;
      continue;
    }
    open ??= { at, deleted: 0, inserted: '' };
    if (part.added) open.inserted += part.value;
    else {
      open.deleted += part.value.length;
      at += part.value.length;
    }
  }
  if (open !== undefined) splices.push(open);
  return splices;
};

/**
 * Whether two sets of splices of the same text meet: they replace a common stretch, one inserts inside what the other
 * replaces, or both insert at the same point. Beside each other is not overlapping; such edits merge into good text.
 */
export const overlap = (a: readonly Splice[], b: readonly Splice[]): boolean =>
  a.some((x) =>
    b.some((y) => {
      if (x.deleted === 0 && y.deleted === 0) return x.at === y.at;
      return x.at < y.at + y.deleted && y.at < x.at + x.deleted;
    }),
  );
