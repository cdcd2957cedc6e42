import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { diffWords, shortened } from '#renderer/features/trust/history/word-diff.ts';

const words = fc.array(fc.constantFrom('the', 'goal', 'moves', 'slowly', 'on', 'purpose', 'ünïcode', '目標'), {
  maxLength: 40,
});
const textOf = (kinds: readonly string[], parts: ReturnType<typeof diffWords>): string =>
  parts.flatMap((part) => (kinds.includes(part.kind) ? [part.text] : [])).join('');

describe('differences between two texts', () => {
  test('what stayed and what came are the new text; what stayed and what went are the words of the old one', () => {
    fc.assert(
      fc.property(words, words, (before, after) => {
        const parts = diffWords(before.join(' '), after.join(' '));
        expect(textOf(['same', 'new'], parts)).toBe(after.join(' '));
        const old = textOf(['same', 'gone'], parts).split(/\s+/u).filter(Boolean);
        expect(old.join('')).toBe(before.join(''));
      }),
    );
  });

  test('equal texts have none, and one changed word is one that went and one that came', () => {
    expect(diffWords('all of it stays', 'all of it stays')).toEqual([{ kind: 'same', text: 'all of it stays' }]);
    expect(diffWords('on the slowest region', 'on the fastest region')).toEqual([
      { kind: 'same', text: 'on the' },
      { kind: 'gone', text: ' slowest' },
      { kind: 'new', text: ' fastest' },
      { kind: 'same', text: ' region' },
    ]);
  });

  test('texts of thousands of words are compared too, by what surrounds the change', () => {
    const before = Array.from({ length: 9_000 }, (_, at) => `a${at}`);
    const after = before.map((word, at) => (at > 1_000 && at < 8_000 ? `b${at}` : word));
    const parts = diffWords(before.join(' '), after.join(' '));
    expect(parts.map((part) => part.kind)).toEqual(['same', 'gone', 'new', 'same']);
  });

  test('long stretches that stayed are shortened to what stands beside a change', () => {
    const long = Array.from({ length: 60 }, (_, at) => `word${at}`).join(' ');
    const [head, , , tail] = shortened(diffWords(`${long} old ${long}`, `${long} new ${long}`));
    expect(head?.text).toMatch(/^ … word54 /u);
    expect(head?.text).toContain('word59');
    expect(tail?.text).toContain('word0');
    expect(tail?.text).toMatch(/word5 …$/u);
  });
});
