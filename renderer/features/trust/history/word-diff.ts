/** A stretch of words that stayed, went or came. */
export interface DiffPart {
  readonly kind: 'same' | 'gone' | 'new';
  readonly text: string;
}

/** Longer texts are compared by their beginnings and ends only: a table of all pairs would grow too large. */
const mostPairs = 400_000;
/** Words shown on each side of a change. */
const around = 6;

const wordsOf = (text: string): string[] => text.match(/\s*\S+|\s+$/gu) ?? [];

const push = (parts: DiffPart[], kind: DiffPart['kind'], text: string): void => {
  if (text === '') return;
  const last = parts.at(-1);
  if (last?.kind === kind) parts[parts.length - 1] = { kind, text: last.text + text };
  else parts.push({ kind, text });
};

/** Longest common subsequence of words, from the ends inwards. */
const middle = (before: readonly string[], after: readonly string[]): DiffPart[] => {
  const parts: DiffPart[] = [];
  if (before.length * after.length > mostPairs) {
    push(parts, 'gone', before.join(''));
    push(parts, 'new', after.join(''));
    return parts;
  }
  const width = after.length + 1;
  const length = new Uint32Array((before.length + 1) * width);
  const at = (i: number, j: number): number => length[i * width + j] ?? 0;
  for (let i = before.length - 1; i >= 0; i -= 1)
    for (let j = after.length - 1; j >= 0; j -= 1)
      length[i * width + j] =
        before[i]?.trim() === after[j]?.trim() ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  let [i, j] = [0, 0];
  while (i < before.length || j < after.length) {
    const [old, fresh] = [before[i], after[j]];
    if (old !== undefined && fresh !== undefined && old.trim() === fresh.trim()) {
      push(parts, 'same', fresh);
      i += 1;
      j += 1;
    } else if (fresh === undefined || (old !== undefined && at(i + 1, j) >= at(i, j + 1))) {
      push(parts, 'gone', old ?? '');
      i += 1;
    } else {
      push(parts, 'new', fresh);
      j += 1;
    }
  }
  return parts;
};

/**
 * What changed between two texts, word by word. Pure; the parts that are `same` or `new` together are the new text, up
 * to white space that alone changed.
 */
export const diffWords = (before: string, after: string): DiffPart[] => {
  const [old, fresh] = [wordsOf(before), wordsOf(after)];
  let start = 0;
  while (start < old.length && start < fresh.length && old[start] === fresh[start]) start += 1;
  let end = 0;
  const room = Math.min(old.length, fresh.length) - start;
  while (end < room && old[old.length - 1 - end] === fresh[fresh.length - 1 - end]) end += 1;
  const parts: DiffPart[] = [];
  push(parts, 'same', fresh.slice(0, start).join(''));
  for (const part of middle(old.slice(start, old.length - end), fresh.slice(start, fresh.length - end)))
    push(parts, part.kind, part.text);
  push(parts, 'same', fresh.slice(fresh.length - end).join(''));
  return parts;
};

/** Leaves of long unchanged stretches only what stands beside a change. */
export const shortened = (parts: readonly DiffPart[]): DiffPart[] =>
  parts.map((part, index) => {
    if (part.kind !== 'same') return part;
    const words = wordsOf(part.text);
    const [first, last] = [index === 0, index === parts.length - 1];
    if (words.length <= (first || last ? around + 2 : 2 * around + 2)) return part;
    const head = first ? '' : words.slice(0, around).join('');
    const tail = last ? '' : words.slice(-around).join('');
    return { kind: 'same', text: `${head} …${tail}` };
  });
