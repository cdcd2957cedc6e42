import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { openProfile } from '#engine/index.ts';
import type { CommandResult, EngineApi } from '#shared/protocol/index.ts';
import { expectOk } from '#shared/std/index.ts';

const folder = mkdtempSync(join(tmpdir(), 'meridian-exchange-'));
afterAll(async () => rm(folder, { recursive: true, force: true }));

const withTeam = async <T>(name: string, work: (engine: EngineApi) => Promise<T>): Promise<T> => {
  const profile = expectOk(
    await openProfile({
      directory: join(folder, name),
      clock: { now: () => Date.UTC(2026, 4, 12, 9) },
      random: { bytes: (length) => new Uint8Array(randomBytes(length)) },
      timers: { after: () => () => undefined },
      log: { info: () => undefined, warn: () => undefined },
      network: false,
    }),
  );
  const { engine } = profile;
  const days = Array.from({ length: 7 }, () => '09:00-17:00');
  expectOk(
    await engine.run('team.create', {
      teamName: 'Team',
      person: { name: 'Hector', timeZone: 'Europe/Lisbon', workingHours: days },
    }),
  );
  try {
    return await work(engine);
  } finally {
    await profile.close();
  }
};

const importAll = async (
  engine: EngineApi,
  fileName: string,
  text: string,
): Promise<CommandResult<'import.apply'>[]> => {
  const { tables } = expectOk(await engine.run('import.preview', { fileName, text }));
  const done: CommandResult<'import.apply'>[] = [];
  for (const { index: table } of tables) {
    const { period } = expectOk(await engine.run('import.preview', { fileName, text, table }));
    if (period === null) throw new Error('The table names no period.');
    done.push(expectOk(await engine.run('import.apply', { fileName, text, table, newCycle: period })));
  }
  return done;
};

/** All goals as people see them, without the ids that each team has of its own. */
const goalsOf = async (engine: EngineApi) => {
  const goals: unknown[] = [];
  const { cycles } = expectOk(await engine.read('cycles', {}));
  for (const cycle of cycles.toSorted((a, b) => (a.start < b.start ? -1 : 1))) {
    const { rows } = expectOk(await engine.read('goals', { cycleId: cycle.id }));
    for (const row of rows.filter(({ kind }) => kind === 'objective')) {
      const { objective } = expectOk(await engine.read('objective', { id: row.id }));
      if (objective === null) throw new Error('A goal of the list is not there.');
      const { title, description, progress, keyResults } = objective;
      goals.push({
        cycle: cycle.title,
        title,
        description,
        progress,
        keyResults: keyResults.map((one) => ({
          title: one.title,
          value: one.value,
          progress: one.progress,
          owned: one.ownerId !== null,
          updates: one.updates.map(({ value, projection, note, at }) => ({ value, projection, note, at })),
        })),
      });
    }
  }
  return goals.map((goal) => JSON.stringify(goal)).toSorted();
};

const own = `## 2024 Q3
| Goals | Owner | Actual | Projection | Score |
| --- | --- | --- | --- | --- |
| **1 Ship (Hector)** | | | | |
| Write the docs | Hector / Mo | 0.6 | 0.7 | 0.5 |
| =Ten *teams* | Mo | 0.1 | | |
| **2 Rest** | | | | |
`;
const real = ['CLUSTER.md', 'PROJECT.md'].map((name) =>
  join(import.meta.dirname, '../../../../shared/data/ipfs-okrs', name),
);

describe('goals through a whole profile', () => {
  const files = [
    ['goals.md', own] as const,
    ...real.filter((path) => existsSync(path)).map((path) => [path, readFileSync(path, 'utf8')] as const),
  ];

  test(
    'import once, import again as nothing, export, and come back as the same data',
    { timeout: 60_000 },
    async () => {
      const exported = join(folder, 'out');
      const held = await withTeam('first', async (engine) => {
        for (const [name, text] of files) {
          const [once] = await importAll(engine, name, text);
          expect(once?.created).toBeGreaterThan(0);
          const [again] = await importAll(engine, name, text);
          expect(again).toMatchObject({ created: 0, changed: 0, same: once?.created });
        }
        expectOk(await engine.run('export.write', { directory: exported }));
        for (const again of await importAll(
          engine,
          'meridian.json',
          readFileSync(join(exported, 'meridian.json'), 'utf8'),
        )) {
          expect(again).toMatchObject({ created: 0, changed: 0 });
        }
        const csv = readFileSync(join(exported, 'goals', '2024-q3.csv'), 'utf8');
        expect(await importAll(engine, '2024-q3.csv', csv)).toMatchObject([{ created: 0, changed: 0 }]);
        expect(expectOk(await engine.run('verify.run', {})).problems).toEqual([]);
        return goalsOf(engine);
      });
      expect(held).toHaveLength(files.length === 1 ? 2 : 11);
      await withTeam('second', async (engine) => {
        await importAll(engine, 'meridian.json', readFileSync(join(exported, 'meridian.json'), 'utf8'));
        expect(await goalsOf(engine)).toEqual(held);
      });
    },
  );

  test('a file that is damaged, or a cycle that is not there, leaves everything as it was', async () => {
    await withTeam('third', async (engine) => {
      const before = expectOk(await engine.read('cycles', {}));
      const newCycle = { title: '2024 Q3', start: '2024-07-01', end: '2024-09-30' };
      const damaged = 'Objective,Key result\nGrow,"Ten teams\nRest,Two talks\n';
      expect(await engine.run('import.apply', { fileName: 'a.csv', text: damaged, newCycle })).toMatchObject({
        ok: false,
        error: { code: 'invalid' },
      });
      const cycleId = 'x'.repeat(43);
      expect(await engine.run('import.apply', { fileName: 'a.md', text: own, cycleId })).toMatchObject({ ok: false });
      expect(await engine.run('import.apply', { fileName: 'a.md', text: own })).toMatchObject({
        ok: false,
        error: { field: 'cycleId' },
      });
      expect(expectOk(await engine.read('cycles', {}))).toEqual(before);
    });
  });
});
