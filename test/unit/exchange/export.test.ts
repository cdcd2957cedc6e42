import fc from 'fast-check';
import { mkdtemp, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { exportFiles, writeExport } from '#engine/exchange/index.ts';
import type { ExistingGoal, ExportSource } from '#engine/exchange/index.ts';
import { err, expectOk, ok } from '#shared/std/index.ts';
import { failure } from '#shared/protocol/index.ts';
import { applyEdits, applyPlan, cycle, now, planFile } from './plans.ts';
import { dataOf, person, viewOf } from './views.ts';

const ana = 'a'.repeat(43);
const people = [person(ana, 'Ana Silva'), person('b'.repeat(43), 'Ben')];

const title = fc
  .oneof(
    fc.string({ minLength: 1, maxLength: 40 }),
    fc.constantFrom('=SUM(A1)', "'=1+1", '@home', '-5', '**bold** [x](y)', '| pipe | "quotes", commas', '<script>'),
  )
  .map((text) => text.toWellFormed().replaceAll('\u0000', '').replace(/\s+/g, ' ').trim())
  .filter((text) => text !== '');
const number = fc.integer({ min: -1000, max: 1000 }).map((value) => value / 4);
const keyResult = fc.record({
  title,
  type: fc.constantFrom('number', 'percent', 'currency', 'milestone'),
  unit: fc.constantFrom('', 'teams', '€'),
  start: number,
  target: number,
  weight: fc.constantFrom(0, 1, 2.5),
  ownerId: fc.constantFrom(null, ana),
  reported: fc.array(
    fc.record({
      value: number,
      projection: fc.option(number),
      confidence: fc.constantFrom('on-track', 'off-track', null),
    }),
    { maxLength: 3 },
  ),
});
const objective = fc.record({
  title,
  ownerId: fc.constantFrom(null, ana),
  description: fc.string({ maxLength: 30 }),
  keyResults: fc.array(keyResult, { maxLength: 4 }),
});

/** Objectives as the team holds them; titles differ, for an import tells goals apart by them. */
const goals: fc.Arbitrary<readonly ExistingGoal[]> = fc
  .uniqueArray(objective, { maxLength: 4, selector: (one) => one.title.normalize('NFKC').toLowerCase() })
  .map((all) =>
    all.map((one, nth) => {
      const items = one.keyResults.filter((item) => item.start !== item.target);
      const edits = items.flatMap(({ reported, ...item }, order) => {
        const id = `key-result-${nth}-${order}`.padEnd(22, '0');
        const fields = Object.entries({ ...item, order }).map(([field, value]) => ({
          path: `keyResults.${id}.${field}`,
          value,
        }));
        const updates = reported.flatMap((update, at) => {
          const updateId = `update-${nth}-${order}-${at}`.padEnd(22, '0');
          const all = { ...update, keyResultId: id, note: '', at: now - 1000 + at };
          return Object.entries(all).map(([field, value]) => ({ path: `updates.${updateId}.${field}`, value }));
        });
        return [...fields, ...updates];
      });
      const own = [
        { path: 'title', value: one.title },
        { path: 'cycleId', value: cycle.id },
        { path: 'ownerId', value: one.ownerId },
        { path: 'description', value: one.description.toWellFormed() },
      ];
      return { recordId: `record-${nth}`, value: applyEdits([...own, ...edits]) };
    }),
  );

const fileOf = (held: readonly ExistingGoal[], path: string): string =>
  exportFiles(dataOf(held, { people }), now).find((file) => file.path === path)?.text ?? '';

/** Content without the ids that a new profile gives anew. */
const contentOf = (held: readonly ExistingGoal[]) =>
  held.map((goal) => {
    const { title: name, description, ownerId, keyResults } = viewOf(goal);
    return {
      name,
      description,
      ownerId,
      keyResults: keyResults.map(({ title: of, type, unit, start, target, weight, ownerId: owner, updates }) => ({
        of,
        type,
        unit,
        start,
        target,
        weight,
        owner,
        updates: updates.map(({ value, confidence, projection, note, at }) => ({
          value,
          confidence,
          projection,
          note,
          at,
        })),
      })),
    };
  });

describe('exported goals', () => {
  test('as JSON import into an empty profile as the same data, and into their own as nothing new', () => {
    fc.assert(
      fc.property(goals, (held) => {
        fc.pre(held.length > 0);
        const text = fileOf(held, 'meridian.json');
        expect(contentOf(applyPlan(planFile('meridian.json', text, { people })))).toEqual(contentOf(held));
        const again = planFile('meridian.json', text, { people, existing: held });
        expect(again.writes).toEqual([]);
        expect(again.counts.errors).toBe(0);
      }),
    );
  });

  test('as CSV import into an empty profile with the same goals and present values, and into their own as nothing new', () => {
    fc.assert(
      fc.property(goals, (held) => {
        fc.pre(held.length > 0);
        const text = fileOf(held, 'goals/2019-q2.csv');
        const plan = planFile('2019-q2.csv', text, { people });
        expect(plan.rows.map((row) => row.error)).toEqual(plan.rows.map(() => null));
        const present = (all: readonly ExistingGoal[]) =>
          all.map(viewOf).map((one) => ({
            title: one.title,
            ownerId: one.ownerId,
            keyResults: one.keyResults.map(
              ({ title: of, type, unit, start, target, weight, ownerId, value, updates }) => [
                of,
                type,
                unit,
                start,
                target,
                weight,
                ownerId,
                value,
                updates.length > 0,
              ],
            ),
          }));
        expect(present(applyPlan(plan))).toEqual(present(held));
        expect(planFile('2019-q2.csv', text, { people, existing: held }).writes).toEqual([]);
      }),
    );
  });
});

describe('what an export writes for other programs', () => {
  const hostile = applyEdits([
    { path: 'title', value: '<script>alert(1)</script> | ![x](http://evil.example/p.png)' },
    { path: 'cycleId', value: cycle.id },
    { path: 'description', value: '# Not a heading\n- [ ] not a task\n<img src=x onerror=alert(1)>' },
  ]);
  const files = exportFiles(
    dataOf([{ recordId: 'record-0', value: hostile }], { people: [person(ana, '=HYPERLINK("http://evil.example")')] }),
    now,
  );
  const text = (path: string): string => files.find((file) => file.path === path)?.text ?? '';

  test('no text of people becomes markup or HTML in Markdown', () => {
    const page = text('goals/2019-q2.md');
    expect(page).not.toMatch(/<[a-z]/i);
    expect(page).not.toMatch(/(^|[^\\])!\[/m);
    expect(page.match(/^#+ /gm)).toEqual(['# ', '## ']);
  });

  test('no text of people becomes a formula in CSV', () => {
    for (const file of files.filter(({ path }) => path.endsWith('.csv'))) {
      expect(file.text).not.toMatch(/(^|,)"?[=+@]/m);
    }
    expect(text('csv/people.csv')).toContain(`"'=HYPERLINK(""http://evil.example"")"`);
  });

  test('file names are plain whatever a cycle is called', () => {
    const cycles = ['../../etc', 'CON', '2019 Q2', '2019/q2', '日本'].map((name) => ({
      cycle: { ...cycle, title: name, state: 'open' as const, heads: [] },
      objectives: [],
    }));
    const paths = exportFiles(dataOf([], { cycles }), now).map((file) => file.path);
    expect(paths.filter((path) => path.startsWith('goals/') && path.endsWith('.md'))).toEqual([
      'goals/etc.md',
      'goals/cycle.md',
      'goals/2019-q2.md',
      'goals/2019-q2-2.md',
      'goals/cycle-2.md',
    ]);
  });
});

describe('writing an export', () => {
  const clock = { now: () => now };
  const source = (broken = false): ExportSource => {
    const answers: Readonly<Record<string, unknown>> = {
      session: { team: null, me: null },
      people: { people },
      cycles: { cycles: [{ ...cycle, state: 'open', heads: [] }], currentId: null },
      goals: { rows: [] },
      checkIns: { checkIns: [] },
      thread: { feedback: [], kudos: [] },
      trust: { spaces: [] },
    };
    const read = async (name: string) => (broken ? err(failure('unavailable', 'Closed.')) : ok(answers[name]));
    return { read: read as ExportSource['read'], records: () => [] };
  };

  test('fills a new folder with files that only this user reads', async () => {
    const directory = join(await mkdtemp(join(tmpdir(), 'meridian-')), 'out');
    const written = expectOk(await writeExport(source(), directory, { clock }));
    expect(written.directory).toBe(directory);
    expect(JSON.parse(await readFile(join(directory, 'meridian.json'), 'utf8'))).toMatchObject({
      format: 'meridian-export',
      version: 1,
    });
    const { mode } = await stat(join(directory, 'feedback.md'));
    expect(process.platform === 'win32' ? 0o600 : mode & 0o777).toBe(0o600);
  });

  test('never mixes with files that are there', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'meridian-'));
    await writeFile(join(directory, 'README.md'), 'mine');
    const first = expectOk(await writeExport(source(), directory, { clock }));
    const second = expectOk(await writeExport(source(), directory, { clock }));
    expect([first.directory, second.directory]).toEqual([
      join(directory, 'meridian-export-2026-05-12'),
      join(directory, 'meridian-export-2026-05-12-2'),
    ]);
    expect(await readFile(join(directory, 'README.md'), 'utf8')).toBe('mine');
  });

  test('says what is wrong with the folder', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'meridian-'));
    await writeFile(join(directory, 'file'), 'x');
    expect(await writeExport(source(), join(directory, 'file'), { clock })).toMatchObject({
      ok: false,
      error: { code: 'invalid', field: 'directory' },
    });
  });

  test('writes nothing when a query fails', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'meridian-'));
    expect(await writeExport(source(true), directory, { clock })).toMatchObject({
      ok: false,
      error: { sentence: 'Closed.' },
    });
    expect(await readdir(directory)).toEqual([]);
  });
});
