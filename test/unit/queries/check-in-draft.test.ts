import { expect, test } from 'vitest';
import { ana, idOf, itemOf, snapshot } from '../readmodels/profile.ts';
import { openQueries, wednesday } from './engine.ts';
import { anaPage, checkIn, cycle } from './records.ts';

const task = (name: string, value: object = {}) => snapshot('task', name, { title: name, ownerId: ana, ...value });
const inWeek = (week: string, outcome = 'open') => ({ planned: { [itemOf(week)]: { week, outcome } } });

const draftOf = (...records: Parameters<typeof openQueries>[0]) =>
  openQueries([anaPage(), cycle(), ...records]).handlers.checkInDraft.run({});

test('tasks for some day, however many, leave room for those of a week', () => {
  const someDay = Array.from({ length: 40 }, (_, nth) => task(`some ${String(nth)}`));
  const draft = draftOf(...someDay, task('This week', inWeek('2026-W20')), task('Left over', inWeek('2026-W19')));
  expect(draft.tasks.map(({ text }) => text)).toEqual(['This week']);
  expect(draft.lastPlans.map(({ text }) => text)).toEqual(['Left over']);
});

test('a plan that was done or dropped in Work says so, and is not planned again', () => {
  const plan = (name: string, order: number) => ({ [idOf(name)]: { text: name, order } });
  const draft = draftOf(
    checkIn(ana, '2026-W19', { plans: { ...plan('Guide', 0), ...plan('Form', 1), ...plan('Icons', 2) } }),
    task('Guide', { ...inWeek('2026-W19', 'done'), state: 'done', doneAt: wednesday }),
    task('Form', { ...inWeek('2026-W19', 'dropped'), state: 'dropped' }),
    task('Icons', inWeek('2026-W19')),
  );
  expect(draft.lastPlans.map(({ text, outcome }) => [text, outcome])).toEqual([
    ['Guide', 'done'],
    ['Form', 'dropped'],
    ['Icons', 'open'],
  ]);
  expect(draft.plans.map(({ text }) => text)).toEqual(['Icons']);
});
