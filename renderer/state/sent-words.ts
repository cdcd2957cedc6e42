/** What is left of a field after `sent` went out of it: whatever was typed behind that meanwhile. */
export const afterSent = (now: string, sent: string): string => (now.startsWith(sent) ? now.slice(sent.length) : now);

const shared = (one: string, other: string, most: number, at: (text: string, index: number) => string): number => {
  let length = 0;
  while (length < most && at(one, length) === at(other, length)) length += 1;
  return length;
};

/**
 * The change from one text to another, made to a third that came out of the first. Where its place is not found there,
 * what was added goes behind it: nothing that stands in the third is lost.
 */
export const carryOver = (from: string, to: string, into: string): string => {
  if (from === into || to === into) return to;
  const most = Math.min(from.length, to.length);
  const ahead = shared(from, to, most, (text, index) => text.charAt(index));
  const behind = shared(from, to, most - ahead, (text, index) => text.charAt(text.length - 1 - index));
  const added = to.slice(ahead, to.length - behind);
  const until = from.length - behind;
  const known = from === '' ? -1 : into.indexOf(from);
  if (known >= 0) return into.slice(0, known + ahead) + added + into.slice(known + until);
  if (added === '') return into;
  const begun = from !== '' && ahead === from.length;
  return begun || into === '' ? into + added : `${into.trimEnd()}\n${added}`;
};
