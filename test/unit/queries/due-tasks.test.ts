import { expect, test } from 'vitest';
import { ana, snapshot } from '../readmodels/profile.ts';
import { day, openQueries, wednesday } from './engine.ts';
import { checkIn, person } from './records.ts';

const office = Object.fromEntries([0, 1, 2, 3, 4].map((nth) => [`hours${String(nth)}`, '09:00-17:00']));
const page = person(ana, { name: 'Ana', timeZone: 'UTC', ...office, hours5: null, hours6: null });
const task = (title: string, due: string) => snapshot('task', title, { title, ownerId: ana, due });

/** What waits so many days after Wednesday 13 May. */
const dueAfter = (days: number, ...records: Parameters<typeof openQueries>[0]) =>
  openQueries([page, checkIn(ana, '2026-W20'), ...records], { now: wednesday + days * day })
    .handlers.today.run({})
    .needsMe.flatMap(({ kind, title }) => (kind === 'task' ? [title] : []));

test('a task that is due on a day off is listed from the day before it runs out', () => {
  const sunday = task('Sunday', '2026-05-17');
  expect([0, 1, 2].map((days) => dueAfter(days, sunday))).toEqual([[], ['Sunday'], ['Sunday']]);
  expect(dueAfter(1, task('Monday', '2026-05-18'))).toEqual([]);
});

test('and so is one that is due during weeks of leave', () => {
  const leave = snapshot('leave', 'l', { personId: ana, start: '2026-05-18', end: '2026-06-12' }, { by: ana });
  const records = [leave, task('Away', '2026-06-10'), task('Back', '2026-06-15')];
  expect([0, 1, 2].map((days) => dueAfter(days, ...records))).toEqual([[], ['Away'], ['Away']]);
});
