import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asSettledInWork, withOpenTasks } from '#shared/domain/index.ts';
import type { OpenTask, Plan } from '#shared/domain/index.ts';

const week = '2026-W20';
const plan = fc.record({
  id: fc.constantFrom('a', 'b', 'c', 'd'),
  text: fc.constantFrom('Guide', 'Form', 'Icons'),
  outcome: fc.constant('open' as const),
  carried: fc.nat(4),
  keyResultId: fc.constantFrom(null, 'k'),
});
const task = fc.record({
  id: fc.constantFrom('a', 't', 'u', 'v'),
  title: fc.constantFrom('guide', ' Form ', 'Other'),
  week: fc.constantFrom(null, '2026-W18', '2026-W20', '2026-W23'),
  carried: fc.nat(4),
  keyResultId: fc.constantFrom(null, 'm'),
});
const plans = fc.uniqueArray(plan, { selector: ({ id }) => id });
const tasks = fc.uniqueArray(task, { selector: ({ id }) => id });

const all = (lastPlans: readonly Plan[], open: readonly OpenTask[]) => {
  const asked = withOpenTasks(week, lastPlans, open);
  return [...asked.lastPlans, ...asked.fresh];
};

describe('a check-in asks about open tasks of Work', () => {
  it('keeping every plan of last week in its place and in its words', () => {
    fc.assert(
      fc.property(plans, tasks, (lastPlans, open) => {
        const asked = withOpenTasks(week, lastPlans, open).lastPlans;
        expect(asked.slice(0, lastPlans.length).map(({ text, carried }) => ({ text, carried }))).toEqual(
          lastPlans.map(({ text, carried }) => ({ text, carried })),
        );
      }),
    );
  });

  it('once each, and never about what is planned for later or for some day', () => {
    fc.assert(
      fc.property(plans, tasks, (lastPlans, open) => {
        const asked = all(lastPlans, open).slice(lastPlans.length);
        expect(new Set(asked.map(({ id }) => id)).size).toBe(asked.length);
        for (const one of asked) {
          const from = open.find(({ id }) => id === one.id);
          expect(from?.week === week || from?.week === '2026-W18').toBe(true);
        }
      }),
    );
  });

  it('and takes what was done already for no open task of the same name', () => {
    const guide: Plan = { id: 'old', text: 'Weekly report', outcome: 'open', carried: 0, keyResultId: null };
    const open: OpenTask = { id: 'new', title: 'Weekly report', week, carried: 0, keyResultId: null };
    const asked = withOpenTasks(week, asSettledInWork([guide], new Map([['old', 'done']])), [open]);
    expect(asked.lastPlans).toEqual([{ ...guide, outcome: 'done' }]);
    expect(asked.fresh.map(({ id }) => id)).toEqual(['new']);
  });

  it('a plan that is a task as well stands by the task’s id', () => {
    const guide: Plan = { id: 'p', text: 'Write the guide', outcome: 'open', carried: 1, keyResultId: null };
    const open: OpenTask = { id: 't', title: 'write the guide ', week, carried: 2, keyResultId: 'k' };
    expect(withOpenTasks(week, [guide], [open])).toEqual({
      lastPlans: [{ ...guide, id: 't', keyResultId: 'k' }],
      fresh: [],
    });
  });
});
