import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cyclePhase, phaseDays, suggestedScore } from '#shared/domain/index.ts';
import { boardColumns } from '#renderer/features/goals/board/board-columns.ts';
import { createDesk } from './desk.ts';
import { ana, signer } from './team.ts';

const me = signer(ana, 'owner');

const team = () => {
  const desk = createDesk(me);
  const [now = ''] = desk.run('cycle.create', { title: 'Q2', start: '2026-04-01', end: '2026-06-30' }).ids;
  const [next = ''] = desk.run('cycle.create', { title: 'Q3', start: '2026-07-01', end: '2026-09-30' }).ids;
  const made = desk.run('objective.create', {
    title: 'Guides bring people in',
    cycleId: now,
    ownerId: me.personId,
    keyResults: [
      { title: 'Guides', type: 'number', start: 0, target: 10 },
      { title: 'Visits', type: 'number', start: 0, target: 100 },
    ],
  });
  return { desk, now, next, goal: made.ids[0] ?? '', keyResults: made.itemIds };
};

describe('closing a cycle', () => {
  it('closes the cycle and its goals with their scores, all or none', () => {
    const { desk, now, goal } = team();
    const half = desk.ask('cycle.close', {
      id: now,
      base: [],
      goals: [{ id: goal, base: [], score: 0.6, reflection: ' ' }],
    });
    expect(half.ok).toBe(false);
    desk.run('cycle.close', {
      id: now,
      base: [],
      goals: [{ id: goal, base: [], score: 0.6, reflection: 'Start earlier.' }],
    });
    expect(desk.value(goal)).toMatchObject({ state: 'closed', score: 0.6, reflection: 'Start earlier.' });
    expect(desk.value(now)).toMatchObject({ state: 'closed' });
  });

  it('carries open key results from where they stand, with a link back, and once only', () => {
    const { desk, next, goal, keyResults } = team();
    for (const [index, value] of [10, 40].entries()) {
      desk.run('keyResult.progress', {
        objectiveId: goal,
        keyResultId: keyResults[index] ?? '',
        base: [],
        value,
        confidence: null,
        projection: null,
      });
    }
    const [copy = ''] = desk.run('objective.copy', { id: goal, cycleId: next, unfinished: true }).ids;
    const value = desk.value(copy);
    expect(value).toMatchObject({ carriedFromId: goal, cycleId: next, state: 'active' });
    const items = Object.values(value['keyResults'] ?? {});
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({ title: 'Visits', start: 40, target: 100 });
    expect(desk.run('objective.copy', { id: goal, cycleId: next, unfinished: true })).toMatchObject({
      ids: [],
      existingId: copy,
    });
  });
});

describe('the phases of a cycle', () => {
  const day = fc.date({ min: new Date('2020-01-01'), max: new Date('2035-01-01'), noInvalidDate: true });
  it('follow each other, and a cycle that is over waits to be closed', () => {
    const order = ['ahead', 'open', 'mid-cycle', 'closing'];
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 400 }), fc.integer({ min: -20, max: 450 }), (from, days, at) => {
        const on = (offset: number): string =>
          new Date(from.getTime() + offset * 86_400_000).toISOString().slice(0, 10);
        const cycle = { start: on(0), end: on(days), state: 'open' } as const;
        const places = [at, at + 1].map((offset) => order.indexOf(cyclePhase(cycle, on(offset))));
        expect(places[0]).toBeLessThanOrEqual(places[1] ?? -1);
        expect(cyclePhase(cycle, on(days + 1))).toBe('closing');
        expect(phaseDays(cycle).closing <= cycle.end).toBe(true);
      }),
    );
  });
  it('suggest a score of one decimal between 0 and 1', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (progress) => {
        const score = suggestedScore(progress) ?? -1;
        expect(Math.abs(score - progress)).toBeLessThanOrEqual(0.05 + 1e-9);
      }),
    );
    expect(suggestedScore(null)).toBeNull();
  });
});

describe('the board', () => {
  it('has every column, also without goals', () => {
    expect(boardColumns([], 'state').map((column) => column.name)).toEqual(['draft', 'active', 'closed']);
  });
});
