import { connected, createRivalGoals, openRival, untilServed, type RivalGoal } from '../rival.ts';
import { createGoals, found, headsOf, must, open, person, until } from '../ours.ts';
import { startRelay, startRivalServer } from '../processes.ts';
import { percentiles, row } from '../stats.ts';
import type { BenchRow } from './context.ts';

/** From the start of an edit on one side until the other side's query shows it, both connected over loopback. */
export const liveEdit: BenchRow = async ({ quick, folder }) => {
  const rounds = quick ? 40 : 300;
  const relay = await startRelay(`${folder('live-relay')}/relay.db`);
  const writer = await found(folder('live-a'), [relay.url]);
  const { link } = await must(writer.engine, 'invitation.create', {});
  await until(async () => {
    const sync = await writer.engine.read('sync', {});
    return sync.ok && sync.value.pending === 0 && sync.value.relays[0]?.state === 'synced';
  }, 20);
  const reader = await open(folder('live-b'));
  await must(reader.engine, 'team.join', { link, person: person('Reader') });
  const [goal] = await createGoals(writer.engine, 1, 1);
  if (goal === undefined) throw new Error('No goal was made.');
  const ours: number[] = [];
  let seen = -1;
  let wake: () => void = () => undefined;
  const stop = reader.engine.watch('objective', { id: goal.id }, (value) => {
    seen = value.ok ? (value.value.objective?.keyResults[0]?.value ?? -1) : -1;
    wake();
  });
  await until(() => Promise.resolve(seen >= 0));
  for (let nth = 1; nth <= rounds; nth++) {
    const base = await headsOf(writer.engine, goal.id);
    const started = performance.now();
    const arrived = new Promise<void>((resolve) => {
      wake = () => {
        if (seen === nth) resolve();
      };
    });
    await must(writer.engine, 'keyResult.progress', {
      objectiveId: goal.id,
      keyResultId: goal.keyResultId,
      base,
      value: nth,
      confidence: null,
      projection: null,
      note: '',
    });
    await arrived;
    ours.push(performance.now() - started);
  }
  stop();
  await writer.close();
  await reader.close();
  await relay.stop();

  const stored = folder('live-server');
  const server = await startRivalServer(stored);
  const a = openRival(folder('live-rival-a'), server.url);
  const b = openRival(folder('live-rival-b'), server.url);
  const [mine] = await createRivalGoals(a, 1, 1);
  if (mine === undefined) throw new Error('No document was made.');
  await untilServed(server.url, stored, [mine.url], 1);
  await connected(b);
  const theirs = await b.find<RivalGoal>(mine.url);
  const rival: number[] = [];
  for (let nth = 1; nth <= rounds; nth++) {
    const started = performance.now();
    const arrived = new Promise<void>((resolve) => {
      const check = (): void => {
        if (theirs.doc().updates[`n${nth}`] === undefined) return;
        theirs.off('change', check);
        resolve();
      };
      theirs.on('change', check);
    });
    mine.change((doc) => {
      doc.updates[`n${nth}`] = { value: nth, confidence: '', note: '', at: nth };
    });
    await arrived;
    rival.push(performance.now() - started);
  }
  await a.shutdown();
  await b.shutdown();
  await server.stop();
  const [p, q] = [percentiles(ours), percentiles(rival)];
  return [
    row({
      name: 'edit to remote screen data',
      unit: 'ms',
      ours: p.p50,
      oursP95: p.p95,
      rival: q.p50,
      rivalP95: q.p95,
      budget: 'p50 <= 10',
      met: p.p50 <= 10,
      note: 'ours is signed, encrypted and fsynced on three machines before the other side shows it',
    }),
  ];
};
