import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addWeeks, completionOf, daysWithin, plannedIn, timesCarried } from '#shared/domain/index.ts';
import type { CommandParams } from '#shared/protocol/index.ts';
import { kinds } from '#shared/schema/index.ts';
import { expectOk } from '#shared/std/index.ts';
import { createDesk } from './desk.ts';
import { ana, bilal, chen, signer } from './team.ts';

type Desk = ReturnType<typeof createDesk>;

const week = '2026-W20';
const desk = (): Desk => createDesk(signer(bilal));
const taskAt = (me: Desk, id: string) => expectOk(kinds.task.parse(me.value(id)));
const create = (me: Desk, task: CommandParams<'task.create'>): string => me.run('task.create', task).ids[0] ?? '';
const update = (me: Desk, id: string, more: Omit<CommandParams<'task.update'>, 'id' | 'base'>) =>
  me.run('task.update', { id, base: [], ...more });

describe('a task', () => {
  test('goes from week to week, and each week keeps what became of it', () => {
    const me = desk();
    const id = create(me, { title: 'Write the guide', ownerId: bilal, week });
    update(me, id, { week: '2026-W21' });
    update(me, id, { state: 'done' });
    const task = taskAt(me, id);
    expect(Object.values(task.planned).map((each) => [each.week, each.outcome])).toEqual([
      [week, 'carried'],
      ['2026-W21', 'done'],
    ]);
    expect(plannedIn(task)?.week).toBe('2026-W21');
    expect(timesCarried(task)).toBe(1);
    expect(task.doneAt).not.toBeNull();
  });

  test('put back into an earlier week counts there again, in one planning a week', () => {
    const me = desk();
    const id = create(me, { title: 'Write the guide', week });
    update(me, id, { week: '2026-W21' });
    update(me, id, { week });
    const task = taskAt(me, id);
    expect(plannedIn(task)).toMatchObject({ week, outcome: 'open' });
    // What was carried over by mistake was not carried over.
    expect(timesCarried(task)).toBe(0);
    const weeks = completionOf([week, '2026-W21'], Object.values(task.planned));
    expect(weeks.map(({ planned, carried, open }) => [planned, carried, open])).toEqual([
      [1, 0, 1],
      [0, 0, 0],
    ]);
  });

  test('is accepted by the person whom it names, once it is done, and opening it again takes that back', () => {
    const me = desk();
    const id = create(me, { title: 'Write the guide', ownerId: bilal, acceptedById: ana });
    const hers = (): Desk => me.as(signer(ana));
    expect(hers().ask('task.accept', { id, base: [] })).toMatchObject({ ok: false, error: { code: 'invalid' } });
    update(me, id, { state: 'done' });
    expect(me.as(signer(chen)).ask('task.accept', { id, base: [] })).toMatchObject({
      ok: false,
      error: { code: 'not-allowed' },
    });
    const accepted = hers();
    accepted.run('task.accept', { id, base: [] });
    expect(taskAt(accepted, id).acceptedAt).not.toBeNull();
    const mine = accepted.as(signer(bilal));
    update(mine, id, { state: 'open' });
    expect(taskAt(mine, id)).toMatchObject({ state: 'open', doneAt: null, acceptedAt: null });
  });

  test('is accepted no more once something else is expected of it', () => {
    const me = desk();
    const id = create(me, { title: 'Write the guide', ownerId: bilal, acceptedById: ana });
    update(me, id, { state: 'done' });
    const hers = me.as(signer(ana));
    hers.run('task.accept', { id, base: [] });
    const mine = hers.as(signer(bilal));
    update(mine, id, { title: 'Write the whole guide', note: 'It is in the folder.' });
    expect(taskAt(mine, id).acceptedAt).not.toBeNull();
    update(mine, id, { deliverable: 'The guide, in two languages' });
    expect(taskAt(mine, id)).toMatchObject({ state: 'done', acceptedAt: null });
  });

  test('that nobody does can be taken, for oneself only', () => {
    const me = desk();
    const id = create(me, { title: 'Write the guide' });
    const other = me.as(signer(chen));
    expect(other.ask('task.update', { id, base: [], ownerId: ana }).ok).toBe(false);
    expect(other.ask('task.update', { id, base: [], ownerId: chen }).ok).toBe(true);
  });
});

