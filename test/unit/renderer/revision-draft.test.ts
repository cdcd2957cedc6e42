import { expect, test } from 'vitest';
import { joinRevisions, readRevision } from '#renderer/state/use-revision-draft.ts';

const stored = { text: 'One.', heads: ['b'] };
const kept = JSON.stringify({ base: ['a'], text: 'One. Two.' });

test('a draft keeps the version that it began from', () => {
  expect(readRevision(kept, stored)).toEqual({ base: ['a'], text: 'One. Two.' });
  expect(readRevision('', stored)).toBeNull();
});

test('words without a version, as drafts were before, change what is there now', () => {
  expect(readRevision('One. Two.', stored)).toEqual({ base: ['b'], text: 'One. Two.' });
  expect(readRevision('{"text":1}', null)).toEqual({ base: null, text: '{"text":1}' });
});

test.each([
  ['added to the stored words', 'One. More.', 'One. Two. More.'],
  ['in place of the stored words', 'More.', 'One. Two.\nMore.'],
])('what was typed early, %s, goes behind what was kept', (_, text, joined) => {
  const typed = JSON.stringify({ base: ['b'], text });
  expect(readRevision(joinRevisions(kept, typed, stored), stored)).toEqual({ base: ['a'], text: joined });
  expect(joinRevisions('', typed, stored)).toBe(typed);
});
