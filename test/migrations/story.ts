import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import Database from 'better-sqlite3';
import { openProfile, type OpenedProfile } from '#engine/index.ts';
import { dumpReadModels } from '#engine/readmodels/index.ts';
import type { CommandName, CommandParams } from '#shared/protocol/index.ts';
import { expectOk } from '#shared/std/index.ts';
import { seededRandom } from '../support/seeded-random.ts';

const begin = Date.UTC(2026, 4, 11, 9);
const week = ['09:00-17:00', '09:00-17:00', '09:00-17:00', '09:00-17:00', '09:00-17:00', null, null];

/** Opens a profile with time and randomness that are the same at every run. */
export const openSeeded = async (directory: string, seed: number): Promise<OpenedProfile> => {
  let now = begin;
  return expectOk(
    await openProfile({
      directory,
      clock: { now: () => (now += 1000) },
      random: seededRandom(seed),
      timers: { after: () => () => undefined },
      log: { info: () => undefined, warn: () => undefined },
      network: false,
    }),
  );
};

/** A small profile with something of every kind that one person can write. */
export const writeStory = async (profile: OpenedProfile): Promise<void> => {
  const run = async <N extends CommandName>(name: N, params: CommandParams<N>) =>
    expectOk(await profile.engine.run(name, params));
  const { personId } = await run('team.create', {
    teamName: 'Golden',
    person: { name: 'Ana Moreira', timeZone: 'America/Toronto', workingHours: week },
    relayUrls: [],
  });
  const cycle = await run('cycle.create', { title: 'Spring', start: '2026-04-01', end: '2026-06-30' });
  const goal = await run('objective.create', {
    title: 'New teams publish unaided',
    description: 'Without a call, and within a day.',
    cycleId: cycle.id,
    ownerId: personId,
    keyResults: [{ title: 'Teams', type: 'number', unit: 'teams', start: 0, target: 20, ownerId: personId }],
  });
  await run('comment.add', { targetId: goal.id, text: 'A findable remark.' });
  await run('draft.save', { key: 'check-in', value: 'half a thought' });
  await run('pin.set', { targetId: goal.id, pinned: true });
};

/** Everything that must come out the same after every later version has opened it. */
export const outcome = (file: string) => {
  const db = new Database(file);
  const local = db.prepare('SELECT key, value FROM local_drafts ORDER BY key').all();
  const pins = db.prepare('SELECT target_id FROM local_pins ORDER BY target_id').all();
  const entries = db.prepare('SELECT hex(hash) AS hash, state FROM entries ORDER BY hash').all();
  const models = dumpReadModels(db);
  db.close();
  return JSON.parse(JSON.stringify({ local, pins, entries, models })) as {
    readonly local: unknown;
    readonly pins: unknown;
    readonly entries: unknown;
    readonly models: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;
  };
};

const files = ['profile.db', 'profile.key'] as const;

export const pack = (from: string, to: string): void => {
  mkdirSync(to, { recursive: true });
  for (const name of files)
    writeFileSync(join(to, `${name}.gz`), gzipSync(readFileSync(join(from, name)), { level: 9 }));
};

export const unpack = (from: string, to: string): void => {
  mkdirSync(to, { recursive: true });
  for (const name of files) writeFileSync(join(to, name), gunzipSync(readFileSync(join(from, `${name}.gz`))));
};
