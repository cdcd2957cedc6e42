import { expect, test } from 'vitest';
import { queries } from '#shared/protocol/index.ts';
import { ana, bilal, chen, idOf, itemOf, snapshot } from '../readmodels/profile.ts';
import { day, hour, openQueries, team, wednesday } from './engine.ts';
import { anaPage, bilalPage, checkIn, checkInId, comment, cycle, objective, person, request } from './records.ts';

const asks = (urgent: boolean) => ({
  blockers: { [itemOf('b')]: { text: 'May I rent a second replica?', waitsForId: ana, urgent } },
});
const seenBy = (personId: string, target: string, at: number) =>
  snapshot(
    'acknowledgement',
    `seen ${target.slice(0, 12)}`,
    { targetId: target, personId },
    { key: `${target}/${personId}`, by: personId, at },
  );
const triage = (...args: Parameters<typeof openQueries>) => openQueries(...args).handlers.triage.run({});

test('a check-in in which somebody waits for me stands first, with the norm in my working hours', () => {
  const asked = request('May I rent a second replica?', bilal, ana, wednesday - hour, {
    urgent: true,
    blockerId: itemOf('b'),
  });
  const { handlers } = openQueries([anaPage(), bilalPage(), checkIn(bilal, '2026-W20', asks(true)), asked]);
  const recordId = checkInId(bilal, '2026-W20');
  const result = handlers.triage.run({});
  expect(queries.triage.result.safeParse(result).error).toBeUndefined();
  expect(result).toMatchObject({ week: '2026-W20', reports: 1, submitted: 1, missing: [] });
  expect(result.items).toMatchObject([
    { checkInId: recordId, group: 'blocked', blockers: [{ norm: { leftMs: 4 * hour, urgent: true } }] },
  ]);
});

test('an answer settles what waited; the check-in then waits to be acknowledged', () => {
  const asked = checkIn(bilal, '2026-W20', asks(false));
  const id = checkInId(bilal, '2026-W20');
  const answered = [anaPage(), bilalPage(), asked, comment('answer', id, ana, 'Yes', wednesday)];
  expect(triage(answered).items).toMatchObject([{ checkInId: id, group: 'unread', blockers: [] }]);
  expect(triage([...answered, seenBy(ana, id, wednesday)]).items).toMatchObject([{ group: 'acknowledged' }]);
});

test.each([
  ['2026-W19', []],
  ['2026-W20', ['acknowledged']],
  ['2026-W21', ['acknowledged']],
])('seen in 2026-W20, an acknowledged check-in of %s is in %j: east of here the next week has begun', (week, shown) => {
  const seen = seenBy(ana, checkInId(bilal, week), wednesday);
  const { items } = triage([anaPage(), bilalPage(), checkIn(bilal, week), seen]);
  expect(items.map(({ group }) => group)).toEqual(shown);
});

test('a goal of which somebody says less than before is named with both', () => {
  const kr = itemOf('Failed publishes');
  const at = Date.UTC(2026, 4, 11, 9);
  const goal = objective('Nobody notices the API', {
    keyResults: { [kr]: { title: 'Failed publishes', start: 0, target: 100, order: 1 } },
    updates: {
      [itemOf('before')]: { keyResultId: kr, value: 10, confidence: 'at-risk', at: at - 7 * day },
      [itemOf('with the check-in')]: { keyResultId: kr, value: 10, confidence: 'off-track', at },
    },
  });
  const said = { updates: { [itemOf('u')]: { keyResultId: kr, value: 10, confidence: 'off-track', note: 'Retries' } } };
  const { items } = triage([cycle(), anaPage(), bilalPage(), goal, checkIn(bilal, '2026-W20', said)]);
  expect(items).toMatchObject([
    { group: 'fell', words: 'Retries', fell: [{ title: 'Failed publishes', from: 'at-risk', to: 'off-track' }] },
  ]);
});

test('who reports to somebody else, or to nobody, is not in my queue unless they wait for me', () => {
  const others = [anaPage(), checkIn(chen, '2026-W20')];
  expect(triage(others).items).toEqual([]);
  expect(triage([anaPage(), checkIn(chen, '2026-W20', asks(false))]).items).toMatchObject([{ group: 'blocked' }]);
  const alone = triage([anaPage(), bilalPage(), checkIn(bilal, '2026-W20')], { me: chen });
  expect(alone).toMatchObject({ reports: 0, submitted: 0, items: [], missing: [], team: [] });
});

test('whoever has not checked in is explained by hours and days off, and the weeks show what there is', () => {
  const quiet = triage([anaPage(), bilalPage(), checkIn(bilal, '2026-W18')]);
  expect(quiet.missing).toMatchObject([{ personId: bilal, reason: 'not-due' }]);
  expect(quiet.team[0]?.cells.map(({ state }) => state).slice(-3)).toEqual(['sent', 'none', 'running']);
  const away = snapshot('leave', 'away', { personId: bilal, start: '2026-05-11', end: '2026-05-20' }, { by: bilal });
  expect(triage([anaPage(), bilalPage(), away]).missing).toMatchObject([{ reason: 'leave', until: '2026-05-20' }]);
});

test('what a former manager acknowledged is acknowledged everywhere', () => {
  const id = checkInId(bilal, '2026-W20');
  const records = [anaPage(), bilalPage(), checkIn(bilal, '2026-W20'), checkIn(ana, '2026-W20')];
  const { handlers } = openQueries([...records, seenBy(chen, id, wednesday)]);
  expect(handlers.today.run({}).needsMe).toEqual([]);
  expect(handlers.triage.run({}).items).toMatchObject([{ group: 'acknowledged' }]);
  expect(handlers.triage.run({}).team[0]?.cells.at(-1)).toMatchObject({ state: 'sent', acknowledged: true });
  const own = openQueries([...records, seenBy(bilal, id, wednesday)]).handlers;
  expect(own.today.run({}).needsMe).toMatchObject([{ kind: 'acknowledge' }]);
  expect(own.triage.run({}).team[0]?.cells.at(-1)).toMatchObject({ acknowledged: false });
});

test('weeks from before somebody joined are not asked of them', () => {
  const joined = (at: number) => person(bilal, { name: 'Bilal', timeZone: 'UTC' }, { at });
  const cells = (at: number) =>
    triage([anaPage(), joined(at)])
      .team[0]?.cells.map(({ state }) => state)
      .slice(-3);
  expect(cells(wednesday - hour)).toEqual(['before', 'before', 'running']);
  // Saturday of week 19: its hours were over.
  expect(cells(wednesday - 4 * day)).toEqual(['before', 'before', 'running']);
  expect(cells(wednesday - 6 * day)).toEqual(['before', 'none', 'running']);
});

test('guests owe no check-in, whoever manages them', () => {
  const people = team.map((one) => (one.personId === chen ? { ...one, managerId: ana } : one));
  const result = triage([anaPage(), bilalPage(), checkIn(bilal, '2026-W20')], { people });
  expect(result).toMatchObject({ reports: 1, submitted: 1, missing: [] });
  expect(result.team.map(({ personId }) => personId)).toEqual([bilal]);
  const before = triage([anaPage(), bilalPage(), checkIn(chen, '2026-W19')], { people });
  expect(before.items.map(({ personId }) => personId)).toEqual([chen]);
});

test('without a team there is nothing to see', () => {
  expect(triage([], { me: null })).toMatchObject({ reports: 0, items: [], team: [] });
  expect(triage([], { me: idOf('nobody') })).toMatchObject({ reports: 0, items: [] });
});
