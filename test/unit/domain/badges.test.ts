import fc from 'fast-check';
import { expect, test } from 'vitest';
import { partsIn } from '#shared/domain/index.ts';
import { createDesk } from './desk.ts';
import { ana, bilal, chen, signer } from './team.ts';

/** Ana's finished milestone of a key result that Bilal owns, in a goal of Ana's. */
const finished = () => {
  const desk = createDesk(signer(ana, 'owner'));
  const cycleId = desk.run('cycle.create', { title: 'Q2', start: '2026-04-01', end: '2026-06-30' }).ids[0] ?? '';
  const goal = desk.run('objective.create', {
    title: 'Two languages',
    cycleId,
    ownerId: ana,
    keyResults: [{ title: 'Languages', type: 'milestone', unit: '', start: 0, target: 2, ownerId: bilal }],
  });
  const keyResultId = goal.itemIds[0] ?? '';
  const milestoneId =
    desk.run('task.create', { title: 'Swahili', milestone: true, ownerId: ana, keyResultId }).ids[0] ?? '';
  return { desk, milestoneId, keyResultId };
};
const done = () => {
  const { desk, ...rest } = finished();
  desk.run('task.update', { id: rest.milestoneId, base: [], state: 'done' });
  return { desk, ...rest };
};
const badge = (milestoneId: string, ...toIds: readonly string[]) => ({
  milestoneId,
  toIds: [...toIds],
  title: 'Two languages',
});

test('a badge goes to those who had a part in the milestone, and to nobody else', () => {
  const { desk, milestoneId, keyResultId } = done();
  const stranger = desk.ask('badge.award', badge(milestoneId, chen));
  expect(stranger).toMatchObject({ ok: false, error: { code: 'not-allowed', field: 'toIds' } });
  expect(desk.ask('badge.award', badge(milestoneId, bilal, chen)).ok).toBe(false);
  expect(desk.run('badge.award', badge(milestoneId, bilal)).ids).toHaveLength(1);
  const task = { title: 'First draft', ownerId: chen, keyResultId };
  const id = desk.run('task.create', task).ids[0] ?? '';
  expect(desk.ask('badge.award', badge(milestoneId, chen)).ok).toBe(false);
  desk.run('task.update', { id, base: [], state: 'done' });
  expect(desk.run('badge.award', badge(milestoneId, chen)).ids).toHaveLength(1);
});

test('a badge is given once the milestone is done, once, and not to oneself', () => {
  const early = finished();
  expect(early.desk.ask('badge.award', badge(early.milestoneId, bilal)).ok).toBe(false);
  const { desk, milestoneId } = done();
  expect(desk.ask('badge.award', badge(milestoneId, ana))).toMatchObject({ ok: false, error: { field: 'toIds' } });
  desk.run('badge.award', badge(milestoneId, bilal));
  expect(desk.run('badge.award', badge(milestoneId, bilal)).ids).toEqual([]);
});

test('exactly those named around a milestone had a part, each with every part once', () => {
  const id = fc.constantFrom<string[]>('a', 'b', 'c', 'd', 'e');
  const maybe = fc.option(id, { nil: null });
  const roles = fc.record({
    ownerId: maybe,
    taskOwnerIds: fc.array(id, { maxLength: 6 }),
    keyResultOwnerId: maybe,
    objectiveOwnerId: maybe,
    contributorIds: fc.array(id, { maxLength: 6 }),
  });
  fc.assert(
    fc.property(roles, (around) => {
      const parts = partsIn(around);
      const named = [around.ownerId, around.keyResultOwnerId, around.objectiveOwnerId].filter((one) => one !== null);
      expect(new Set(parts.keys())).toEqual(new Set([...named, ...around.taskOwnerIds, ...around.contributorIds]));
      for (const [who, held] of parts) {
        expect(new Set(held).size).toBe(held.length);
        expect(held.includes('task')).toBe(around.taskOwnerIds.includes(who));
        expect(held.includes('owner')).toBe(around.ownerId === who);
      }
    }),
  );
});
