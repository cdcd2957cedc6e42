import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { guessMapping, interpret, periodIn, readTables } from '#engine/exchange/index.ts';
import { expectOk } from '#shared/std/index.ts';
import { applyPlan, cycle, planFile } from './plans.ts';

const table = `# Team

## 2024 Q3

| **Team goals** | **Priority** | **Owner** | **Mid-Q Actual** | **Mid-Q Projection** | **End-Q** | Link |
| :---: | --- | --- | --- | --- | --- | --- |
| **** | P0-P4 |  | **0.3** | **0.6** | **0.4** | |
| **1 Ship the product (Ana, Ben)** | | | | | | |
| Write the docs | **P0** | Ana | 0.6 | 0.7 | 0.5 | [issue](https://example.org/1 "issue") |
| Make 2 guides: | | | | | | |
| 1. For the CLI | P1 | ben / cyn | 70% | | | |
| 2. TBD | | | | | 0 | |
| *Not likely to get done:* | | | | | | |
| A [linked title](https://example.org/2) \\| with a pipe | ![P2](https://example.org/p2.svg) | | | 0.4 | | |
|  |  |  |  |  |  |  |
| **2 Grow** | | | | | | |
| Wrong number | | | lots | | | |
| Wrong score | | | | | 7 | |
`;

const people = [
  { id: 'a'.repeat(43), name: 'Ana Silva' },
  { id: 'b'.repeat(43), name: 'Ben' },
];

describe('a Markdown table of goals', () => {
  const plan = planFile('goals.md', table, { people });
  const row = (title: string) => plan.rows.find((one) => one.title === title);

  test('its columns are recognised and its period is the one of the heading above', () => {
    const [only] = expectOk(readTables('goals.md', table));
    expect(only?.period).toEqual({ title: '2024 Q3', start: '2024-07-01', end: '2024-09-30' });
    expect(only === undefined ? [] : guessMapping(only)).toEqual([
      'title',
      'priority',
      'owner',
      'actual',
      'projection',
      'score',
      'link',
    ]);
  });

  test('bold numbered rows are objectives, with the owners at their end', () => {
    expect(plan.rows.filter((one) => one.kind === 'objective').map(({ title, owners }) => ({ title, owners }))).toEqual(
      [
        { title: 'Ship the product', owners: ['Ana', 'Ben'] },
        { title: 'Grow', owners: [] },
      ],
    );
  });

  test('cells are read without their markup', () => {
    expect(row('Write the docs')).toMatchObject({
      owners: ['Ana'],
      priority: 'P0',
      actual: 0.6,
      projection: 0.7,
      score: 0.5,
      link: 'https://example.org/1',
    });
    expect(row('A linked title | with a pipe')).toMatchObject({
      priority: 'P2',
      link: 'https://example.org/2',
      projection: 0.4,
    });
  });

  test('a list split over rows becomes key results that name the whole', () => {
    expect(row('Make 2 guides: For the CLI')).toMatchObject({
      kind: 'key-result',
      owners: ['ben', 'cyn'],
      actual: 0.7,
    });
    expect(row('Make 2 guides: TBD')).toMatchObject({ kind: 'key-result', score: 0 });
  });

  test('totals, lead-ins and remarks are skipped', () => {
    expect(plan.rows.filter((one) => one.kind === 'skipped').map((one) => one.title)).toEqual([
      '',
      'Make 2 guides:',
      'Not likely to get done:',
    ]);
  });

  test('rows that are wrong say why and are left out', () => {
    expect(row('Wrong number')?.error).toContain('“lots” is not a number');
    expect(row('Wrong score')?.error).toContain('not between 0 and 1');
    expect(plan.counts).toEqual({ fresh: 6, same: 0, changed: 0, errors: 2 });
    const grow = applyPlan(plan).find((goal) => goal.value.title === 'Grow');
    expect(Object.keys(grow?.value.keyResults ?? {})).toEqual([]);
  });

  test('owners who are in the team own; others stay as words', () => {
    const [ship] = applyPlan(plan);
    expect(ship?.value).toMatchObject({ ownerId: 'a'.repeat(43), contributors: { ['b'.repeat(43)]: { in: true } } });
    const guide = Object.values(ship?.value.keyResults ?? {}).find((one) => one.title === 'Make 2 guides: For the CLI');
    expect(guide?.ownerId).toBe('b'.repeat(43));
    expect(ship?.value.description).toContain('- Make 2 guides: For the CLI: Owner in the file: cyn. Priority P1.');
  });

  test('actual and projection become an update in the middle of the cycle, the score one at its end', () => {
    const [ship] = applyPlan(plan);
    const [id] = Object.entries(ship?.value.keyResults ?? {}).find(([, one]) => one.title === 'Write the docs') ?? [];
    const updates = Object.values(ship?.value.updates ?? {}).filter((update) => update.keyResultId === id);
    expect(
      updates.map(({ value, projection, at }) => ({ value, projection, day: new Date(at).toISOString().slice(0, 10) })),
    ).toEqual([
      { value: 0.6, projection: 0.7, day: '2019-05-17' },
      { value: 0.5, projection: null, day: cycle.end },
    ]);
  });
});

