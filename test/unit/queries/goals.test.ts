import fc from 'fast-check';
import { expect, test } from 'vitest';
import { estimate } from '#shared/domain/index.ts';
import { queries } from '#shared/protocol/index.ts';
import { ana, bilal, idOf, itemOf } from '../readmodels/profile.ts';
import { openQueries, wednesday } from './engine.ts';
import { anaPage, comment, cycle, keyResult, objective, q2 } from './records.ts';

const goalsOf = (...records: Parameters<typeof openQueries>[0][number][]) =>
  openQueries([cycle(), ...records]).handlers.goals.run({ cycleId: q2 });

test('the tree lists parents before children with their key results', () => {
  const { rows } = goalsOf(
    objective('child', { parentId: idOf('parent'), ...keyResult('leaf', 30) }),
    objective('parent', keyResult('own', 50), { at: 5 }),
  );
  expect(rows.map((row) => [row.title, row.depth])).toEqual([
    ['parent', 0],
    ['own', 1],
    ['child', 1],
    ['leaf', 2],
  ]);
  expect(queries.goals.result.shape.rows.safeParse(rows).success).toBe(true);
});

test('the cycle says how far it is and what share is expected', () => {
  expect(goalsOf()).toMatchObject({ dayOfCycle: 43, days: 91, expected: 43 / 91, cycle: { title: 'Q2 2026' } });
});

test('a parent rolls up its children and shows the worst of what they say', () => {
  const { rows } = goalsOf(
    objective('parent', { rollUp: 'children' }, { at: 5 }),
    objective('a', { parentId: idOf('parent'), ...keyResult('ka', 20, 'off-track') }),
    objective('b', { parentId: idOf('parent'), ...keyResult('kb', 60, 'on-track') }),
    objective('draft', { parentId: idOf('parent'), state: 'draft', ...keyResult('kd', 100) }),
  );
  expect(rows[0]).toMatchObject({ progress: 0.4, worst: { confidence: 'off-track', count: 1 } });
});

test('a manual value says that it is manual', () => {
  const [row] = goalsOf(objective('by hand', { rollUp: 'manual', manualProgress: 0.3, manualById: bilal })).rows;
  expect(row).toMatchObject({ manual: true, progress: 0.3 });
});

test('what cannot be computed says why', () => {
  const [row] = goalsOf(objective('empty')).rows;
  expect(row?.progress).toBeNull();
  expect(row?.notComputed).toContain('no key results');
});

test('a goal of another cycle counts into its parent and shows only in its own cycle', () => {
  const { rows } = goalsOf(
    objective('year', { rollUp: 'children' }),
    objective('elsewhere', { parentId: idOf('year'), cycleId: idOf('q3'), ...keyResult('k', 50) }),
  );
  expect(rows).toHaveLength(1);
  expect(rows[0]?.progress).toBe(0.5);
});

test('archived key results neither show nor count', () => {
  const { rows } = goalsOf(objective('one', keyResult('gone', 10, null, { archived: true })));
  expect(rows).toHaveLength(1);
  expect(rows[0]?.progress).toBeNull();
});

test('two goals that are each other’s parent both show, the same on every replica', () => {
  const a = objective('a', { parentId: idOf('b') });
  const b = objective('b', { parentId: idOf('a') });
  const one = goalsOf(a, b).rows;
  expect(one.map((row) => row.title).sort()).toEqual(['a', 'b']);
  expect(goalsOf(b, a).rows).toEqual(one);
});

test('any parent links, even circles, to itself or to nowhere, show every goal once', () => {
  const names = ['a', 'b', 'c', 'd', 'e', 'f'];
  const parent = fc.option(fc.constantFrom(...names, 'nowhere'), { nil: null });
  fc.assert(
    fc.property(fc.array(parent, { minLength: 6, maxLength: 6 }), (parents) => {
      const records = names.map((name, index) => {
        const to = parents[index] ?? null;
        return objective(name, {
          parentId: to === null ? null : idOf(to),
          rollUp: 'both',
          ...keyResult(`k${name}`, 40),
        });
      });
      const { rows } = goalsOf(...records);
      const shown = rows.filter((row) => row.kind === 'objective').map((row) => row.title);
      expect(shown.sort()).toEqual(names);
      for (const row of rows.filter((each) => each.kind === 'objective')) expect(row.progress).toBeCloseTo(0.4);
    }),
    { numRuns: 60 },
  );
});

