import { connected, createRivalGoals, openRival, untilServed, type RivalGoal } from '../rival.ts';
import { createGoals, found, headsOf, must, open, person, until } from '../ours.ts';
import { startRelay, startRivalServer } from '../processes.ts';
import { percentiles, row, type Row } from '../stats.ts';
import type { BenchContext, BenchRow } from './context.ts';

/** So many goals, one after the other, each reported on so many times. */
interface Rounds {
  readonly goals: number;
  readonly edits: number;
}

/** Milliseconds of each edit, for each of the series. */
type Measured = readonly (readonly number[])[];

const measureOurs = async ({ folder }: BenchContext, series: readonly Rounds[]): Promise<Measured> => {
  const relay = await startRelay(`${folder('live-relay')}/relay.db`);
  const writer = await found(folder('live-a'), [relay.url]);
  const { link } = await must(writer.engine, 'invitation.create', {});
  await until(async () => {
    const sync = await writer.engine.read('sync', {});
    return sync.ok && sync.value.pending === 0 && sync.value.relays[0]?.state === 'synced';
  }, 20);
  const reader = await open(folder('live-b'));
  await must(reader.engine, 'team.join', { link, person: person('Reader') });

  const editGoal = async (goal: { readonly id: string; readonly keyResultId: string }, edits: number) => {
    const times: number[] = [];
    let seen = -1;
    let wake: () => void = () => undefined;
    const stop = reader.engine.watch('objective', { id: goal.id }, (value) => {
      // A key result that nobody has reported on yet has no value.
      seen = value.ok && value.value.objective !== null ? (value.value.objective.keyResults[0]?.value ?? 0) : -1;
      wake();
    });
    await until(() => Promise.resolve(seen >= 0));
    for (let nth = 1; nth <= edits; nth++) {
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
      times.push(performance.now() - started);
    }
    stop();
    return times;
  };

  const measured: number[][] = [];
  for (const { goals, edits } of series) {
    const times: number[] = [];
    for (const goal of await createGoals(writer.engine, goals, 1)) times.push(...(await editGoal(goal, edits)));
    measured.push(times);
  }
  await writer.close();
  await reader.close();
  await relay.stop();
  return measured;
};

const measureRival = async ({ folder }: BenchContext, series: readonly Rounds[]): Promise<Measured> => {
  const stored = folder('live-server');
  const server = await startRivalServer(stored);
  const a = openRival(folder('live-rival-a'), server.url);
  const b = openRival(folder('live-rival-b'), server.url);
  const measured: number[][] = [];
  for (const { goals, edits } of series) {
    const times: number[] = [];
    const made = await createRivalGoals(a, goals, 1);
    await untilServed(
      server.url,
      stored,
      made.map(({ url }) => url),
      1,
    );
    await connected(b);
    for (const mine of made) {
      const theirs = await b.find<RivalGoal>(mine.url);
      for (let nth = 1; nth <= edits; nth++) {
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
        times.push(performance.now() - started);
      }
    }
    measured.push(times);
  }
  await a.shutdown();
  await b.shutdown();
  await server.stop();
  return measured;
};

/** From the start of an edit on one side until the other side's query shows it, both connected over loopback. */
export const liveEdit: BenchRow = async (ctx) => {
  // As in the other rows a record has 20 edits: a goal that is reported on every week of its cycle, and some more.
  const series = ctx.quick ? [{ goals: 2, edits: 20 }] : [15, 1].map((goals) => ({ goals, edits: 300 / goals }));
  const ours = await measureOurs(ctx, series);
  const rival = await measureRival(ctx, series);
  return series.map(({ goals, edits }, nth): Row => {
    const [p, q] = [percentiles(ours[nth] ?? []), percentiles(rival[nth] ?? [])];
    const measured = { unit: 'ms', ours: p.p50, oursP95: p.p95, rival: q.p50, rivalP95: q.p95 };
    return nth === 0
      ? row({
          name: `edit to remote screen data, ${goals} x ${edits}`,
          ...measured,
          budget: 'p50 <= 10',
          met: p.p50 <= 10,
          note: 'ours is signed, encrypted and fsynced on three machines before the other side shows it',
        })
      : row({ name: `the same, one goal with ${edits}`, ...measured });
  });
};
