import { expect, test } from 'vitest';
import type { RecordSnapshot } from '#engine/readmodels/index.ts';
import { ana, bilal, idOf, itemOf, snapshot, type SnapshotOptions } from '../readmodels/profile.ts';
import { openQueries, wednesday } from './engine.ts';
import { anaPage, bilalPage, checkIn, objective, request } from './records.ts';

const variants = (a: string | number, b: string | number) => [
  { value: a, byId: ana, at: 10, heads: [] },
  { value: b, byId: bilal, at: 20, heads: [] },
];
const apart = (...paths: readonly string[]): SnapshotOptions => ({
  conflicts: paths.map((path) => ({ path, kind: 'value' as const, variants: variants('one', 'two') })),
});
const task = (...paths: readonly string[]): RecordSnapshot =>
  snapshot(
    'task',
    'Guide',
    { title: 'Guide', ownerId: bilal, state: 'done', doneAt: 2 },
    { by: ana, ...apart(...paths) },
  );

const open = (me: string, ...records: readonly RecordSnapshot[]) =>
  openQueries([anaPage(), bilalPage(), checkIn(ana, '2026-W20'), checkIn(bilal, '2026-W20'), ...records], { me });
const waiting = (me: string, ...records: readonly RecordSnapshot[]) =>
  open(me, ...records)
    .handlers.today.run({})
    .needsMe.flatMap(({ kind, targetId, targetKind, detail }) =>
      kind === 'conflict' ? [{ targetId, targetKind, detail }] : [],
    );

test('two who finish one thing at once have nothing to choose: the times only say since when', () => {
  const done = task('doneAt', 'acceptedAt', 'acceptedOf', 'order');
  const asked = request('Why?', ana, bilal, wednesday, { state: 'answered', closedAt: 2 });
  const answered = { ...asked, conflicts: apart('closedAt').conflicts ?? [] };
  const goal = objective('Goal', {}, apart('closedAt', 'manualById', `keyResults.${itemOf('k')}.order`));
  for (const me of [ana, bilal]) expect(waiting(me, done, answered, goal)).toEqual([]);
  const { handlers } = open(ana, done, answered, goal);
  expect(handlers.task.run({ id: idOf('Guide') }).task).toMatchObject({ conflicts: 0, conflictList: [] });
  expect(handlers.request.run({ id: answered.id }).request?.conflicts).toEqual([]);
  expect(handlers.objective.run({ id: goal.id }).objective?.conflicts).toEqual([]);
});

test('what two people said differently of a task waits for both who may change it, and is named on its page', () => {
  const two = task('doneAt', 'state');
  const item = { targetId: idOf('Guide'), targetKind: 'task', detail: 'Two values of State wait for a choice' };
  expect([waiting(ana, two), waiting(bilal, two)]).toEqual([[item], [item]]);
  const shown = open(ana, two).handlers.task.run({ id: idOf('Guide') }).task;
  expect(shown?.conflicts).toBe(1);
  expect(shown?.conflictList.map(({ path }) => path)).toEqual(['state']);
});

test('where a question stands is chosen by those between whom it is, its words by their author', () => {
  const asked = request('Why?', ana, bilal, wednesday);
  const where = { ...asked, conflicts: apart('state', 'closedAt').conflicts ?? [] };
  const words = { ...asked, conflicts: apart('question').conflicts ?? [] };
  expect([waiting(ana, where).length, waiting(bilal, where).length]).toEqual([1, 1]);
  expect([waiting(ana, words).length, waiting(bilal, words).length]).toEqual([1, 0]);
});

test('a comment under a goal is chosen at the goal', () => {
  const about = { targetId: idOf('Goal'), targetKind: 'objective', text: 'One' };
  const comment = snapshot('comment', 'c', about, { by: ana, ...apart('text') });
  expect(waiting(ana, objective('Goal'), comment)).toMatchObject([{ targetId: idOf('Goal'), targetKind: 'objective' }]);
});

test('what no page asks about does not stand in Today for ever', () => {
  const cycle = snapshot('cycle', 'q3', { title: 'Q3', start: '2026-07-01', end: '2026-09-30' }, apart('title'));
  const leave = snapshot('leave', 'l', { personId: ana, start: '2026-08-01', end: '2026-08-02' }, apart('end'));
  expect(waiting(ana, cycle, leave)).toEqual([]);
});
