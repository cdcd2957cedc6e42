import { z } from 'zod';
import { createGoals, found, must, open, progressTimes } from '../ours.ts';
import { measureIn } from '../processes.ts';
import { percentiles, row } from '../stats.ts';
import type { BenchRow } from './context.ts';
import { fillProfile } from './fill.ts';

const measured = z.object({ ready: z.number(), rss: z.number() });

/** What encrypting everything readable on the disk costs: opening, memory, and a durable command, off and on. */
export const encrypted: BenchRow = async ({ quick, folder, say }) => {
  const records = quick ? 1_500 : 100_000;
  const directory = folder('encrypted');
  await fillProfile(directory, records, say);
  const opening = async () => {
    const runs = [];
    for (let nth = 0; nth < 3; nth++) runs.push(measured.parse(await measureIn('./open-ours.ts', [directory])));
    runs.sort((a, b) => a.ready - b.ready);
    return runs[1] ?? { ready: Number.NaN, rss: Number.NaN };
  };
  const off = await opening();
  const profile = await open(directory, false);
  const begun = performance.now();
  await must(profile.engine, 'vault.encrypt', { on: true });
  const rewriting = performance.now() - begun;
  await profile.close();
  const on = await opening();

  const small = await found(folder('encrypted-commands'), []);
  const goals = await createGoals(small.engine, 20, 1);
  const commands = async (rounds: number) => percentiles(await progressTimes(small.engine, goals, rounds));
  const rounds = quick ? 100 : 300;
  await commands(rounds);
  const readable = await commands(rounds);
  await must(small.engine, 'vault.encrypt', { on: true });
  const sealed = await commands(rounds);
  await small.close();
  const megabyte = 1024 * 1024;
  return [
    row({
      name: `cold open, encrypted on disk, ${records} records`,
      unit: 'ms',
      ours: on.ready,
      note: `${off.ready.toFixed(0)} ms where it is readable; switching it on took ${(rewriting / 1000).toFixed(1)} s`,
    }),
    row({
      name: 'memory after opening, encrypted on disk',
      unit: 'MB',
      ours: on.rss / megabyte,
      note: `${(off.rss / megabyte).toFixed(0)} MB where it is readable: lists and search are in memory`,
    }),
    row({
      name: 'local command, durable, encrypted on disk',
      unit: 'ms',
      ours: sealed.p50,
      oursP95: sealed.p95,
      note: `p50 ${readable.p50.toFixed(2)}, p95 ${readable.p95.toFixed(2)} where it is readable`,
    }),
  ];
};
