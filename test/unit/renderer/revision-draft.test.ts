import { expect, test } from 'vitest';
import type { Draft } from '#renderer/state/use-draft.ts';
import {
  aboutOf,
  joinRevisions,
  readRevision,
  restOfRevision,
  revisionOf,
  type Version,
} from '#renderer/state/use-revision-draft.ts';

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
  expect(joinRevisions(kept, '', stored)).toBe(kept);
});

/** A draft whose saves the test finishes. */
const draftOf = (first: string) => {
  let [value, saved] = [first, true];
  const put = (next: string): string => {
    [value, saved] = [next, next === ''];
    return next;
  };
  const draft = (): Draft => ({
    ready: true,
    value,
    saved,
    savedAt: null,
    set: put,
    clear: (sent) => put(value.replace(sent, '')),
    revise: (change) => put(change(value)),
  });
  return {
    at: (version: Version | null) => revisionOf(draft(), version),
    finish: (): void => {
      saved = true;
    },
  };
};

test('what was typed while a save ran goes on from the version that came of it', () => {
  const { at, finish } = draftOf(kept);
  const saving = at(stored);
  at(stored).set('One. Two. Three.');
  expect(saving.clear(saving.text)).toBe(false);
  expect(at(stored)).toMatchObject({ ready: false, text: 'One. Two. Three.' });
  at(stored).set('One. Two. Three. Four.');
  finish();
  const merged = { text: 'Zero. One. Two.', heads: ['c', 'd'] };
  expect(at(merged)).toMatchObject({ ready: true, text: 'Zero. One. Two. Three. Four.', base: ['c', 'd'] });
  at(merged).set('Zero. One. Two. Three. Five.');
  const last = at(merged);
  expect(last).toMatchObject({ ready: true, base: ['c', 'd'] });
  expect(last.clear(last.text)).toBe(true);
  expect(at(merged)).toMatchObject({ ready: true, text: merged.text, kept: false });
});

test('what is left of a draft is saved once, where nothing was typed over what is shown of it', () => {
  const { at, finish } = draftOf(kept);
  at(stored).set('One. Two. Three.');
  at(stored).clear('One. Two.');
  finish();
  const merged = { text: 'Zero. One. Two.', heads: ['c'] };
  const shown = at(merged);
  expect(shown.text).toBe('Zero. One. Two. Three.');
  expect(shown.clear(shown.text)).toBe(true);
  expect(at(merged).text).toBe(merged.text);
});

test('a form of something new keeps what was typed while it was saved, without what was saved', () => {
  const left = restOfRevision(JSON.stringify({ base: null, text: 'One. Two.' }), 'One.', null);
  expect(readRevision(left, null)).toEqual({ base: null, text: ' Two.' });
  expect(restOfRevision(left, ' Two.', null)).toBe('');
});

test('a draft says what it changes, also once a part of it was saved and more was typed early', () => {
  const ofTuesday = JSON.stringify({ base: null, text: 'One.', about: '2026-05-12' });
  expect(aboutOf(ofTuesday)).toBe('2026-05-12');
  expect(aboutOf(kept)).toBeUndefined();
  expect(aboutOf(restOfRevision(ofTuesday, 'On', null))).toBe('2026-05-12');
  const typed = JSON.stringify({ base: null, text: ' Two.', about: '2026-05-13' });
  expect(aboutOf(joinRevisions(ofTuesday, typed, null))).toBe('2026-05-12');
});
