import fc from 'fast-check';
import { expect, it } from 'vitest';
import { completionsOf } from '#renderer/features/search/filter/complete.ts';
import type { CompletionWorld } from '#renderer/features/search/filter/complete.ts';
import { dayFrom, resolve } from '#renderer/features/search/filter/known.ts';
import { filterNames, readTyped, tokenText, withToken, withoutToken } from '#renderer/features/search/filter/tokens.ts';
import { kindIcons, searchKinds } from '#renderer/features/search/kinds.ts';
import { en } from '#renderer/i18n/en/index.ts';
import { searchedKinds } from '#engine/readmodels/index.ts';

const choice = (id: string, name: string, ...also: readonly string[]) => ({ id, name, also });
const known = {
  kinds: [
    choice('objective', 'goal', 'goals'),
    choice('feedback', 'feedback'),
    choice('feedback-request', 'feedback-request'),
  ],
  people: [
    choice('1', 'Ana Moreira', 'me'),
    choice('2', 'Bilal Ahmed'),
    choice('3', 'Ana Silva'),
    choice('4', 'Éva Nagy'),
  ],
  cycles: [choice('q3', 'Q3 2026'), choice('q2', 'Q2 2026')],
};
const words = new Map(filterNames.map((name) => [name as string, name] as const));
const world: CompletionWorld = {
  known,
  words,
  wordOf: (name) => name,
  labelOf: (name) => `what ${name} does`,
  days: [{ day: '2026-10-01', label: 'Q4 begins' }],
};
const asked = (text: string) => {
  const typed = readTyped(text, words);
  return { words: typed.words, ...resolve(typed.tokens, known) };
};

it('filters and words may be mixed in any order', () => {
  expect(asked('slow kind:goal from:bilal start cycle:"Q3 2026" after:2026-10')).toMatchObject({
    words: 'slow start',
    narrowing: { kinds: ['objective'], byIds: ['2'], cycleIds: ['q3'], after: '2026-10-01' },
    unknown: [],
  });
});

it('a name that several people have means all of them, and an accent is no obstacle', () => {
  expect(asked('from:ana').narrowing.byIds).toEqual(['1', '3']);
  expect(asked('from:"ana silva"').narrowing.byIds).toEqual(['3']);
  expect(asked('from:eva about:me').narrowing).toEqual({ byIds: ['4'], aboutIds: ['1'] });
});

it('a whole name means itself, not what begins with it', () => {
  expect(asked('kind:feedback').narrowing.kinds).toEqual(['feedback']);
});

it('a filter that names nothing says so instead of being left out', () => {
  expect(asked('from:zzz').unknown.map((token) => token.value)).toEqual(['zzz']);
  expect(asked('after:yesterday').unknown).toHaveLength(1);
  expect(asked('from:').unknown).toEqual([]);
});

it('a colon that begins no filter is a word like others', () => {
  expect(asked('http://example.org note:x').words).toBe('http://example.org note:x');
});

it('only days that exist are days', () => {
  expect([dayFrom('2026'), dayFrom('2026-2'), dayFrom('2028-02-29'), dayFrom('2026-02-29'), dayFrom('26-1-1')]).toEqual(
    ['2026-01-01', '2026-02-01', '2028-02-29', null, null],
  );
});

it('completion goes from the beginning of a filter to the shortest name that is not mistaken', () => {
  expect(completionsOf('slow fr', world).map((one) => one.text)).toEqual(['slow from:']);
  expect(completionsOf('slow from:', world)).toHaveLength(4);
  expect(completionsOf('slow from:bi', world).map((one) => one.text)).toEqual(['slow from:bilal ']);
  expect(completionsOf('from:ana', world).map((one) => one.token)).toEqual(['from:"Ana Moreira"', 'from:"Ana Silva"']);
  expect(completionsOf('after:2026', world).map((one) => one.text)).toEqual(['after:2026-10-01 ']);
  expect(completionsOf('plain words', world)).toEqual([]);
});

it('whatever a completion writes is read as what it says', () => {
  const people = known.people.map((person) => person.id);
  for (const { token, id } of completionsOf('from:', world)) {
    expect(people.filter((each) => id === `from-${each}`)).toEqual(asked(token).narrowing.byIds);
  }
});

it('taking a filter away leaves every other word and filter', () => {
  const piece = fc.constantFrom('slow', 'kind:goal', 'from:"Ana Silva"', 'a:b', 'cycle:q3', '"', '東京');
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
      const text = pieces.join(' ');
      const typed = readTyped(text, words);
      for (const token of typed.tokens) {
        const rest = readTyped(withoutToken(text, token), words);
        expect(rest.words).toBe(typed.words);
        expect(rest.tokens).toHaveLength(typed.tokens.length - 1);
      }
    }),
  );
  expect(withToken(' slow ', tokenText('from', 'Ana Silva'))).toBe('slow from:"Ana Silva"');
});

it('every kind that can be found has a name, a shape and a filter of its own', () => {
  const named = searchedKinds.filter((kind) => kind !== 'team-settings').toSorted();
  expect([...searchKinds].toSorted()).toEqual(named);
  expect(Object.keys(en.search.kindWords).toSorted()).toEqual(named);
  expect(new Set(Object.values(en.search.kindWords)).size).toBe(named.length);
  expect(Object.keys(kindIcons)).toEqual(expect.arrayContaining(named));
});