describe('importing again', () => {
  test('changes nothing', () => {
    const held = applyPlan(planFile('goals.md', table, { people }));
    const again = planFile('goals.md', table, { people, existing: held });
    expect(again.writes).toEqual([]);
    expect(again.counts).toMatchObject({ fresh: 0, same: 6, changed: 0 });
  });

  test('changes nothing for tables of any content', () => {
    const cell = fc.oneof(
      fc.constantFrom('', '0.5', '1', 'Ana', '**1 Bold**', '2. item', 'List:', 'TBD', '12%'),
      fc.string({ maxLength: 12 }),
    );
    const rows = fc.array(fc.tuple(cell, cell, cell, cell), { maxLength: 12 });
    fc.assert(
      fc.property(rows, (cells) => {
        const text = [['Title', 'Owner', 'Actual', 'Score'], ...cells]
          .map((row) => row.map((one) => `"${one.replaceAll('"', '""')}"`).join(','))
          .join('\n');
        const held = applyPlan(planFile('goals.csv', text, { people }));
        const again = planFile('goals.csv', text, { people, existing: held });
        expect(again.writes).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  test('brings only what the file changed, as new updates beside the old', () => {
    const held = applyPlan(planFile('goals.md', table, { people }));
    const later = table
      .replace('| 0.6 | 0.7 | 0.5 |', '| 0.6 | 0.7 | 0.9 |')
      .replace('| *Not', '| A new one | | | | | | |\n| *Not');
    const plan = planFile('goals.md', later, { people, existing: held });
    expect(plan.counts).toMatchObject({ fresh: 1, changed: 1, same: 5 });
    const [ship] = applyPlan(plan, held);
    expect(Object.values(ship?.value.updates ?? {}).map((update) => update.value)).toEqual(
      expect.arrayContaining([0.6, 0.5, 0.9]),
    );
  });

  test('leaves a closed objective, and what its owner refuses, alone and says so', () => {
    const held = applyPlan(planFile('goals.md', table, { people }));
    const later = table.replace('| 0.6 | 0.7 | 0.5 |', '| 0.6 | 0.7 | 0.9 |');
    const refused = planFile('goals.md', later, { people, existing: held, refusal: () => 'Only Ana can change this.' });
    expect(refused.writes).toEqual([]);
    expect(refused.rows.find((one) => one.title === 'Write the docs')).toMatchObject({
      error: 'Only Ana can change this.',
      effect: 'none',
    });
    const closed = held.map((goal) => ({ ...goal, value: { ...goal.value, state: 'closed' as const } }));
    expect(planFile('goals.md', later, { people, existing: closed }).writes).toEqual([]);
  });
});

describe('a CSV file of goals', () => {
  test('with a column for the objective groups its rows', () => {
    const text =
      'Objective,Key result,Owner,Start,Target,Unit,Actual\nGrow,Ten teams,Ben,0,10,teams,4\n,Two talks,,0,2,,1\nRest,,,,,,\n';
    const plan = planFile('goals.csv', text, { people });
    expect(plan.rows.map(({ kind, title, error }) => ({ kind, title, error }))).toEqual([
      { kind: 'objective', title: 'Grow', error: null },
      { kind: 'key-result', title: 'Ten teams', error: null },
      { kind: 'key-result', title: 'Two talks', error: null },
      { kind: 'objective', title: 'Rest', error: null },
    ]);
    const [grow] = applyPlan(plan);
    expect(Object.values(grow?.value.keyResults ?? {})[0]).toMatchObject({
      title: 'Ten teams',
      target: 10,
      unit: 'teams',
      ownerId: 'b'.repeat(43),
    });
  });

  test('a flat list of titles is a list of objectives', () => {
    const plan = planFile('goals.csv', 'Title;Owner\nGrow;Ana\nRest;Ben\n', { people });
    expect(plan.rows.map((one) => one.kind)).toEqual(['objective', 'objective']);
  });

  test('with quotes that do not add up is refused as a whole, with the line', () => {
    const result = readTables('goals.csv', 'Title,Owner\nA,Ana\n"B,Ben\nC,Cyn\n');
    expect(result).toMatchObject({ ok: false, error: { line: 3 } });
    expect(result.ok ? '' : result.error.sentence).toContain('never closed');
  });

  test('a row with too many cells says so and is left out', () => {
    const plan = planFile('goals.csv', 'Objective,Key result,Owner\nGrow,Ten teams,Ana,extra\nGrow,Two talks,Ben\n', {
      people,
    });
    expect(plan.rows.find((one) => one.title === 'Ten teams')?.error).toContain('4 cells');
    expect(applyPlan(plan)).toHaveLength(1);
  });

  test.each([
    ['an empty file', ''],
    ['a file of blanks', ' \n \n'],
    ['a binary file', 'PK\u0003\u0004\u0000\u0000'],
  ])('%s is refused with a sentence', (_, text) => {
    expect(readTables('goals.csv', text)).toMatchObject({ ok: false });
  });

  test('an equal start and target, a missing target and an endless title are named', () => {
    const plan = planFile(
      'goals.csv',
      `Objective,Key result,Start,Target,Actual\nGrow,Same,5,5,\nGrow,Bare,,,12\nGrow,${'x'.repeat(301)},,,\n`,
    );
    expect(plan.rows.map((one) => one.error)).toEqual([
      null,
      expect.stringContaining('same'),
      expect.stringContaining('needs a target'),
      expect.stringContaining('300'),
    ]);
  });
});

test('no text makes the readers throw, and every row has a cell for each column', () => {
  const line = fc.oneof(
    fc.string(),
    fc.constantFrom('| a | b |', '| --- | :-: |', '|', '```', '# 2020 Q1', '"', 'a,"b",c', '**x**'),
  );
  const name = fc.constantFrom('a.md', 'a.csv', 'a.json', 'a', 'a.tsv');
  fc.assert(
    fc.property(name, fc.array(line, { maxLength: 12 }), (fileName, lines) => {
      const tables = readTables(fileName, lines.join('\n'));
      if (!tables.ok) {
        expect(tables.error.sentence).toMatch(/\.$/);
        return;
      }
      for (const one of tables.value) {
        for (const row of one.rows) expect(row.cells).toHaveLength(one.columns.length);
        interpret(one, guessMapping(one));
      }
    }),
    { numRuns: 400 },
  );
});

test.each([
  ['2019 Q2', '2019-04-01', '2019-06-30'],
  ['OKRs Q4 2023', '2023-10-01', '2023-12-31'],
  ['okrs-2024-q1', '2024-01-01', '2024-03-31'],
  ['H2 2025', '2025-07-01', '2025-12-31'],
  ['2024', '2024-01-01', '2024-12-31'],
])('the period of "%s" is %s to %s', (text, start, end) => {
  expect(periodIn(text)).toMatchObject({ start, end });
});

test('text without a period names none', () => {
  expect(periodIn('Call 2019Q22 or 1234')).toBeNull();
});
