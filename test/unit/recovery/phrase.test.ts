import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { closestWords, editDistance, phraseKeys, phraseOf, readPhrase, wordList } from '#engine/recovery/index.ts';
import { toText } from '#shared/std/index.ts';

const secrets = fc.uint8Array({ minLength: 32, maxLength: 32 });
const opened = (text: string): string | undefined => {
  const read = readPhrase(text);
  return read.ok ? toText(read.value) : undefined;
};
const faultOf = (text: string) => {
  const read = readPhrase(text);
  if (read.ok) throw new Error('this phrase should not have been read');
  return read.error;
};
const sample = phraseOf(new Uint8Array(32).fill(7));

describe('the list of words', () => {
  test('has 2,048 different words that four letters tell apart', () => {
    expect(new Set(wordList).size).toBe(2048);
    expect(new Set(wordList.map((word) => word.slice(0, 4))).size).toBe(2048);
    expect([...wordList].sort()).toEqual(wordList);
    expect(wordList.every((word) => /^[a-z]{3,8}$/.test(word))).toBe(true);
  });
});

describe('a phrase', () => {
  test('gives back the secret it was made of', () => {
    fc.assert(
      fc.property(secrets, (entropy) => {
        const words = phraseOf(entropy);
        expect(words).toHaveLength(24);
        expect(opened(words.join(' '))).toBe(toText(entropy));
      }),
    );
  });

  test('is read however it is typed: numbered, in capitals, over lines, with four letters a word', () => {
    const ways = [
      sample.map((word, index) => `${index + 1}. ${word}`).join('\n'),
      sample.join('\t').toUpperCase(),
      `  "${sample.join(', ')}".  `,
      sample.map((word) => word.slice(0, 4)).join(' '),
      sample.map((word, index) => `${String(index + 1).padStart(2)})${word}`).join('   '),
    ];
    for (const way of ways) expect(opened(way)).toBe(toText(new Uint8Array(32).fill(7)));
  });

  test('with one other word is refused, but for one in 256', () => {
    let passed = 0;
    fc.assert(
      fc.property(secrets, fc.nat(23), fc.nat(2046), (entropy, at, shift) => {
        const words = [...phraseOf(entropy)];
        const place = wordList.indexOf(words[at] ?? '');
        words[at] = wordList[(place + 1 + shift) % 2048] ?? '';
        const read = readPhrase(words.join(' '));
        if (read.ok) {
          passed += 1;
          expect(toText(read.value)).not.toBe(toText(entropy));
        } else expect(read.error.code).toBe('phrase-check');
      }),
      { numRuns: 2_000, seed: 5 },
    );
    expect(passed).toBeLessThan(24);
  });

  test('names mistyped words by their position and suggests what was meant', () => {
    const words = [...phraseOf(new Uint8Array(32))];
    words[0] = 'abandno';
    words[5] = 'zzzzzzzz';
    const fault = faultOf(words.join(' '));
    expect(fault.code).toBe('phrase-words');
    expect(fault.sentence).toContain('Words 1 and 6');
    expect(fault.words.map(({ position }) => position)).toEqual([1, 6]);
    expect(fault.words[0]?.suggestions[0]).toBe('abandon');
    expect(fault.words[1]?.suggestions).toEqual([]);
  });

  test('that is too short, too long or missing says how many words there are', () => {
    expect(faultOf(' \n ').code).toBe('phrase-empty');
    expect(faultOf(sample.slice(0, 23).join(' '))).toMatchObject({
      code: 'phrase-short',
      sentence: expect.stringContaining('23 of 24') as string,
    });
    expect(faultOf([...sample, 'zoo'].join(' ')).code).toBe('phrase-long');
    expect(faultOf('zoo '.repeat(5_000)).code).toBe('phrase-long');
  });

  test('never throws, whatever is typed', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => void readPhrase(text)));
    const pieces = fc.array(fc.oneof(fc.constantFrom(...wordList), fc.string()), { maxLength: 30 });
    fc.assert(fc.property(pieces, (words) => void readPhrase(words.join(' '))));
  });

  test('makes keys of different use that share nothing', () => {
    const { device, kitKey } = phraseKeys(new Uint8Array(32).fill(7));
    expect(toText(device.secret)).not.toBe(toText(kitKey));
    expect(toText(device.id)).not.toBe(toText(phraseKeys(new Uint8Array(32).fill(8)).device.id));
  });
});

describe('nearness of words', () => {
  test('counts letters changed, added, left out and swapped, and is the same both ways', () => {
    expect(editDistance('abandno', 'abandon')).toBe(1);
    expect(editDistance('ocean', 'ocaen')).toBe(1);
    expect(editDistance('zebra', 'zebra')).toBe(0);
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 7 });
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(editDistance(a, b)).toBe(editDistance(b, a));
        expect(editDistance(a, b) === 0).toBe(a === b);
        expect(editDistance(a, b)).toBeGreaterThanOrEqual(Math.abs(a.length - b.length));
      }),
    );
  });

  test('every word with one letter lost finds itself again', () => {
    fc.assert(
      fc.property(fc.constantFrom(...wordList.filter((word) => word.length > 4)), fc.nat(7), (word, at) => {
        const typed = word.slice(0, at % word.length) + word.slice((at % word.length) + 1);
        const near = closestWords(typed, wordList);
        const best = near.filter((one) => editDistance(typed, one) <= 1);
        expect(best.length === 3 || near.includes(word)).toBe(true);
      }),
    );
  });
});
