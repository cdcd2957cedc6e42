import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bilal, idOf, snapshot } from '../readmodels/profile.ts';
import { openQueries } from './engine.ts';
import { comment, cycle, objective } from './records.ts';

const records = () => [
  cycle(),
  objective('Publish latency', { description: 'Make every call fast' }, { updatedAt: 10 }),
  objective('Guides', { description: 'Nobody notices the latency. "Quotes" AND operators NEAR(x)' }, { updatedAt: 90 }),
  objective('Éditeur accessible', { description: '' }, { updatedAt: 5 }),
  objective('公開までの時間を短くする', { description: '東京の利用者の待ち時間' }, { updatedAt: 6 }),
  comment('remark', idOf('Guides'), bilal, 'The latency is fine now', 20),
  snapshot('feedback', 'f', { aboutId: bilal, text: 'Private praise' }, { spaceId: idOf('pair') }),
];

const { handlers: shared } = openQueries(records());

const titles = (text: string, kind?: string) =>
  shared.search
    .run(kind === undefined ? { text, limit: 20 } : { text, kinds: [kind], limit: 20 })
    .hits.map((hit) => hit.title);

test('titles come before texts, newer before older, and words match from their beginning', () => {
  expect(titles('laten')).toEqual(['The latency is fine now', 'Publish latency', 'Guides']);
  expect(titles('publish lat')).toEqual(['Publish latency']);
  expect(titles('guides')).toEqual(['Guides']);
});

test('one kind can be asked for', () => {
  expect(titles('latency', 'objective')).toEqual(['Publish latency', 'Guides']);
  expect(titles('latency', 'comment')).toEqual(['The latency is fine now']);
  expect(titles('latency', 'no such kind')).toEqual([]);
});

test('the name of a kind is not a text that can be found', () => {
  expect(titles('objective')).toEqual([]);
  expect(titles('kind')).toEqual([]);
});

test('accents do not matter, and scripts without spaces are found in the middle', () => {
  expect(titles('editeur')).toEqual(['Éditeur accessible']);
  expect(titles('時間')).toEqual(['公開までの時間を短くする']);
  expect(titles('利用者')).toEqual(['公開までの時間を短くする']);
  expect(titles('京東')).toEqual([]);
});

test('snippets mark the matches and nothing else', () => {
  const { hits } = openQueries([
    objective('Marked', { description: 'A \u0002forged\u0003 mark and a real word' }),
  ]).handlers.search.run({ text: 'real', limit: 5 });
  expect(hits[0]?.snippet).toBe('A forged mark and a \u0002real\u0003 word');
  expect(openQueries(records()).handlers.search.run({ text: '東京', limit: 5 }).hits[0]?.snippet).toContain('東');
});

test('a snippet parts lines that nothing else parts', () => {
  const description = 'Four stopped there.\nPrices in four currencies \n\n Income (monthly)\nTeams that leave';
  const [hit] = openQueries([objective('One', { description })]).handlers.search.run({ text: 'prices', limit: 1 }).hits;
  expect(hit?.snippet).toBe(
    'Four stopped there. \u0002Prices\u0003 in four currencies · Income (monthly) · Teams that leave',
  );
});

test('a snippet without its marks is a part of the text', () => {
  const word = fc.constantFrom('latency', 'Latent', 'a', 'é', '東京', 'x'.repeat(60), 'end.', '"q"');
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 60 }), (words) => {
      const text = `start ${words.join(' ')}`;
      const [hit] = openQueries([objective('One', { description: text })]).handlers.search.run({
        text: 'start',
        limit: 1,
      }).hits;
      expect(text).toContain((hit?.snippet ?? 'none').replace(/[\u0002\u0003…]/g, ''));
      expect(hit?.snippet).toContain('\u0002start\u0003');
    }),
    { numRuns: 25 },
  );
});

test('a hit says who wrote it, when, and who can read it', () => {
  const [hit] = openQueries(records()).handlers.search.run({ text: 'praise', limit: 5 }).hits;
  expect(hit).toMatchObject({ kind: 'feedback', audience: { kind: 'named', spaceId: idOf('pair') } });
});

test('operators, quotes and columns are words like all others', () => {
  expect(titles('"quotes" AND')).toEqual(['Guides']);
  expect(titles('NEAR(x)')).toEqual(['Guides']);
  expect(titles('title:guides')).toEqual([]);
  expect(titles('-latency')).toHaveLength(3);
  for (const text of [
    '',
    ' ',
    '"',
    '*',
    '^',
    'AND',
    '(',
    '{title}',
    ':',
    '\0',
    'a"b*c',
    '--',
    "'; DROP TABLE search",
  ]) {
    expect(Array.isArray(titles(text))).toBe(true);
  }
});

test('anything at all can be typed', () => {
  const { handlers } = openQueries(records());
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.string({
      unit: fc.constantFrom('"', '*', '^', '(', ')', '{', '}', ':', '-', '+', 'a', ' ', 'AND', 'NOT', '東', '\0'),
    }),
  );
  fc.assert(
    fc.property(text, fc.option(fc.string({ unit: 'binary', maxLength: 40 }), { nil: undefined }), (typed, kind) => {
      const hits = handlers.search.run(
        kind === undefined ? { text: typed, limit: 20 } : { text: typed, kinds: [kind], limit: 20 },
      );
      expect(hits.hits.length).toBeLessThanOrEqual(20);
    }),
    { numRuns: 150 },
  );
});

test('every record is found by each word of its title', () => {
  const { handlers } = openQueries(records());
  for (const [word, title] of [
    ['Publish', 'Publish latency'],
    ['accessible', 'Éditeur accessible'],
    ['Q2', 'Q2 2026'],
  ] as const) {
    expect(handlers.search.run({ text: word, limit: 20 }).hits.map((hit) => hit.title)).toContain(title);
  }
});
