import { expect, test } from 'vitest';
import { queries } from '#shared/protocol/index.ts';
import { ana, bilal, chen, idOf, itemOf, snapshot } from '../readmodels/profile.ts';
import { hour, openQueries, storeEntry, team, wednesday, day } from './engine.ts';
import { anaPage, bilalPage, checkIn, checkInId, comment, cycle, keyResult, objective, request } from './records.ts';

const blocker = (urgent: boolean) => ({
  blockers: { [itemOf('b')]: { text: 'Which error states do we ship?', waitsForId: ana, urgent } },
});
const done = checkIn(ana, '2026-W20');

const needs = (...args: Parameters<typeof openQueries>) => openQueries(...args).handlers.today.run({}).needsMe;

test('a blocker waits for me until the norm runs out in my working hours', () => {
  const text = 'Which error states do we ship?';
  const asked = request(text, bilal, ana, wednesday - hour, { urgent: true, blockerId: itemOf('b') });
  const { handlers } = openQueries([anaPage(), bilalPage(), done, checkIn(bilal, '2026-W20', blocker(true)), asked]);
  const result = handlers.today.run({});
  expect(queries.today.result.safeParse(result).error).toBeUndefined();
  // Ana starts at 09:00; the hour before does not count, so all four urgent hours are left at 09:00.
  expect(result.needsMe[0]).toMatchObject({
    kind: 'blocker',
    title: 'Which error states do we ship?',
    fromId: bilal,
    norm: { leftMs: 4 * hour, totalMs: 4 * hour, dueAt: wednesday + 4 * hour, urgent: true },
  });
});

test('a blocker of before blockers were requests waits for an answer under the check-in, or for the next check-in', () => {
  const asked = checkIn(bilal, '2026-W19', blocker(false));
  const page = [anaPage(), done];
  const blockers = (...more: typeof page) => needs([...page, asked, ...more]).filter((item) => item.kind === 'blocker');
  expect(blockers()).toHaveLength(1);
  expect(blockers(comment('answer', checkInId(bilal, '2026-W19'), ana, 'These two', wednesday))).toEqual([]);
  expect(blockers(comment('other', checkInId(bilal, '2026-W19'), chen, 'Me too', wednesday))).toHaveLength(1);
  expect(blockers(checkIn(bilal, '2026-W20'))).toEqual([]);
});

test('my check-in of the week is due at the end of my last working hours', () => {
  const [item] = needs([anaPage(), checkIn(ana, '2026-W19', { plans: { [itemOf('p')]: { text: 'Ship it' } } })]);
  expect(item).toMatchObject({
    kind: 'check-in',
    title: 'Check-in for week 20',
    detail: '1 plan from last week is filled in',
    norm: { dueAt: Date.UTC(2026, 4, 15, 17), leftMs: 24 * hour, totalMs: 40 * hour },
  });
  expect(needs([anaPage(), done])).toEqual([]);
});

test('guests are not asked for check-ins', () => {
  expect(needs([anaPage()], { me: chen })).toEqual([]);
});

test('a manager is asked to acknowledge the check-ins of their reports only, once', () => {
  const records = [anaPage(), bilalPage(), done, checkIn(bilal, '2026-W20'), checkIn(chen, '2026-W20')];
  const items = needs(records);
  expect(items).toMatchObject([{ kind: 'acknowledge', title: 'Check-in of Bilal Ahmed, week 20', fromId: bilal }]);
  const target = checkInId(bilal, '2026-W20');
  const seen = snapshot('acknowledgement', 'seen', { targetId: target, personId: ana }, { key: `${target}/${ana}` });
  expect(needs([...records, seen])).toEqual([]);
});

test('comments on my goals wait for an answer and stop when I reply', () => {
  const goal = objective('Editor', {}, { by: bilal });
  const records = [
    anaPage(),
    bilalPage(),
    done,
    goal,
    comment('one', idOf('Editor'), bilal, 'Why this?', wednesday - 2 * day),
    comment('two', idOf('Editor'), bilal, 'And how?', wednesday - day),
    comment('elsewhere', idOf('nowhere'), bilal, 'Lost', wednesday - day),
  ];
  expect(needs(records)).toMatchObject([
    { kind: 'comment', title: 'Bilal Ahmed commented on Editor', targetId: idOf('Editor'), detail: 'And how?' },
  ]);
  expect(needs([...records, comment('reply', idOf('Editor'), ana, 'Because', wednesday)])).toEqual([]);
});

