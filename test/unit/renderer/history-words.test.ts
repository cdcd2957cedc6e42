import { expect, test } from 'vitest';
import { sayChange } from '#renderer/features/trust/history/said-change.ts';

const said = (words: string): string => `said ${words}`;
const saidValue = (value: string): string => `value ${value}`;
const change = (path: string, from: string | null, to: string | null, label = 'Field') => ({ path, label, from, to });
const say = (path: string, from: string | null, to: string | null, kind = 'objective') => {
  const { from: before, to: after } = sayChange(change(path, from, to), kind, said, saidValue);
  return [before, after];
};

test('numbers of a history stand as the window writes them, words of the engine in its language', () => {
  expect(say('updates.abc.value', 'EUR 1,200', 'EUR 1,300.5')).toEqual(['value EUR 1,200', 'value EUR 1,300.5']);
  expect(say('manualProgress', null, '46%')).toEqual([null, 'value 46%']);
  expect(say('updates.abc.confidence', 'on track', 'at risk')).toEqual(['said on track', 'said at risk']);
});

test('what a person wrote stays as it is, also where it looks like a word or a number', () => {
  expect(say('title', '3.5', 'done')).toEqual(['3.5', 'done']);
  expect(say('reason', null, 'sick', 'check-in')).toEqual([null, 'sick']);
  expect(say('reason', null, 'sick', 'leave')).toEqual([null, 'said sick']);
  expect(say('parentId', null, 'Ship 3.5')).toEqual([null, 'Ship 3.5']);
});

test('a label names the key result as it is called, and its field in the language of the window', () => {
  expect(sayChange(change('target', '1', '2', 'Guides: published: Target'), 'objective', said, saidValue).label).toBe(
    'Guides: published: said Target',
  );
});
