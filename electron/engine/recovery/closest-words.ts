/** Letters that have to be changed, added, left out or swapped with their neighbour to turn one word into the other. */
export const editDistance = (a: string, b: string): number => {
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      next.push(
        Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, swapped ? (before[j - 2] ?? 0) + 1 : Infinity),
      );
    }
    before = row;
    row = next;
  }
  return row[b.length] ?? 0;
};

const most = 3;
/** Beyond this many letters a suggestion is a guess. */
const farthest = 2;

/** What may have been meant by a word that is not on a list: the nearest first, then by the alphabet. */
export const closestWords = (typed: string, words: readonly string[]): readonly string[] =>
  typed.length > 24
    ? []
    : words
        .map((word) => ({ word, distance: editDistance(typed, word) }))
        .filter(({ distance }) => distance <= farthest)
        .sort((a, b) => a.distance - b.distance || (a.word < b.word ? -1 : 1))
        .slice(0, most)
        .map(({ word }) => word);
