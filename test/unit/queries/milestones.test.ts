import { expect, test } from 'vitest';
import { createReadModels } from '#engine/readmodels/index.ts';
import { ana, bilal, idOf, itemOf, snapshot } from '../readmodels/profile.ts';
import { day, openQueries, wednesday } from './engine.ts';
import { anaPage, cycle, objective, q2 } from './records.ts';

const kr = itemOf('k');

const milestone = (title: string, doneAt: number | null, by = ana) =>
  snapshot(
    'task',
    title,
    { title, ownerId: by, milestone: true, keyResultId: kr, state: doneAt === null ? 'open' : 'done', doneAt },
    { by },
  );

/** What an update says; of a milestone it says only a value and the milestone's title. */
const said = (at: number, value: number, note: string, confidence: string | null = null) => ({
  [itemOf(`u ${String(at)}`)]: { keyResultId: kr, value, note, confidence, at },
});

const goal = (updates: object, more: object = {}, item: object = {}) =>
  objective('Steps', {
    keyResults: { [kr]: { title: 'k', type: 'milestone', start: 0, target: 4, order: 1, ...item } },
    updates,
    ...more,
  } as never);

const opened = (...records: Parameters<typeof openQueries>[0][number][]) =>
  openQueries([anaPage(), cycle(), ...records]);
const valueIn = ({ handlers }: ReturnType<typeof opened>): number | undefined =>
  handlers.objective.run({ id: idOf('Steps') }).objective?.keyResults[0]?.value;

const yesterday = wednesday - day;
const apart = [milestone('One', yesterday), milestone('Two', yesterday + 60_000, bilal)];
const bothSayOne = { ...said(yesterday, 1, 'One'), ...said(yesterday + 60_000, 1, 'Two') };

test('two who finish their milestones apart are both counted, wherever the goal is shown', () => {
  const here = opened(goal(bothSayOne), ...apart);
  const { handlers } = here;
  expect(valueIn(here)).toBe(2);
  const shares = handlers.goals.run({ cycleId: q2 }).rows.map((row) => row.progress);
  expect(shares).toEqual([0.5, 0.5]);
  expect(handlers.checkInDraft.run({}).keyResults).toMatchObject([{ value: 2, progress: 0.5 }]);
  // Who finished what, and what they knew, stays said.
  expect(handlers.objective.run({ id: idOf('Steps') }).objective?.keyResults[0]?.updates).toMatchObject([
    { value: 1, note: 'One' },
    { value: 1, note: 'Two' },
  ]);
});

test('two who open theirs again apart are both counted', () => {
  const both = [milestone('One', null), milestone('Two', null, bilal)];
  const updates = {
    ...bothSayOne,
    ...said(wednesday, 1, 'Opened again: One'),
    ...said(wednesday + 1, 1, 'Opened again: Two'),
  };
  expect(valueIn(opened(goal(updates), ...both))).toBe(0);
});

test('goals are read again when a task changes', () => {
  const here = opened(goal(bothSayOne), apart[0] ?? milestone('One', null));
  expect(here.handlers.goals.topics).toContain('records:task');
  expect(valueIn(here)).toBe(1);
  createReadModels(here.db).project(milestone('Two', yesterday + 60_000, bilal));
  expect(valueIn(here)).toBe(2);
});

test('what is reported by hand beyond the milestones is believed, what is below them is not', () => {
  const by = (value: number) =>
    valueIn(opened(goal({ ...bothSayOne, ...said(wednesday, value, '', 'on-track') }), ...apart));
  expect([by(1), by(2), by(3)]).toEqual([2, 2, 3]);
});

test('a milestone that is linked and still open takes nothing away from what was reported', () => {
  expect(valueIn(opened(goal(said(yesterday, 3, '')), milestone('One', null)))).toBe(3);
  expect(valueIn(opened(goal({}), milestone('One', null)))).toBe(0);
});

test('milestones count from where the key result starts, and towards its target', () => {
  expect(valueIn(opened(goal({}, {}, { start: 2 }), ...apart))).toBe(4);
  expect(valueIn(opened(goal({}, {}, { start: 4, target: 0 }), ...apart))).toBe(2);
});

test('a closed goal stays as it was closed, whatever is finished later', () => {
  const closed = { state: 'closed', closedAt: wednesday - 1, score: 0.5 };
  expect(valueIn(opened(goal(bothSayOne, closed), ...apart, milestone('Three', wednesday)))).toBe(2);
});

test('key results that are measured otherwise move by what is reported alone', () => {
  expect(valueIn(opened(goal(bothSayOne, {}, { type: 'number' }), ...apart))).toBe(1);
});
