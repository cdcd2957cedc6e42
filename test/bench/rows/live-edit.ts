import { connected, createRivalGoals, openRival, untilServed, type RivalGoal } from '../rival.ts';
import { createGoals, found, headsOf, must, open, person, until } from '../ours.ts';
import { startRelay, startRivalServer } from '../processes.ts';
import { percentiles, row } from '../stats.ts';
import type { BenchContext, BenchRow } from './context.ts';
import { fillProfile } from './fill.ts';

/** So many goals, one after the other, each reported on so many times. */
interface Rounds {
  readonly goals: number;
  readonly edits: number;
}

/** A team on a relay: who writes, and who has joined with a link and has everything. */
const startTeam = async ({ folder, say }: BenchContext, records: number) => {
  const relay = await startRelay(`${folder(`live-relay-${records}`)}/relay.db`);
  const home = folder(`live-a-${records}`);
  if (records > 0) await fillProfile(home, records, say);
  const writer = records > 0 ? await open(home) : await found(home, []);
  await must(writer.engine, 'relay.add', { url: relay.url });
  const { link } = await must(writer.engine, 'invitation.create', {});
  await until(async () => {
    const sync = await writer.engine.read('sync', {});
    return sync.ok && sync.value.pending === 0 && sync.value.relays[0]?.state === 'synced';
  }, 20);
  const reader = await open(folder(`live-b-${records}`));
  const started = performance.now();
  await must(reader.engine, 'team.join', { link, person: person('Reader') });
  if (records > 0) say(`  joined a team with ${records} records in ${Math.round(performance.now() - started)} ms`);
  const close = async (): Promise<void> => {
    await writer.close();
    await reader.close();
    await relay.stop();
  };
  return { writer: writer.engine, reader: reader.engine, close };
};

/** Milliseconds of each edit, for each of the series. */
type Measured = readonly (readonly number[])[];

const measureOurs = async (ctx: BenchContext, series: readonly Rounds[], records: number): Promise<Measured> => {
  const { writer, reader, close } = await startTeam(ctx, records);

  const editGoal = async (goal: { readonly id: string; readonly keyResultId: string }, edits: number) => {
    const times: number[] = [];
    let seen = -1;
    let wake: () => void = () => undefined;
    const stop = reader.watch('objective', { id: goal.id }, (value) => {
      // A key result that nobody has reported on yet has no value.
      seen = value.ok && value.value.objective !== null ? (value.value.objective.keyResults[0]?.value ?? 0) : -1;
      wake();
    });
    await until(() => Promise.resolve(seen >= 0));
    for (let nth = 1; nth <= edits; nth++) {
      const base = await headsOf(writer, goal.id);
      const started = performance.now();
      const arrived = new Promise<void>((resolve) => {
        wake = () => {
          if (seen === nth) resolve();
        };
      });
      await must(writer, 'keyResult.progress', {
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
    for (const goal of await createGoals(writer, goals, 1)) times.push(...(await editGoal(goal, edits)));
    measured.push(times);
  }
  await close();
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

const budget = (p50: number) => ({ budget: 'p50 <= 10', met: p50 <= 10 });

/** From the start of an edit on one side until the other side's query shows it, both connected over loopback. */
export const liveEdit: BenchRow = async (ctx) => {
  // As in the other rows a record has 20 edits: a goal that is reported on every week of its cycle, and some more.
  const usual = ctx.quick ? { goals: 2, edits: 20 } : { goals: 15, edits: 20 };
  const grown = { goals: 1, edits: ctx.quick ? 40 : 300 };
  const records = ctx.quick ? 1_500 : 100_000;
  const ours = await measureOurs(ctx, [usual, grown], 0);
  const large = percentiles((await measureOurs(ctx, [usual], records))[0] ?? []);
  const rival = await measureRival(ctx, [usual, grown]);
  const [p, grownP, q, grownQ] = [ours[0], ours[1], rival[0], rival[1]].map((times) => percentiles(times ?? []));
  const sides = (a = percentiles([]), b = percentiles([])) => ({
    unit: 'ms',
    ours: a.p50,
    oursP95: a.p95,
    rival: b.p50,
    rivalP95: b.p95,
  });
  return [
    row({
      name: `edit to remote screen data, ${usual.goals} x ${usual.edits}`,
      ...sides(p, q),
      ...budget(p?.p50 ?? Number.NaN),
      note: 'ours is signed, encrypted and fsynced on three machines before the other side shows it',
    }),
    row({
      name: `the same, ${records} records`,
      unit: 'ms',
      ours: large.p50,
      oursP95: large.p95,
      ...budget(large.p50),
    }),
    row({ name: `the same, one goal with ${grown.edits}`, ...sides(grownP, grownQ) }),
  ];
};