test('a chain of goals thousands deep is answered', () => {
  const chain = Array.from({ length: 3000 }, (_, index) =>
    objective(`n${index}`, { parentId: index === 0 ? null : idOf(`n${index - 1}`), rollUp: 'children' }),
  );
  expect(goalsOf(...chain).rows.at(-1)?.depth).toBe(2999);
});

test('goals that nobody has reported on for longer than the team allows are stale', () => {
  const old = { [itemOf('u')]: { keyResultId: itemOf('k'), value: 10, at: Date.UTC(2026, 3, 20) } };
  const rows = goalsOf(
    objective('quiet', { ...keyResult('k', 10), updates: old }),
    objective('reached', { ...keyResult('k', 100), updates: { [itemOf('u')]: { ...old[itemOf('u')], value: 100 } } }),
  ).rows.filter((row) => row.kind === 'key-result');
  expect(rows.map((row) => row.stale)).toEqual([true, false]);
});

test('conflicts are counted on the row they belong to', () => {
  const variants = [
    { value: 1, byId: ana, at: 1, heads: [] },
    { value: 2, byId: bilal, at: 2, heads: [] },
  ];
  const { rows } = goalsOf(
    objective('one', keyResult('k', 10), {
      conflicts: [
        { path: `keyResults.${itemOf('k')}.target`, kind: 'value', variants },
        { path: 'title', kind: 'value', variants },
      ],
    }),
  );
  expect(rows.map((row) => row.conflicts)).toEqual([1, 1]);
});

test('an objective shows its key results with updates, forecast, comments and parent', () => {
  const { handlers } = openQueries([
    cycle(),
    anaPage(),
    objective('parent'),
    objective('goal', {
      parentId: idOf('parent'),
      description: 'Why we do it',
      contributors: { [bilal]: { in: true } },
      ...keyResult('k', 40, 'at-risk', { unit: 'ms' }),
    }),
    comment('second', idOf('goal'), bilal, 'later', 20),
    comment('first', idOf('goal'), ana, 'earlier', 10),
  ]);
  const result = handlers.objective.run({ id: idOf('goal') });
  expect(queries.objective.result.safeParse(result).error).toBeUndefined();
  expect(result.objective).toMatchObject({
    description: 'Why we do it',
    parentTitle: 'parent',
    contributorIds: [bilal],
    progress: 0.4,
    keyResults: [{ value: 40, confidence: 'at-risk', updates: [{ value: 40, byId: ana }] }],
    comments: [{ text: 'earlier' }, { text: 'later' }],
  });
  expect(result.objective?.keyResults[0]?.expectedValue).toBe(estimate((100 * 43) / 91, { start: 0, target: 100 }));
});

test('an objective that is not here is null, and its cycle too', () => {
  expect(openQueries([]).handlers.objective.run({ id: idOf('nowhere') })).toEqual({ objective: null, cycle: null });
});

test('pins keep their order and leave out what is gone', () => {
  const { db, handlers } = openQueries([cycle(), objective('goal', keyResult('k', 40))]);
  const pin = db.prepare('INSERT INTO local_pins (target_id, at) VALUES (?, ?)');
  pin.run(itemOf('k'), 3);
  pin.run(idOf('gone'), 2);
  pin.run(idOf('goal'), 1);
  expect(handlers.pins.run({}).items.map((row) => row.title)).toEqual(['goal', 'k']);
});

test('the current cycle is the shortest open one around today', () => {
  const { handlers } = openQueries([cycle()], { now: wednesday });
  expect(handlers.cycles.run({})).toMatchObject({ currentId: q2, cycles: [{ title: 'Q2 2026' }] });
});
