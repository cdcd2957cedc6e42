import { expect, test } from 'vitest';
import { queries } from '#shared/protocol/index.ts';
import type { RecordValue } from '#shared/schema/index.ts';
import { ana, bilal, idOf, itemOf, snapshot } from '../readmodels/profile.ts';
import { hour, openQueries, wednesday } from './engine.ts';
import { anaPage, bilalPage, checkIn, cycle, keyResult, objective } from './records.ts';

const task = (name: string, value: RecordValue = {}, by = ana) =>
  snapshot('task', name, { title: name, ownerId: ana, ...value }, { by });
const inWeek = (week: string, outcome = 'open') => ({ planned: { [itemOf(week)]: { week, outcome } } });
const leave = (personId: string, start: string, end: string, more: RecordValue = {}) =>
  snapshot('leave', `${personId} ${start}`, { personId, start, end, ...more }, { by: personId });

const workOf = (records: Parameters<typeof openQueries>[0], params: { week?: string; personId?: string } = {}) => {
  const result = openQueries([anaPage(), ...records]).handlers.work.run(params);
  expect(queries.work.result.safeParse(result).error).toBeUndefined();
  return result;
};

test('a week shows what is planned for it, and what is open elsewhere waits below', () => {
  const work = workOf([
    task('This week', inWeek('2026-W20')),
    task('Left over', inWeek('2026-W18')),
    task('Some day'),
    task('Later', inWeek('2026-W22')),
    task('Finished long ago', { ...inWeek('2026-W18', 'done'), state: 'done', doneAt: 1 }),
    task('A milestone', { milestone: true }),
  ]);
  expect(work.week).toBe('2026-W20');
  expect(work.tasks.map((one) => [one.title, one.outcome])).toEqual([
    ['This week', 'open'],
    ...work.tasks.slice(1).map((one) => [one.title, null]),
  ]);
  expect(work.tasks.slice(1).map((one) => one.title)).toEqual(expect.arrayContaining(['Left over', 'Some day']));
  expect(work.tasks).toHaveLength(3);
  expect(work.milestones.map((one) => one.title)).toEqual(['A milestone']);
});

test('a task that was carried on stays in the week it left, and says so', () => {
  const both = {
    planned: {
      [itemOf('a')]: { week: '2026-W19', outcome: 'carried' },
      [itemOf('b')]: { week: '2026-W20', outcome: 'open' },
    },
  };
  expect(workOf([task('Moved', both)], { week: '2026-W19' }).tasks).toMatchObject([
    { title: 'Moved', outcome: 'carried', week: '2026-W20', carried: 1 },
  ]);
  const { completion } = workOf([task('Moved', both)]);
  expect(completion.at(-2)).toMatchObject({ week: '2026-W19', planned: 1, carried: 1, rate: 0 });
});

test('one person’s work can be looked at alone, and what is past its day is late', () => {
  const records = [
    task('Hers', { ...inWeek('2026-W20'), due: '2026-05-12' }),
    task('His', { ...inWeek('2026-W20'), ownerId: bilal, due: '2026-05-13' }),
  ];
  expect(workOf(records, { personId: bilal }).tasks.map((one) => one.title)).toEqual(['His']);
  expect(
    workOf(records)
      .tasks.map((one) => [one.title, one.overdue])
      .sort(),
  ).toEqual([
    ['Hers', true],
    ['His', false],
  ]);
});

test('a task knows the key result it belongs to, and nothing when that is not here', () => {
  const goal = objective('Goal', keyResult('k', 10));
  const linked = task('Linked', { ...inWeek('2026-W20'), keyResultId: itemOf('k') });
  expect(workOf([cycle(), goal, linked]).tasks[0]?.keyResult).toEqual({
    id: itemOf('k'),
    objectiveId: idOf('Goal'),
    title: 'k',
  });
  expect(workOf([linked]).tasks[0]?.keyResult).toBeNull();
});

test('my work needs me from the day before it is due, with the time left in my working hours', () => {
  const done = checkIn(ana, '2026-W20');
  const { handlers } = openQueries([
    anaPage(),
    done,
    task('Today', { due: '2026-05-13' }),
    task('Next week', { due: '2026-05-20' }),
    task('His', { due: '2026-05-13', ownerId: bilal }),
  ]);
  expect(handlers.today.run({}).needsMe).toMatchObject([
    { kind: 'task', title: 'Today', norm: { leftMs: 8 * hour, dueAt: wednesday + 8 * hour } },
  ]);
});

test('what somebody finished for me to accept needs me until I did', () => {
  const finished = { state: 'done', doneAt: wednesday - hour, acceptedById: ana, ownerId: bilal };
  const needs = (value: RecordValue) =>
    openQueries([anaPage(), bilalPage(), checkIn(ana, '2026-W20'), task('Guide', value, bilal)]).handlers.today.run({})
      .needsMe;
  expect(needs(finished)).toMatchObject([{ kind: 'accept', title: 'Guide', fromId: bilal }]);
  expect(needs({ ...finished, acceptedAt: wednesday })).toEqual([]);
});

test('days off are shown with the person, and a norm does not run on them', () => {
  const blocker = { [itemOf('b')]: { text: 'Which ones?', waitsForId: ana, urgent: false } };
  const records = [anaPage(), bilalPage(), checkIn(ana, '2026-W20'), checkIn(bilal, '2026-W20', { blockers: blocker })];
  const dueAt = (more: typeof records) =>
    openQueries([...records, ...more])
      .handlers.today.run({})
      .needsMe.find((one) => one.kind === 'blocker')?.norm?.dueAt;
  const without = dueAt([]) ?? 0;
  expect(dueAt([leave(ana, '2026-05-13', '2026-05-14')])).toBeGreaterThan(without);
  expect(dueAt([leave(ana, '2026-05-13', '2026-05-14', { cancelled: true })])).toBe(without);
  const { handlers } = openQueries([anaPage(), leave(ana, '2026-05-13', '2026-05-14')]);
  expect(handlers.people.run({}).people.find((one) => one.me)?.daysOff).toEqual([
    { start: '2026-05-13', end: '2026-05-14', reason: 'leave', name: '' },
  ]);
  expect(handlers.leave.run({}).leave).toMatchObject([{ personId: ana, start: '2026-05-13' }]);
});
