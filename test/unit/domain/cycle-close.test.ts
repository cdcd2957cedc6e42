import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cyclePhase, phaseDays, suggestedScore } from '#shared/domain/index.ts';
import { dueAtMiddle } from '#renderer/features/goals/cycle/review.ts';
import type { GoalRow } from '#shared/protocol/index.ts';
import { boardColumns } from '#renderer/features/goals/board/board-columns.ts';
import { createDesk } from './desk.ts';
import { ana, bilal, signer } from './team.ts';

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

describe('closing a cycle and going on with what is unfinished', () => {
  const withChild = () => {
    const all = team();
    const { desk, now, goal } = all;
    const [child = ''] = desk.run('objective.create', {
      title: 'Guides in Urdu',
      cycleId: now,
      ownerId: me.personId,
      parentId: goal,
    }).ids;
    const verdict = (id: string, reflection = 'Start earlier.') => ({ id, base: [], score: 0.6, reflection });
    return { ...all, child, verdict };
  };
  const fresh = { title: 'Q4', start: '2026-10-01', end: '2026-12-31' };

  it('makes the next cycle, the goals that go on and the links between them in one decision', () => {
    const { desk, now, goal, child, verdict } = withChild();
    // The child is named before its parent: the order does not matter.
    const done = desk.run('cycle.close', {
      id: now,
      base: [],
      goals: [verdict(goal), verdict(child)],
      carry: { goalIds: [child, goal], into: fresh },
    });
    const [intoId = ''] = done.itemIds;
    expect(desk.value(intoId)).toMatchObject({ ...fresh, state: 'open' });
    const copies = desk.ofKind('objective').filter(({ value }) => value['cycleId'] === intoId);
    const copyOf = (id: string) => copies.find(({ value }) => value['carriedFromId'] === id);
    expect(copies).toHaveLength(2);
    expect(copyOf(goal)?.value).toMatchObject({ state: 'active', parentId: null });
    expect(copyOf(child)?.value).toMatchObject({ parentId: copyOf(goal)?.id });
    expect(desk.value(now)).toMatchObject({ state: 'closed' });
  });

  it('makes nothing at all when any part is refused', () => {
    const { desk, now, next, goal, child, verdict } = withChild();
    const before = desk.records.size;
    const refused = [
      { goals: [verdict(goal), verdict(child, ' ')], carry: { goalIds: [goal], into: fresh } },
      { goals: [verdict(goal)], carry: { goalIds: [goal], into: { ...fresh, end: '2026-09-01' } } },
      { goals: [verdict(goal)], carry: { goalIds: [goal], into: { cycleId: now } } },
      { goals: [verdict(goal)], carry: { goalIds: [now], into: { cycleId: next } } },
    ];
    for (const each of refused) expect(desk.ask('cycle.close', { id: now, base: [], ...each }).ok).toBe(false);
    // Somebody who may not close the cycle makes no copies either.
    const guest = desk.as(signer(bilal, 'member'));
    const request = { id: now, base: [], goals: [], carry: { goalIds: [goal], into: { cycleId: next } } };
    expect(guest.ask('cycle.close', request)).toMatchObject({ ok: false, error: { code: 'not-allowed' } });
    expect(desk.records.size).toBe(before);
    expect(desk.value(goal)).toMatchObject({ state: 'active' });
  });

  it('makes no second copy of what went on before', () => {
    const { desk, now, next, goal, child } = withChild();
    const [copy = ''] = desk.run('objective.copy', { id: goal, cycleId: next, unfinished: true }).ids;
    desk.run('cycle.close', {
      id: now,
      base: [],
      goals: [],
      carry: { goalIds: [goal, child], into: { cycleId: next } },
    });
    const there = desk.ofKind('objective').filter(({ value }) => value['cycleId'] === next);
    expect(there.map(({ value }) => value['carriedFromId']).toSorted()).toEqual([goal, child].toSorted());
    expect(there.find(({ value }) => value['carriedFromId'] === child)?.value).toMatchObject({ parentId: copy });
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

describe('the middle of a cycle', () => {
  const row = (id: string, more: Partial<GoalRow>): GoalRow => ({
    ...{ id, kind: 'key-result', objectiveId: 'goal', parentId: null, depth: 1, title: id, ownerId: null },
    ...{ state: 'active', progress: 0.4, notComputed: null, manual: false, projectedProgress: null, confidence: null },
    ...{ worst: null, metText: null, lastUpdateAt: null, stale: false, conflicts: 0 },
    ...more,
  });
  it('asks each person about what is theirs, open, and not spoken of since', () => {
    const goal = (id: string, more: Partial<GoalRow> = {}) =>
      row(id, { kind: 'objective', objectiveId: id, depth: 0, ownerId: ana, ...more });
    const after = Date.parse('2026-05-20');
    const rows = [
      goal('goal'),
      row('inherited', {}),
      row('of somebody else', { ownerId: bilal }),
      row('spoken of', { lastUpdateAt: after }),
      row('spoken of before', { lastUpdateAt: Date.parse('2026-05-01') }),
      row('reached', { progress: 1 }),
      goal('unmeasured'),
      goal('draft', { state: 'draft' }),
    ];
    const due = dueAtMiddle(rows, { start: '2026-04-01', end: '2026-06-30' }, ana).map(({ id }) => id);
    expect(due).toEqual(['inherited', 'spoken of before', 'unmeasured']);
  });
});
