import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { afterSent, carryOver } from '#renderer/state/sent-words.ts';

describe('a field whose words were sent', () => {
  it.each([
    ['nothing was typed meanwhile', 'Budget', 'Budget', ''],
    ['the next was begun', 'BudgetHiring', 'Budget', 'Hiring'],
    ['the words were changed', 'The budget', 'Budget', 'The budget'],
    ['it was emptied', '', 'Budget', ''],
  ])('keeps what is left where %s', (_, now, sent, left) => {
    expect(afterSent(now, sent)).toBe(left);
  });
});

describe('a change carried over to other words', () => {
  it.each([
    ['the same words', 'One.', 'One. Two.', 'One.', 'One. Two.'],
    ['words of others around', 'One.', 'One. Two.', 'Zero. One. Three.', 'Zero. One. Two. Three.'],
    ['an edit inside them', 'One day.', 'One fine day.', 'Zero. One day.', 'Zero. One fine day.'],
    ['nothing before', '', 'Mine.', 'Theirs.', 'Theirs.\nMine.'],
    ['words that others changed, added at the end', 'One. Two.', 'One. Two. Three.', 'One! Two.', 'One! Two. Three.'],
    ['words that others changed, edited inside', 'One. Two.', 'One. 1. Two.', 'One! Two!', 'One! Two!\n1. '],
    ['words that others changed, taken out', 'One. Two.', 'One.', 'One! Two!', 'One! Two!'],
    ['nothing there', 'One.', 'One. Two.', '', ' Two.'],
    ['what was typed already', 'One.', 'One. Two.', 'One. Two.', 'One. Two.'],
  ])('to %s', (_, from, to, into, meant) => {
    expect(carryOver(from, to, into)).toBe(meant);
  });
});

test('a change that finds its words does only what was done to them', () => {
  const words = fc.string({ maxLength: 12 });
  fc.assert(
    fc.property(words, words, (from, to) => {
      expect(carryOver(from, to, from)).toBe(to);
      expect(carryOver(from, from, to)).toBe(to);
    }),
  );
});

test('words of others are never lost by a change that only adds', () => {
  const words = fc.string({ minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(words, words, words, (from, more, into) => {
      const said = carryOver(from, from + more, into);
      for (const letter of into.trimEnd()) expect(said).toContain(letter);
      expect(said.length).toBeGreaterThanOrEqual(into.trimEnd().length);
    }),
  );
});