test('conflicts wait for those who may choose', () => {
  const variants = [
    { value: 90, byId: ana, at: 10, heads: [] },
    { value: 95, byId: bilal, at: 20, heads: [] },
  ];
  const goal = objective('Shared', keyResult('k', 10), {
    conflicts: [{ path: `keyResults.${itemOf('k')}.target`, kind: 'value', variants }],
  });
  const records = [anaPage(), bilalPage(), done, checkIn(bilal, '2026-W20'), cycle(), goal];
  const conflicts = (me: string) => needs(records, { me }).filter((item) => item.kind === 'conflict');
  expect(conflicts(ana)).toMatchObject([
    { title: 'Shared', fromId: bilal, at: 20, norm: null, detail: 'Two values of Target wait for a choice' },
  ]);
  expect(conflicts(bilal)).toEqual([]);
});

test('goals that I let go quiet ask for an update', () => {
  const quiet = { [itemOf('u')]: { keyResultId: itemOf('k'), value: 10, at: Date.UTC(2026, 3, 20) } };
  const items = needs([anaPage(), done, cycle(), objective('Goal', { ...keyResult('k', 10), updates: quiet })]);
  expect(items).toMatchObject([{ kind: 'stale-goal', title: 'k', detail: 'No update since 20 April', norm: null }]);
});

test('what runs out first comes first, what never runs out last', () => {
  const quiet = { [itemOf('u')]: { keyResultId: itemOf('k'), value: 10, at: Date.UTC(2026, 3, 20) } };
  const items = needs([
    anaPage(),
    bilalPage(),
    cycle(),
    objective('Goal', { ...keyResult('k', 10), updates: quiet }),
    checkIn(bilal, '2026-W20', blocker(true)),
  ]);
  const norms = items.map((item) => item.norm?.leftMs ?? Number.POSITIVE_INFINITY);
  expect(norms).toEqual(norms.toSorted((a, b) => a - b));
  expect(items.map((item) => item.kind)).toEqual(['blocker', 'acknowledge', 'check-in', 'stale-goal']);
});

test('somebody who was removed, or is nobody yet, is asked for nothing', () => {
  const removed = team.map((one) => (one.personId === ana ? { ...one, state: 'removed' as const } : one));
  expect(needs([anaPage()], { people: removed })).toEqual([]);
  expect(needs([], { me: null })).toEqual([]);
});

const away = () => {
  const goal = objective('API', keyResult('Latency', 372, 'at-risk', { unit: 'ms' }), { by: bilal });
  const opened = openQueries([
    anaPage(),
    bilalPage(),
    goal,
    comment('remark', idOf('API'), bilal, 'Nearly there', 50),
    snapshot('kudos', 'thanks', { toId: ana, value: 'Write it down', text: 'For the notes' }, { by: bilal }),
    checkIn(bilal, '2026-W20', { answer: 'Good week' }),
    checkIn(ana, '2026-W19'),
    ...[checkInId(ana, '2026-W19'), checkInId(bilal, '2026-W20')].map((target) =>
      snapshot(
        'acknowledgement',
        `seen ${target}`,
        { targetId: target, personId: bilal },
        { by: bilal, key: `${target}/${bilal}` },
      ),
    ),
  ]);
  opened.db.prepare("INSERT INTO local_state (key, value) VALUES ('away_since', ?)").run(String(wednesday - day));
  const arrive = (recordId: string, kind: string, more: Partial<Parameters<typeof storeEntry>[1]> = {}) =>
    storeEntry(opened.db, { recordId, kind, by: bilal, receivedAt: wednesday - hour, ...more });
  return { ...opened, arrive, read: () => opened.handlers.today.run({}) };
};

test('while you were away tells what others did, in words', () => {
  const { arrive, read } = away();
  arrive(idOf(`page ${bilal.slice(0, 8)}`), 'person', { begins: true });
  arrive(idOf('API'), 'objective', { touches: [`updates.${itemOf('Latency upd')}`] });
  arrive(idOf('remark'), 'comment', { begins: true });
  arrive(idOf('thanks'), 'kudos', { begins: true });
  arrive(checkInId(bilal, '2026-W20'), 'check-in', { begins: true });
  arrive(idOf(`seen ${checkInId(bilal, '2026-W20')}`), 'acknowledgement', { begins: true });
  arrive(idOf(`seen ${checkInId(ana, '2026-W19')}`), 'acknowledgement', { begins: true });
  const { away: items, awaySince } = read();
  expect(awaySince).toBe(wednesday - day);
  expect(items.map(({ kind, title, words }) => ({ kind, title, words }))).toEqual([
    { kind: 'acknowledgement', title: 'week 19', words: null },
    { kind: 'check-in', title: 'week 20', words: 'Good week' },
    { kind: 'kudos', title: 'Write it down', words: 'For the notes' },
    { kind: 'comment', title: 'API', words: 'Nearly there' },
    { kind: 'progress', title: 'Latency', words: null },
    { kind: 'joined', title: 'Bilal Ahmed', words: null },
  ]);
  expect(items[4]?.value).toEqual({ from: null, to: '372 ms', confidence: 'at-risk', series: [372] });
});

