import { writeFileSync } from 'node:fs';
import { z } from 'zod';
import { createGoals, currentCycle, found, open, progressTimes } from '../ours.ts';
import { measureIn } from '../processes.ts';
import { createRivalGoals, openRival } from '../rival.ts';
import { percentiles, row } from '../stats.ts';
import type { BenchContext, BenchRow } from './context.ts';
import { fillGoals, fillProfile } from './fill.ts';

/** `search` is what no query was measured for where none was asked. */
const measured = z.object({
  ready: z.number(),
  rss: z.number(),
  search: z.object({ p50: z.number().nullable(), p95: z.number().nullable() }).optional(),
});

const megabyte = 1024 * 1024;
const edits = 20;

/** The run with the median time of `times`, each a process of its own. */
const openings = async (times: number, program: string, args: readonly string[]) => {
  const runs: z.infer<typeof measured>[] = [];
  for (let nth = 0; nth < times; nth++) runs.push(measured.parse(await measureIn(program, [...args])));
  const median = runs.sort((a, b) => a.ready - b.ready)[Math.trunc(runs.length / 2)];
  if (median === undefined) throw new Error('Nothing was measured.');
  return median;
};

/** As many goals as the rival has, with as many edits, all of the present cycle: the first screens list them all. */
const ownGoals = async ({ folder }: BenchContext, count: number): Promise<string> => {
  const directory = folder('cold-ours-goals');
  const empty = await found(directory, []);
  const cycleId = await currentCycle(empty.engine);
  await empty.close();
  fillGoals(directory, cycleId, count, edits);
  return directory;
};

/** Opening an app with a long history, each in a process of its own; and commands and full-text search in it. */
export const coldOpen: BenchRow = async (ctx) => {
  const { quick, folder, say } = ctx;
  const [records, both] = quick ? [1_500, 150] : [100_000, 2_000];
  const directory = folder('cold-ours');
  await fillProfile(directory, records, say);
  const ours = await openings(quick ? 3 : 5, './open-ours.ts', [directory, 'search']);
  const profile = await open(directory, false);
  const commands = percentiles(
    await progressTimes(profile.engine, await createGoals(profile.engine, 20, 1), quick ? 100 : 600),
  );
  await profile.close();
  const ourGoals = await openings(quick ? 3 : 5, './open-ours.ts', [await ownGoals(ctx, both)]);

  const rivalFolder = folder('cold-rival');
  const repo = openRival(rivalFolder, null);
  const handles = await createRivalGoals(repo, both, edits, 0);
  await repo.flush();
  const list = `${folder('cold-list')}/urls.json`;
  writeFileSync(list, JSON.stringify(handles.map((handle) => handle.url)));
  await repo.shutdown();
  const rival = await openings(1, './open-rival.ts', [rivalFolder, list]);
  const p95 = ours.search?.p95 ?? Number.NaN;
  return [
    row({
      name: `cold open, ${records} records`,
      unit: 'ms',
      ours: ours.ready,
      budget: '<= 100',
      met: ours.ready <= 100,
      note: 'until the data of the first screens is there; median of several processes',
    }),
    row({
      name: 'memory after opening',
      unit: 'MB',
      ours: ours.rss / megabyte,
      budget: '<= 200',
      met: ours.rss / megabyte <= 200,
    }),
    row({
      name: `local command, durable, ${records} records`,
      unit: 'ms',
      ours: commands.p50,
      oursP95: commands.p95,
      budget: 'p95 <= 5',
      met: commands.p95 <= 5,
    }),
    row({
      name: `cold open, ${both} x ${edits}`,
      unit: 'ms',
      ours: ourGoals.ready,
      rival: rival.ready,
      budget: '>= 100x',
      met: rival.ready / ourGoals.ready >= 100,
      note: 'both list every goal: the rival by its title, ours with progress, pace and alarm',
    }),
    row({ name: 'memory after that', unit: 'MB', ours: ourGoals.rss / megabyte, rival: rival.rss / megabyte }),
    row({
      name: `search, ${records} records`,
      unit: 'ms',
      ours: ours.search?.p50 ?? Number.NaN,
      oursP95: p95,
      budget: 'p95 <= 20',
      met: p95 <= 20,
      note: 'the rival has no search',
    }),
  ];
};
