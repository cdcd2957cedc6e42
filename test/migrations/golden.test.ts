import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { migrations } from '#engine/profile/index.ts';
import { expectOk } from '#shared/std/index.ts';
import { openSeeded, outcome, unpack, writeStory } from './story.ts';

const golden = join(import.meta.dirname, 'golden');
const versions = readdirSync(golden).sort();

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'meridian-golden-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

type Outcome = ReturnType<typeof outcome>;

/** What an older version knew of a table; a later one may have more columns and more tables. */
const asFarAsKnown = (now: Outcome, then: Outcome): Outcome => ({
  ...now,
  models: Object.fromEntries(
    Object.entries(then.models).map(([table, rows]) => {
      const names = Object.keys(rows[0] ?? {});
      return [
        table,
        (now.models[table] ?? []).map((row) => Object.fromEntries(names.map((name) => [name, row[name]]))),
      ];
    }),
  ),
});

describe.each(versions)('a profile of format %s', (version) => {
  const expected = JSON.parse(readFileSync(join(golden, version, 'expected.json'), 'utf8')) as Outcome;

  it.each(['readable', 'encrypted'])(
    'B7: that is %s opens in this version, verifies, and shows what it showed',
    async (form) => {
      unpack(join(golden, version, form), folder);
      const profile = await openSeeded(folder, 3);
      const { problems } = expectOk(await profile.engine.run('verify.run', {}));
      expect(problems).toEqual([]);
      const found = expectOk(await profile.engine.read('search', { text: 'findable' }));
      expect(found.hits).toHaveLength(1);
      if (form === 'encrypted') expectOk(await profile.engine.run('vault.encrypt', { on: false }));
      await profile.close();
      expect(asFarAsKnown(outcome(join(folder, 'profile.db')), expected)).toEqual(expected);
    },
  );

  it('B7: that is encrypted, is written to and ends hard, opens again and again with nothing lost', async () => {
    const used = join(folder, 'used');
    mkdirSync(used);
    unpack(join(golden, version, 'encrypted'), used);
    const profile = await openSeeded(used, 6);
    // What a kill leaves is what is on the disk now: before anything was written, and after.
    cpSync(used, join(folder, 'untouched'), { recursive: true });
    expectOk(await profile.engine.run('cycle.create', { title: 'Later', start: '2027-01-01', end: '2027-03-31' }));
    expectOk(await profile.engine.run('draft.save', { key: 'late', value: 'the other half' }));
    const written = expectOk(await profile.engine.read('cycles', {})).cycles;
    cpSync(used, join(folder, 'written'), { recursive: true });
    await profile.close();
    for (const [name, cycles] of [
      ['untouched', written.filter(({ title }) => title !== 'Later')],
      ['written', written],
    ] as const) {
      const revived = await openSeeded(join(folder, name), 7);
      expect(expectOk(await revived.engine.read('cycles', {})).cycles, name).toEqual(cycles);
      expect(expectOk(await revived.engine.read('draft', { key: 'late' })).value !== null).toBe(name === 'written');
      expect(expectOk(await revived.engine.read('search', { text: 'findable' })).hits).toHaveLength(1);
      expect(expectOk(await revived.engine.run('verify.run', {})).problems).toEqual([]);
      cpSync(join(folder, name), join(folder, `${name} again`), { recursive: true });
      await revived.close();
      const again = await openSeeded(join(folder, `${name} again`), 8);
      expect(expectOk(await again.engine.read('cycles', {})).cycles, name).toEqual(cycles);
      await again.close();
    }
  });

  it('goes on: what is written now is there at the next start, and a rebuild agrees', async () => {
    unpack(join(golden, version, 'readable'), folder);
    const profile = await openSeeded(folder, 4);
    expectOk(await profile.engine.run('cycle.create', { title: 'Later', start: '2027-01-01', end: '2027-03-31' }));
    const before = expectOk(await profile.engine.read('cycles', {}));
    expectOk(await profile.engine.run('rebuild.run', {}));
    expect(expectOk(await profile.engine.read('cycles', {}))).toEqual(before);
    expect(before.cycles.map((cycle) => cycle.title)).toEqual(expect.arrayContaining(['Later', 'Spring']));
    await profile.close();
    const again = await openSeeded(folder, 5);
    expect(expectOk(await again.engine.read('cycles', {})).cycles).toHaveLength(before.cycles.length);
    await again.close();
  });
});

describe('the golden profiles', () => {
  it('are of formats that this version can have come from', () => {
    for (const version of versions) expect(Number(version.slice(1))).toBeLessThanOrEqual(migrations.length);
  });

  it('are written from a story that comes out the same every time', async () => {
    const outcomes: Outcome[] = [];
    for (const name of ['a', 'b']) {
      const profile = await openSeeded(join(folder, name), 1);
      await writeStory(profile);
      await profile.close();
      outcomes.push(outcome(join(folder, name, 'profile.db')));
    }
    expect(outcomes[0]?.models).toEqual(outcomes[1]?.models);
    expect(outcomes[0]?.entries).toEqual(outcomes[1]?.entries);
  });
});
