import { describe, expect, test } from 'vitest';
import { queries } from '#shared/protocol/index.ts';
import type { RecordValue } from '#shared/schema/index.ts';
import { ana, bilal, chen, idOf, itemOf, snapshot } from '../readmodels/profile.ts';
import { hour, openQueries, pairSpaces, wednesday } from './engine.ts';
import { anaPage, bilalPage, checkIn, comment } from './records.ts';

const named = `${ana} Ana Moreira`;
const at = wednesday - hour;
const base = [anaPage(), bilalPage(), checkIn(ana, '2026-W20')];
const pair = pairSpaces.get(bilal) ?? '';

const feedback = snapshot(
  'feedback',
  'feedback',
  { aboutId: chen, visibility: 'everyone', text: 'Ask @Ana Moreira', mentions: named },
  { by: bilal, at },
);
const kudos = snapshot('kudos', 'kudos', { toId: chen, text: 'With @Ana Moreira', mentions: named }, { by: bilal, at });
const agenda = (more: RecordValue = {}) =>
  snapshot(
    'agenda-item',
    'agenda',
    { text: 'What @Ana Moreira decided', mentions: named, ...more },
    { by: bilal, at, spaceId: pair },
  );
const question = (toId: string, more: RecordValue = {}) =>
  snapshot(
    'request',
    'question',
    {
      question: 'Can @Ana Moreira see this?',
      fromId: bilal,
      turns: { [itemOf('turn')]: { toId, byId: bilal, at } },
      mentions: named,
      ...more,
    },
    { by: bilal, at },
  );

const mentions = (...records: Parameters<typeof openQueries>[0]) => {
  const result = openQueries([...base, ...records]).handlers.today.run({});
  expect(queries.today.result.safeParse(result).error).toBeUndefined();
  return result.needsMe.filter((need) => need.kind === 'mention');
};

describe('whoever is named where people write to each other finds it in Today, with the norm running', () => {
  test.each([
    ['feedback', feedback],
    ['kudos', kudos],
    ['agenda-item', agenda()],
    ['request', question(chen)],
  ])('%s', (kind, record) => {
    expect(mentions(record)).toMatchObject([{ targetId: record.id, targetKind: kind, fromId: bilal, at }]);
    expect(mentions(record)[0]?.norm).not.toBeNull();
    const byMyself = openQueries([...base, record], { me: bilal }).handlers.today.run({});
    expect(byMyself.needsMe.filter((need) => need.kind === 'mention')).toEqual([]);
  });

  test('a word of mine under it, or its end, settles it; a question that waits for me stands there once', () => {
    const answered = comment('answer', idOf('feedback'), ana, 'Here', wednesday);
    expect(mentions(feedback, answered)).toEqual([]);
    expect(mentions(feedback, comment('other', idOf('feedback'), chen, 'Here', wednesday))).toHaveLength(1);
    expect(mentions(agenda({ doneAt: wednesday }))).toEqual([]);
    expect(mentions(question(chen, { state: 'answered', closedAt: wednesday }))).toEqual([]);
    expect(mentions(question(ana))).toEqual([]);
  });

  test('a name without a mention says nothing to anybody', () => {
    expect(mentions(agenda({ mentions: '' }))).toEqual([]);
  });
});
