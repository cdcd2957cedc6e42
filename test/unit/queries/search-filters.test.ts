import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { QueryRequest } from '#shared/protocol/index.ts';
import { ana, bilal, chen, idOf, itemOf, snapshot } from '../readmodels/profile.ts';
import { openQueries } from './engine.ts';
import { anaPage, bilalPage, checkIn, comment, cycle, keyResult, objective, person, q2 } from './records.ts';

const april = Date.UTC(2026, 3, 20, 12);
const august = Date.UTC(2026, 7, 20, 12);

const records = () => [
  cycle(),
  snapshot('cycle', 'q3', { title: 'Q3 2026', start: '2026-07-01', end: '2026-09-30' }),
  anaPage(),
  bilalPage(),
  person(chen, { name: 'Chen Li' }),
  objective('Latency', keyResult('p95', 10), { at: Date.UTC(2026, 2, 1) }),
  objective('Next latency', { cycleId: idOf('q3'), ownerId: bilal }, { at: april, by: bilal }),
  // Said in August about a goal of the second quarter: it belongs with the goal.
  comment('late word', idOf('Latency'), bilal, 'Latency stays', august),
  snapshot('task', 'work', { title: 'Measure latency', keyResultId: itemOf('p95'), ownerId: bilal }, { at: august }),
  snapshot('kudos', 'thanks', { toId: bilal, text: 'Latency hunter' }, { at: april, by: chen }),
  snapshot('request', 'ask', { question: 'Which latency?', fromId: bilal, text: '' }, { at: august, by: bilal }),
  checkIn(bilal, '2026-W21', { answer: 'The latency of replies' }, { at: april }),
];

const { handlers } = openQueries(records());
const found = (asked: Partial<QueryRequest<'search'>>): readonly string[] =>
  handlers.search
    .run({ text: 'latency', limit: 50, ...asked })
    .hits.map((hit) => hit.recordId)
    .toSorted();
const ids = (...names: readonly string[]): readonly string[] => names.map(idOf).toSorted();
const bilalsWeek = `${bilal.slice(0, 8)} 2026-W21`;

test('questions, tasks and answers of check-ins are found like goals', () => {
  expect(found({})).toEqual(ids('Latency', 'Next latency', 'late word', 'work', 'thanks', 'ask', bilalsWeek));
  expect(found({ kinds: ['request', 'task'] })).toEqual(ids('work', 'ask'));
});

test('who wrote it and whom it is about are two filters', () => {
  expect(found({ byIds: [bilal] })).toEqual(ids('Next latency', 'late word', 'ask', bilalsWeek));
  expect(found({ aboutIds: [bilal] })).toEqual(ids('Next latency', 'work', 'thanks'));
  expect(found({ byIds: [chen], aboutIds: [bilal] })).toEqual(ids('thanks'));
  expect(found({ byIds: [] })).toEqual([]);
});

test('a cycle holds its goals, what is about them, and what else was written in its days', () => {
  expect(found({ cycleIds: [q2] })).toEqual(ids('Latency', 'late word', 'work', 'thanks', bilalsWeek));
  expect(found({ cycleIds: [idOf('q3')] })).toEqual(ids('Next latency', 'ask'));
  expect(found({ cycleIds: [idOf('no such cycle')] })).toEqual([]);
});

test('days begin at midnight where the reader lives', () => {
  // 1 May, 01:00 in Karachi, is still April in London.
  const night = Date.UTC(2026, 3, 30, 20);
  const kudos = snapshot('kudos', 'night', { toId: ana, text: 'Late latency' }, { at: night });
  const there = (me: string, asked: object): number =>
    openQueries([kudos, anaPage(), bilalPage()], { me }).handlers.search.run({ text: 'latency', limit: 5, ...asked })
      .hits.length;
  expect(there(bilal, { after: '2026-05-01' })).toBe(1);
  expect(there(ana, { after: '2026-05-01' })).toBe(0);
  expect(there(ana, { after: '2026-04-30', before: '2026-05-01' })).toBe(1);
  expect(there(bilal, { before: '2026-05-01' })).toBe(0);
});

test('filters alone list what passes them, the newest first; nothing at all finds nothing', () => {
  const { hits } = handlers.search.run({ text: '', byIds: [bilal], limit: 50 });
  expect(hits.map((hit) => hit.at)).toEqual(hits.map((hit) => hit.at).toSorted((a, b) => b - a));
  expect(hits.map((hit) => hit.kind)).toContain('request');
  expect(handlers.search.run({ text: '  ', limit: 50 }).hits).toEqual([]);
  expect(handlers.search.run({ text: '', kinds: ['pulse', 'erasure'], limit: 50 }).hits).toEqual([]);
});

test('narrowing a search never finds what the search without it would not', () => {
  const { handlers: wide } = openQueries(records());
  const people = fc.option(fc.subarray([ana, bilal, chen]), { nil: undefined });
  const cycles = fc.option(fc.subarray([q2, idOf('q3')]), { nil: undefined });
  const day = fc.option(fc.constantFrom('2026-01-01', '2026-04-20', '2026-05-01', '2026-08-21', '0000-00-00'), {
    nil: undefined,
  });
  const all = new Set(found({}));
  fc.assert(
    fc.property(people, people, cycles, day, day, (byIds, aboutIds, cycleIds, after, before) => {
      const asked = Object.fromEntries(
        Object.entries({ byIds, aboutIds, cycleIds, after, before }).filter(([, value]) => value !== undefined),
      );
      const { hits } = wide.search.run({ text: 'latency', limit: 50, ...asked });
      expect(hits.filter((hit) => !all.has(hit.recordId))).toEqual([]);
      if (byIds !== undefined) expect(hits.every((hit) => byIds.includes(hit.byId ?? ''))).toBe(true);
    }),
    { numRuns: 60 },
  );
});