test('my own entries, older ones and refused ones are not told', () => {
  const { arrive, read } = away();
  arrive(idOf('API'), 'objective', { by: ana });
  arrive(idOf('API'), 'objective', { receivedAt: wednesday - 2 * day });
  arrive(idOf('API'), 'objective', { state: 'quarantined' });
  arrive(idOf('gone'), 'comment');
  expect(read().away).toEqual([]);
});

test('somebody who never looked is told what was written since they joined', () => {
  const goal = objective('API', {}, { by: bilal });
  const { db, handlers } = openQueries([
    snapshot('person', 'my page', { name: 'Ana' }, { key: ana, at: wednesday - day }),
    bilalPage(),
    goal,
    objective('Later', {}, { by: bilal }),
  ]);
  const entry = { kind: 'objective', by: bilal, receivedAt: wednesday } as const;
  storeEntry(db, { ...entry, recordId: idOf('API'), claimedAt: wednesday - 2 * day });
  storeEntry(db, { ...entry, recordId: idOf('Later'), claimedAt: wednesday - hour });
  expect(handlers.today.run({})).toMatchObject({ awaySince: null, away: [{ title: 'Later' }] });
});

test('many edits of one thing by one person are told once', () => {
  const { arrive, read } = away();
  arrive(idOf('API'), 'objective', { touches: [''] });
  arrive(idOf('API'), 'objective');
  expect(read().away).toMatchObject([{ kind: 'objective', title: 'API' }]);
});

test('updates of one thing by one person are told once: how often, from where, to where', () => {
  const updates = [40, 45, 50, 55].map((value, nth) => [
    itemOf(`update ${nth}`),
    { keyResultId: itemOf('k'), value, confidence: null, at: wednesday - (10 - nth) * hour },
  ]);
  const goal = objective('API', { ...keyResult('k', 40), updates: Object.fromEntries(updates) }, { by: bilal });
  const { db, handlers } = openQueries([anaPage(), bilalPage(), goal]);
  for (const nth of [1, 2, 3]) {
    const touches = [`updates.${itemOf(`update ${nth}`)}`];
    storeEntry(db, {
      recordId: goal.id,
      kind: 'objective',
      by: bilal,
      receivedAt: wednesday - (5 - nth) * hour,
      touches,
    });
  }
  const [told, ...others] = handlers.today.run({}).away;
  expect(others).toEqual([]);
  expect(told).toMatchObject({ kind: 'progress', title: 'k', times: 3, value: { from: '40', to: '55' } });
  expect(told?.goal).toEqual({ id: goal.id, title: 'API' });
});

test('500 arrivals are all told, as few lines', () => {
  const goals = Array.from({ length: 20 }, (_, nth) => objective(`Goal ${nth}`, {}, { by: bilal }));
  const { db, handlers } = openQueries([anaPage(), bilalPage(), ...goals]);
  for (let nth = 0; nth < 500; nth++) {
    const recordId = goals[nth % goals.length]?.id ?? '';
    storeEntry(db, { recordId, kind: 'objective', by: bilal, receivedAt: wednesday - 500_000 + nth });
  }
  const { away: told } = handlers.today.run({});
  expect(told.length).toBe(20);
  expect(told.reduce((sum, item) => sum + item.times, 0)).toBe(500);
});

test('my goals of the open cycle stand beside the list', () => {
  const { handlers } = openQueries([
    anaPage(),
    cycle(),
    objective('Mine', keyResult('k', 40)),
    objective('Theirs', { ownerId: bilal, ...keyResult('kr', 40) }),
    objective('Done', { state: 'closed', ...keyResult('old', 40) }),
    objective('Bare'),
  ]);
  const today = handlers.today.run({});
  expect(today.goals.map((row) => row.title)).toEqual(['k', 'Bare']);
  expect(today.expected).toBeCloseTo(43 / 91);
});