describe('a milestone', () => {
  const withGoal = (type: 'milestone' | 'number') => {
    const me = desk();
    const [cycleId = ''] = me.run('cycle.create', { title: 'Q2', start: '2026-04-01', end: '2026-06-30' }).ids;
    const made = me.run('objective.create', {
      title: 'Ship it',
      cycleId,
      ownerId: bilal,
      keyResults: [{ title: 'Releases', type, start: 0, target: 2 }],
    });
    const keyResultId = made.itemIds[0] ?? '';
    const add = (title: string, milestone = true): string =>
      create(me, { title, ownerId: bilal, milestone, keyResultId });
    const values = () => {
      const objective = expectOk(kinds.objective.parse(me.value(made.ids[0] ?? '')));
      return Object.values(objective.updates).map((each) => each.value);
    };
    return { me, add, values };
  };

  test('moves its key result when it is done, and back when it is opened again', () => {
    const { me, add, values } = withGoal('milestone');
    const [alpha, beta] = [add('Alpha'), add('Beta')];
    update(me, alpha, { state: 'done' });
    update(me, beta, { state: 'done' });
    update(me, beta, { state: 'open' });
    expect(values()).toEqual([1, 2, 1]);
  });

  test('moves nothing that is measured otherwise, and a task never moves anything', () => {
    const number = withGoal('number');
    update(number.me, number.add('Alpha'), { state: 'done' });
    expect(number.values()).toEqual([]);
    const milestones = withGoal('milestone');
    update(milestones.me, milestones.add('A chore', false), { state: 'done' });
    expect(milestones.values()).toEqual([]);
  });

  test('of a key result on which its owner may not report is not finished behind its people’s back', () => {
    const { me, add } = withGoal('milestone');
    const id = add('Alpha');
    update(me, id, { ownerId: chen });
    const theirs = me.as(signer(chen)).ask('task.update', { id, base: [], state: 'done' });
    expect(theirs).toMatchObject({ ok: false, error: { code: 'not-allowed', field: 'state' } });
  });
});

describe('completion of weeks', () => {
  const outcome = fc.constantFrom('open', 'done', 'carried', 'dropped');

  test('counts all that was planned once, and a rate lies between nothing and all', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ nth: fc.nat({ max: 3 }), outcome })), (plans) => {
        const weeks = [0, 1, 2, 3].map((nth) => addWeeks(week, nth));
        const rows = completionOf(
          weeks,
          plans.map((plan) => ({ week: weeks[plan.nth] ?? week, outcome: plan.outcome })),
        );
        expect(rows.map((row) => row.week)).toEqual(weeks);
        expect(rows.reduce((sum, row) => sum + row.planned, 0)).toBe(plans.length);
        for (const row of rows) {
          expect(row.done + row.carried + row.dropped + row.open).toBe(row.planned);
          if (row.rate === null) expect(row.planned).toBe(row.dropped);
          else expect(row.rate).toBe(row.done / (row.planned - row.dropped));
        }
      }),
    );
  });
});

describe('leave', () => {
  test('ends after it starts, is bounded, and is one’s own', () => {
    const me = desk();
    expect(me.ask('leave.add', { start: '2026-05-12', end: '2026-05-11' })).toMatchObject({ error: { field: 'end' } });
    expect(me.ask('leave.add', { start: '2026-05-12', end: '2028-05-11' }).ok).toBe(false);
    const [id = ''] = me.run('leave.add', { start: '2026-05-11', end: '2026-05-15', note: 'Mountains' }).ids;
    expect(me.as(signer(chen, 'owner')).ask('leave.update', { id, base: [], cancelled: true }).ok).toBe(false);
    me.run('leave.update', { id, base: [], cancelled: true });
    expect(me.value(id)['cancelled']).toBe(true);
  });

  test('its days are all days from the first to the last', () => {
    expect([...daysWithin([{ start: '2026-02-27', end: '2026-03-01' }])]).toEqual([
      '2026-02-27',
      '2026-02-28',
      '2026-03-01',
    ]);
    expect(daysWithin([{ start: '2026-03-02', end: '2026-03-01' }]).size).toBe(0);
  });
});
