import { createRivalGoals, openRival } from '../rival.ts';
import { createGoals, found, progressTimes } from '../ours.ts';
import { percentiles, row } from '../stats.ts';
import type { BenchRow } from './context.ts';

/** One edit by a person: ours signed, encrypted and fsynced; the rival's change with a flush, which it does not fsync. */
export const localCommand: BenchRow = async ({ quick, folder }) => {
  const rounds = quick ? 100 : 600;
  const profile = await found(folder('local-ours'), []);
  const goals = await createGoals(profile.engine, 20, 1);
  const ours = await progressTimes(profile.engine, goals, rounds);
  await profile.close();

  const repo = openRival(folder('local-rival'), null);
  const handles = await createRivalGoals(repo, 20, 1);
  await repo.flush();
  const rival: number[] = [];
  for (let nth = 0; nth < rounds; nth++) {
    const handle = handles[nth % handles.length];
    if (handle === undefined) continue;
    const started = performance.now();
    handle.change((goal) => {
      goal.updates[`n${nth}`] = { value: nth, confidence: 'at-risk', note: `Note ${nth}`, at: nth };
    });
    await repo.flush([handle.documentId]);
    rival.push(performance.now() - started);
  }
  await repo.shutdown();
  const [a, b] = [percentiles(ours), percentiles(rival)];
  return [
    row({
      name: 'local command, durable',
      unit: 'ms',
      ours: a.p50,
      oursP95: a.p95,
      rival: b.p50,
      rivalP95: b.p95,
      budget: 'p95 <= 5',
      met: a.p95 <= 5,
      note: 'ours signs, encrypts and fsyncs; the rival writes a file without fsync',
    }),
  ];
};
