import { expect, test } from 'vitest';
import { queries } from '#shared/protocol/index.ts';
import type { RecordValue } from '#shared/schema/index.ts';
import { ana, bilal, chen, idOf, itemOf, snapshot } from '../readmodels/profile.ts';
import { day, hour, openQueries, pairSpaces, selfSpace, storeEntry, wednesday } from './engine.ts';
import { anaPage, bilalPage, cycle, keyResult, objective, person } from './records.ts';

const goal = () => objective('Two languages', { ...keyResult('Languages', 1, null, { ownerId: bilal }) });
const milestone = (value: RecordValue = {}) =>
  snapshot('task', 'swahili', {
    title: 'Swahili onboarding',
    milestone: true,
    ownerId: ana,
    keyResultId: itemOf('Languages'),
    state: 'done',
    doneAt: wednesday - day,
    ...value,
  });
const badge = (to: string, by: string) =>
  snapshot(
    'badge',
    `badge ${to}`,
    {
      milestoneId: idOf('swahili'),
      toId: to,
      title: 'Two languages',
      value: 'Write it down',
      words: 'Tried it twice.',
    },
    { key: `${idOf('swahili')}/${to}/${by}`, by, at: wednesday - hour },
  );
const kudos = (to: string, at: number) =>
  snapshot('kudos', `kudos ${at}`, { toId: to, text: 'Thank you' }, { by: chen, at });

test('a badge shows on the person, on its milestone and on the goal that the milestone moves', () => {
  const { handlers } = openQueries([cycle(), goal(), milestone(), anaPage(), bilalPage(), badge(bilal, ana)]);
  const asked = [{ personId: bilal }, { milestoneId: idOf('swahili') }, { objectiveId: idOf('Two languages') }];
  for (const params of asked) {
    const result = handlers.awards.run(params);
    expect(queries.awards.result.safeParse(result).error).toBeUndefined();
    expect(result.awards).toMatchObject([{ toId: bilal, byId: ana, milestoneTitle: 'Swahili onboarding' }]);
  }
  expect(handlers.awards.run({ personId: chen }).awards).toEqual([]);
});

test('the badge of a milestone is offered for those who had a part in it, and never for the giver', () => {
  const records = [cycle(), goal(), milestone(), anaPage(), bilalPage(), badge(bilal, ana)];
  const { milestones } = openQueries(records).handlers.awardable.run({});
  expect(milestones).toMatchObject([{ title: 'Swahili onboarding', people: [{ personId: bilal, given: true }] }]);
  const bilals = openQueries(records, { me: bilal }).handlers.awardable.run({ personId: ana });
  expect(bilals.milestones[0]?.people).toEqual([{ personId: ana, parts: ['owner', 'goal'], given: false }]);
  expect(openQueries(records).handlers.awardable.run({ personId: chen }).milestones).toEqual([]);
  const early = [cycle(), goal(), milestone({ state: 'open', doneAt: null }), bilalPage()];
  expect(openQueries(early).handlers.awardable.run({}).milestones).toEqual([]);
});

test('notes stand with the person they are about, newest first, and name what they were seen in', () => {
  const note = (name: string, at: number) =>
    snapshot(
      'note',
      name,
      { aboutId: bilal, text: name, evidenceId: idOf('swahili') },
      { by: ana, spaceId: selfSpace, at },
    );
  const { handlers } = openQueries([milestone(), bilalPage(), note('first', 1000), note('second', 2000)]);
  const { notes, audience } = handlers.notes.run({ personId: bilal });
  expect(queries.notes.result.safeParse({ notes, audience }).error).toBeUndefined();
  expect(notes.map((one) => [one.text, one.evidence?.title])).toEqual([
    ['second', 'Swahili onboarding'],
    ['first', 'Swahili onboarding'],
  ]);
  expect(audience).toMatchObject({ kind: 'self' });
  expect(handlers.notes.run({ personId: chen }).notes).toEqual([]);
  expect(handlers.search.run({ text: 'second', limit: 5 }).hits[0]?.open).toEqual({ kind: 'person', id: bilal });
});

const request = (value: RecordValue = {}) =>
  snapshot(
    'feedback-request',
    'asked',
    { askedId: ana, aboutId: bilal, prompt: 'My notes\nof the tests', ...value },
    { by: bilal, spaceId: pairSpaces.get(bilal) ?? '', at: wednesday - hour },
  );

test('a request for feedback needs whoever is asked, with the clock that both sides see', () => {
  const records = [anaPage(), bilalPage(), request({ urgent: true })];
  const asked = openQueries(records).handlers;
  const asker = openQueries(records, { me: bilal }).handlers;
  const mine = asked.feedbackRequests.run({ personId: bilal });
  expect(queries.feedbackRequests.result.safeParse(mine).error).toBeUndefined();
  expect(mine.forMe).toMatchObject([{ fromId: bilal, aboutId: bilal, state: 'open', norm: { totalMs: 4 * hour } }]);
  expect(asker.feedbackRequests.run({}).byMe[0]?.norm).toEqual(mine.forMe[0]?.norm);
  const need = asked.today.run({}).needsMe.find((one) => one.kind === 'feedback-request');
  expect(need).toMatchObject({ title: 'My notes', targetId: bilal, targetKind: 'person', fromId: bilal });
  expect(asker.today.run({}).needsMe.filter((one) => one.kind === 'feedback-request')).toEqual([]);
});

test('a declined request needs nobody, and whoever asked hears of it with the word', () => {
  const declined = request({ declinedAt: wednesday, declineWords: 'I saw too little.' });
  const records = [anaPage(), bilalPage(), declined];
  expect(openQueries(records).handlers.feedbackRequests.run({})).toMatchObject({
    forMe: [],
    settled: [{ state: 'declined', declineWords: 'I saw too little.' }],
  });
  const asker = openQueries(records, { me: bilal });
  storeEntry(asker.db, { recordId: idOf('asked'), kind: 'feedback-request', by: ana, receivedAt: wednesday });
  expect(asker.handlers.today.run({}).away).toMatchObject([
    { kind: 'feedback-request', title: 'My notes', words: 'I saw too little.', targetId: ana },
  ]);
});

test('a manager, and nobody else, is told of a report whose work goes unrecognised, before sixty days', () => {
  const page = person(bilal, { name: 'Bilal Ahmed', timeZone: 'UTC' }, { at: wednesday - 300 * day });
  const gap = (at: number, me = ana) =>
    openQueries([anaPage(), page, kudos(bilal, at)], { me }).handlers.today.run({}).praiseGap;
  expect(gap(wednesday - 52 * day)).toEqual({ personId: bilal, lastAt: wednesday - 52 * day, days: 52, more: 0 });
  expect(gap(wednesday - 20 * day)).toBeNull();
  expect(gap(wednesday - 52 * day, bilal)).toBeNull();
  const badged = openQueries([anaPage(), page, kudos(bilal, wednesday - 52 * day), badge(bilal, chen)]);
  expect(badged.handlers.today.run({}).praiseGap).toBeNull();
});
