import { describe, expect, it } from 'vitest';
import { kinds } from '#shared/schema/index.ts';
import { expectOk } from '#shared/std/index.ts';
import { createDesk } from './desk.ts';
import { ana, bilal, chen, signer } from './team.ts';

const me = signer(ana);
type Desk = ReturnType<typeof createDesk>;

/** A goal that counts two milestones: Ana made the first, which is done, and the second, which is open. */
const halfway = () => {
  const desk = createDesk(me);
  const [now = ''] = desk.run('cycle.create', { title: 'Q2', start: '2026-04-01', end: '2026-06-30' }).ids;
  const [next = ''] = desk.run('cycle.create', { title: 'Q3', start: '2026-07-01', end: '2026-09-30' }).ids;
  const made = desk.run('objective.create', {
    title: 'Two releases',
    cycleId: now,
    ownerId: ana,
    keyResults: [{ title: 'Releases', type: 'milestone', start: 0, target: 2 }],
  });
  const [goal = '', keyResultId = ''] = [made.ids[0], made.itemIds[0]];
  const add = (title: string): string =>
    desk.run('task.create', { title, ownerId: ana, milestone: true, keyResultId }).ids[0] ?? '';
  const [first, second] = [add('First'), add('Second')];
  desk.run('task.update', { id: first, base: [], state: 'done' });
  return { desk, now, next, goal, keyResultId, first, second };
};

const goalOf = (desk: Desk, id: string) => expectOk(kinds.objective.parse(desk.value(id)));
const copyOf = (desk: Desk, goal: string) => {
  const [copy] = desk.ofKind('objective').filter(({ value }) => value['carriedFromId'] === goal);
  const value = goalOf(desk, copy?.id ?? '');
  const [[id, item] = ['', undefined]] = Object.entries(value.keyResults);
  return { value, id, item };
};

describe('a milestone of a goal that goes on in another cycle', () => {
  const closed = () => {
    const all = halfway();
    all.desk.run('cycle.close', {
      id: all.now,
      base: [],
      goals: [{ id: all.goal, base: [], score: 0.5, reflection: 'One to go.' }],
      carry: { goalIds: [all.goal], into: { cycleId: all.next } },
    });
    return all;
  };

  it('goes on with it while it is open, and moves it from where it stood', () => {
    const { desk, goal, keyResultId, first, second } = closed();
    const copy = copyOf(desk, goal);
    expect(copy.item).toMatchObject({ type: 'milestone', start: 1, target: 2 });
    expect(desk.value(second)['keyResultId']).toBe(copy.id);
    expect(desk.value(first)['keyResultId']).toBe(keyResultId);
    desk.run('task.update', { id: second, base: [], state: 'done' });
    expect(Object.values(copyOf(desk, goal).value.updates)).toMatchObject([{ value: 2, note: 'Second' }]);
    expect(Object.values(goalOf(desk, goal).updates)).toHaveLength(1);
  });

  it('goes on with one that is carried on alone, and stays where a goal is only copied', () => {
    const carried = halfway();
    carried.desk.run('objective.copy', { id: carried.goal, cycleId: carried.next, unfinished: true });
    expect(carried.desk.value(carried.second)['keyResultId']).toBe(copyOf(carried.desk, carried.goal).id);
    const copied = halfway();
    copied.desk.run('objective.copy', { id: copied.goal, cycleId: copied.next, unfinished: false });
    expect(copied.desk.value(copied.second)['keyResultId']).toBe(copied.keyResultId);
    expect(copyOf(copied.desk, copied.goal).item?.start).toBe(0);
  });

  it('stays where it is when whoever carries the goal on may not change it', () => {
    const { desk, goal, next, second, keyResultId } = halfway();
    const other = desk.as(signer(chen));
    other.run('objective.copy', { id: goal, cycleId: next, unfinished: true });
    expect(other.value(second)['keyResultId']).toBe(keyResultId);
  });

  it('is not carried on where all of them were finished by two who did not hear of each other', () => {
    const { desk, goal, next, second } = halfway();
    // The other one's machine knew of no first milestone: its update says one, too.
    const task = desk.records.get(second);
    if (task === undefined) throw new Error('The second milestone is gone.');
    desk.records.set(second, { ...task, value: { ...task.value, state: 'done', doneAt: desk.ctx.now } });
    desk.run('objective.copy', { id: goal, cycleId: next, unfinished: true });
    expect(copyOf(desk, goal).item).toBeUndefined();
  });
});

it('a milestone of an erased goal can still be finished and changed', () => {
  const { desk, goal, second, keyResultId } = halfway();
  desk.records.delete(goal);
  desk.run('task.update', { id: second, base: [], title: 'Second, renamed', keyResultId });
  desk.run('task.update', { id: second, base: [], state: 'done' });
  expect(desk.value(second)).toMatchObject({ title: 'Second, renamed', state: 'done' });
});

it('a check-in that only says how sure one is confirms what the milestones come to', () => {
  const { desk, goal, keyResultId, second } = halfway();
  const task = desk.records.get(second);
  if (task === undefined) throw new Error('The second milestone is gone.');
  desk.records.set(second, { ...task, value: { ...task.value, ownerId: bilal, state: 'done', doneAt: desk.ctx.now } });
  const update = { keyResultId, value: null, confidence: 'on-track', projection: null, note: '' } as const;
  const rest = { lastPlans: [], plans: [], blockers: [], question: '', answer: '' };
  desk.run('checkIn.submit', { week: '2026-W20', updates: [update], ...rest });
  const said = Object.values(goalOf(desk, goal).updates).find(({ confidence }) => confidence === 'on-track');
  expect(said?.value).toBe(2);
});
