import { writeFileSync } from 'node:fs';
import { z } from 'zod';
import { measureIn } from '../processes.ts';
import { createRivalGoals, openRival } from '../rival.ts';
import { row } from '../stats.ts';
import type { BenchRow } from './context.ts';
import { fillProfile } from './fill.ts';

const measured = z.object({
  ready: z.number(),
  rss: z.number(),
  search: z.object({ p50: z.number(), p95: z.number() }).optional(),
});

/** Opening an app with a long history, each in a process of its own; and full-text search in it. */
export const coldOpen: BenchRow = async ({ quick, folder, say }) => {
  const [records, rivalRecords] = quick ? [1_500, 150] : [100_000, 2_000];
  const directory = folder('cold-ours');
  await fillProfile(directory, records, say);
  const runs = [];
  for (let nth = 0; nth < (quick ? 3 : 5); nth++)
    runs.push(measured.parse(await measureIn('./open-ours.ts', [directory])));
  const sorted = runs.sort((a, b) => a.ready - b.ready);
  const ours = sorted[Math.trunc(sorted.length / 2)];
  if (ours === undefined) throw new Error('Nothing was measured.');

  const rivalFolder = folder('cold-rival');
  const repo = openRival(rivalFolder, null);
  const handles = await createRivalGoals(repo, rivalRecords, 3);
  await repo.flush();
  const list = `${folder('cold-list')}/urls.json`;
  writeFileSync(list, JSON.stringify(handles.map((handle) => handle.url)));
  await repo.shutdown();
  const rival = measured.parse(await measureIn('./open-rival.ts', [rivalFolder, list]));
  const search = ours.search ?? { p50: Number.NaN, p95: Number.NaN };
  const megabyte = 1024 * 1024;
  return [
    row({
      name: `cold open, ours ${records}, rival ${rivalRecords} records`,
      unit: 'ms',
      ours: ours.ready,
      rival: rival.ready,
      budget: '<= 100, >= 100x',
      met: ours.ready <= 100 && rival.ready / ours.ready >= 100,
      note: 'until the data of the first screens is there; median of several processes for ours, one for the rival',
    }),
    row({
      name: 'memory after opening',
      unit: 'MB',
      ours: ours.rss / megabyte,
      rival: rival.rss / megabyte,
      budget: '<= 200',
      met: ours.rss / megabyte <= 200,
    }),
    row({
      name: `search, ${records} records`,
      unit: 'ms',
      ours: search.p50,
      oursP95: search.p95,
      budget: 'p95 <= 20',
      met: search.p95 <= 20,
      note: 'the rival has no search',
    }),
  ];
};
