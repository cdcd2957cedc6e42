import { deflateRawSync } from 'node:zlib';
import { join as path } from 'node:path';
import Database from 'better-sqlite3';
import { z } from 'zod';
import { sizeOf } from '../folders.ts';
import { currentCycle, found, must, open, person, until } from '../ours.ts';
import { measureIn, startRelay } from '../processes.ts';
import { row, type Row } from '../stats.ts';
import type { BenchContext, BenchRow } from './context.ts';
import { fillGoals } from './fill.ts';

const edits = 20;

interface Joined {
  readonly ms: number;
  readonly uploadMs: number;
  readonly disk: number;
  readonly entryBytes: number;
}

/** A team with `count` goals of 20 entries each on a relay; a newcomer joins and has everything on screen. */
const joinOurs = async ({ folder }: BenchContext, count: number): Promise<Joined> => {
  const relay = await startRelay(`${folder(`join-relay-${count}`)}/relay.db`);
  const home = folder(`join-a-${count}`);
  const empty = await found(home, []);
  const cycleId = await currentCycle(empty.engine);
  await empty.close();
  fillGoals(home, cycleId, count, edits);
  const founder = await open(home);
  const uploading = performance.now();
  await must(founder.engine, 'relay.add', { url: relay.url });
  const { link } = await must(founder.engine, 'invitation.create', {});
  await until(async () => {
    const sync = await founder.engine.read('sync', {});
    return sync.ok && sync.value.pending === 0 && sync.value.relays[0]?.state === 'synced';
  }, 10);
  const uploadMs = performance.now() - uploading;
  await founder.close();
  const newcomer = await open(folder(`join-b-${count}`));
  const started = performance.now();
  await must(newcomer.engine, 'team.join', { link, person: person('Newcomer') });
  const search = await newcomer.engine.read('search', { text: `Objective ${count - 1}` });
  if (!search.ok || search.value.hits.length === 0) throw new Error('The last goal did not arrive.');
  const ms = performance.now() - started;
  await newcomer.close();
  await relay.stop();
  const db = new Database(path(home, 'profile.db'), { readonly: true });
  const bytes =
    db
      .prepare<[], { n: number }>('SELECT sum(length(header) + length(signature) + length(body)) AS n FROM entries')
      .get()?.n ?? 0;
  db.close();
  return { ms, uploadMs, disk: sizeOf(home), entryBytes: bytes };
};

const measured = z.object({ ms: z.number(), uploadMs: z.number(), disk: z.number() });

/** The same with the rival; undefined when its server does not serve what it stored. */
const joinRival = async (
  { folder, say }: BenchContext,
  count: number,
): Promise<z.infer<typeof measured> | undefined> => {
  try {
    const args = [folder(`join-rival-${count}`), String(count), String(edits)];
    return measured.parse(await measureIn('./join-rival.ts', args));
  } catch (cause) {
    say(`  rival: ${cause instanceof Error ? cause.message : String(cause)}`);
    return undefined;
  }
};

/** Bytes of one entry with 20 changes against the same raw Automerge changes, deflated. */
const wire = async ({ folder }: BenchContext): Promise<Row> => {
  const { wireBytes } = await import('./wire.ts');
  const { entry, raw } = await wireBytes(folder('wire'), 20);
  const deflated = deflateRawSync(raw).length;
  return row({
    name: 'wire bytes of 20 changes',
    unit: 'bytes',
    ours: entry,
    rival: deflated,
    budget: '<= 1.3x of rival',
    met: entry <= 1.3 * deflated,
    note: 'ours: header, signature and sealed body; the other column: the deflated raw Automerge changes, unsigned and readable',
  });
};

export const join: BenchRow = async (ctx) => {
  const count = ctx.quick ? 60 : 1_000;
  const ours = await joinOurs(ctx, count);
  ctx.say(`  ours joined ${count} x ${edits} in ${Math.round(ours.ms)} ms`);
  const small = await joinOurs(ctx, count / 10);
  const rival = await joinRival(ctx, count);
  // Of what its server does not serve in such numbers, say at least what it takes for fewer.
  const fewer = rival === undefined ? await joinRival(ctx, count / 5) : undefined;
  const factor = ours.ms / small.ms;
  return [
    row({
      name: `join, ${count} x ${edits}`,
      unit: 'ms',
      ours: ours.ms,
      ...(rival === undefined ? {} : { rival: rival.ms, met: rival.ms / ours.ms >= 8 }),
      budget: '>= 8x',
      note: `verified, decrypted, indexed and fsynced, until search finds the last goal${rival === undefined ? `; the rival's server did not serve ${count}, ${count / 5} took it ${Math.round(fewer?.ms ?? Number.NaN)} ms` : ''}`,
    }),
    row({
      name: `until on the server, ${count} x ${edits}`,
      unit: 'ms',
      ours: ours.uploadMs,
      ...(rival === undefined ? {} : { rival: rival.uploadMs }),
    }),
    row({ name: '10x the records', unit: 'times the time', ours: factor, budget: '<= 12', met: factor <= 12 }),
    row({
      name: `disk, ${count} x ${edits}`,
      unit: 'bytes',
      ours: ours.disk,
      ...(rival === undefined ? {} : { rival: rival.disk }),
      note: `${Math.round(ours.entryBytes / (count * edits))} bytes an entry of one change, signature and padding included; profile with read models and search`,
    }),
    await wire(ctx),
  ];
};
