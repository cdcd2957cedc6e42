import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EngineClient } from '#shared/protocol/index.ts';
import { scratch, startProfile, type RunningProfile } from '#test/support/running.ts';
import { createTeam, read, run } from '#test/support/team.ts';

const data = join(import.meta.dirname, '..', '..', '..', 'shared', 'data', 'ipfs-okrs');
const { folder, remove } = scratch();
let ana: RunningProfile;
let other: RunningProfile;

beforeAll(async () => {
  ana = await startProfile(join(folder, 'ana'));
  other = await startProfile(join(folder, 'other'));
  await createTeam(ana.client, 'Ana');
  await createTeam(other.client, 'Ana');
});
afterAll(async () => {
  await ana.stop();
  await other.stop();
  remove();
});

const importFile = async (client: EngineClient, fileName: string, text: string, table = 0) => {
  const source = { fileName, text, table };
  const preview = await run(client, 'import.preview', source);
  const { cycles } = await read(client, 'cycles', {});
  const known = cycles.find(({ start }) => start === preview.period?.start);
  const target =
    known === undefined
      ? { newCycle: preview.period ?? { title: 'x', start: '2019-04-01', end: '2019-06-30' } }
      : { cycleId: known.id };
  return { preview, applied: await run(client, 'import.apply', { ...source, ...target }) };
};

/** What the goals of a cycle say, without ids: these differ between profiles. */
const goalsOf = async (client: EngineClient, cycleId: string) => {
  const { rows } = await read(client, 'goals', { cycleId });
  const objectives = rows.filter(({ kind }) => kind === 'objective');
  const full = await Promise.all(objectives.map(async ({ id }) => (await read(client, 'objective', { id })).objective));
  return full.map((objective) => ({
    title: objective?.title,
    description: objective?.description,
    progress: objective?.progress,
    score: objective?.score,
    keyResults: objective?.keyResults.map(
      ({ title, type, unit, start, target, value, projection, progress, weight }) => ({
        ...{ title, type, unit, start, target, value, projection, progress, weight },
      }),
    ),
  }));
};

describe.skipIf(!existsSync(data))('import of the tables of a real team', () => {
  it.each([
    ['CLUSTER.md', 4],
    ['PROJECT.md', 5],
  ])('%s becomes %i objectives with their key results, and importing again changes nothing', async (name, count) => {
    const text = readFileSync(join(data, name), 'utf8');
    const { preview, applied } = await importFile(ana.client, name, text);
    expect(preview.rows.filter(({ kind, error }) => kind === 'objective' && error === null)).toHaveLength(count);
    expect(preview.errors).toBe(0);
    const before = await goalsOf(ana.client, applied.cycleId);
    const entries = (await read(ana.client, 'trust', {})).entries;
    const again = await importFile(ana.client, name, text);
    expect(again.applied).toMatchObject({ created: 0, changed: 0, cycleId: applied.cycleId });
    expect(await goalsOf(ana.client, applied.cycleId)).toEqual(before);
    expect((await read(ana.client, 'trust', {})).entries).toBe(entries);
    expect(before.every(({ keyResults }) => (keyResults?.length ?? 0) > 0)).toBe(true);
  });

  it('what was exported imports to the same goals elsewhere', async () => {
    const { directory } = await run(ana.client, 'export.write', { directory: join(folder, 'out') });
    const files = readdirSync(directory, { recursive: true, encoding: 'utf8' });
    for (const kind of ['.md', '.csv', '.json']) expect(files.some((file) => file.endsWith(kind))).toBe(true);
    const { cycles } = await read(ana.client, 'cycles', {});
    const text = readFileSync(join(directory, 'meridian.json'), 'utf8');
    const { preview: first } = await importFile(other.client, 'meridian.json', text);
    for (const { index } of first.tables) {
      const { preview } = await importFile(other.client, 'meridian.json', text, index);
      expect(preview.rows.filter(({ error }) => error !== null)).toEqual([]);
    }
    const elsewhere = (await read(other.client, 'cycles', {})).cycles;
    for (const cycle of cycles) {
      const same = elsewhere.find(({ start, end }) => start === cycle.start && end === cycle.end);
      if (same === undefined) throw new Error(`${cycle.title} did not arrive`);
      expect(await goalsOf(other.client, same.id)).toEqual(await goalsOf(ana.client, cycle.id));
    }
  });
});

describe('a file that is not what it seems', () => {
  it.each([
    ['empty', 'a.csv', ''],
    ['an unclosed quote', 'a.csv', 'Objective,Score\n"Half a title,0.5\n'],
    ['binary', 'a.csv', '\u0000\u0001\u0002PK\u0003\u0004'],
    ['prose', 'a.md', '# Notes\n\nNo table here.\n'],
  ])('%s imports nothing and says why', async (_name, fileName, text) => {
    const entries = (await read(ana.client, 'trust', {})).entries;
    const applied = await ana.client.run('import.apply', {
      fileName,
      text,
      newCycle: { title: 'Q', start: '2020-01-01', end: '2020-03-31' },
    });
    if (applied.ok) expect(applied.value.created).toBe(0);
    else expect(applied.error.sentence).not.toBe('');
    expect((await read(ana.client, 'trust', {})).entries - entries).toBeLessThanOrEqual(applied.ok ? 1 : 0);
  });
});
