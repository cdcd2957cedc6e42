import { expect, test } from 'vitest';
import { queries } from '#shared/protocol/index.ts';
import type { RecordValue } from '#shared/schema/index.ts';
import { ana, bilal, itemOf, snapshot } from '../readmodels/profile.ts';
import { hour, openQueries, wednesday } from './engine.ts';
import { anaPage, bilalPage } from './records.ts';

const request = (question: string, from: string, to: string, more: RecordValue = {}, at = wednesday - hour) =>
  snapshot(
    'request',
    question,
    { question, fromId: from, turns: { [itemOf(question)]: { toId: to, byId: from, at } }, ...more },
    { by: from },
  );

test('both sides see the same clock of a question', () => {
  const records = [anaPage(), bilalPage(), request('Which states?', bilal, ana, { urgent: true })];
  const asked = openQueries(records).handlers.requests.run({});
  const asker = openQueries(records, { me: bilal }).handlers.requests.run({});
  expect(queries.requests.result.safeParse(asked).error).toBeUndefined();
  expect(asked.forMe).toMatchObject([{ question: 'Which states?', toId: ana, fromId: bilal }]);
  expect(asked.forMe[0]?.norm).toMatchObject({ urgent: true, totalMs: 4 * hour });
  expect(asker.byMe[0]?.norm).toEqual(asked.forMe[0]?.norm);
});

test('a question stands in the day of whom it waits for until it is settled', () => {
  const open = request('Still open?', bilal, ana);
  const settled = request('Done?', bilal, ana, { state: 'answered', closedAt: wednesday });
  const keys = (me: string) =>
    openQueries([anaPage(), bilalPage(), open, settled], { me })
      .handlers.today.run({})
      .needsMe.flatMap((need) => (need.kind === 'request' ? [need.title] : []));
  expect(keys(ana)).toEqual(['Still open?']);
  expect(keys(bilal)).toEqual([]);
});

test('a question that was handed on waits for the last one named, since then', () => {
  const turns = {
    [itemOf('one')]: { toId: bilal, byId: ana, at: wednesday - 9 * hour },
    [itemOf('two')]: { toId: ana, byId: bilal, at: wednesday - 2 * hour },
  };
  const { handlers } = openQueries([anaPage(), bilalPage(), request('Who knows?', ana, bilal, { turns })]);
  const [all] = [handlers.requests.run({})];
  const id = all.forMe[0]?.id ?? '';
  expect(all.forMe).toMatchObject([{ toId: ana, askedAt: wednesday - 2 * hour, handedById: bilal }]);
  expect(handlers.request.run({ id }).turns.map((turn) => turn.until)).toEqual([wednesday - 2 * hour, null]);
});
