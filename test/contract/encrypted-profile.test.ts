import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CommandName, CommandParams, QueryName, QueryParams } from '#shared/protocol/index.ts';
import { expectOk } from '#shared/std/index.ts';
import { openProfile, type OpenedProfile } from '#engine/index.ts';
import { wipe } from '#engine/profile/guards.ts';
import { migrations } from '#engine/profile/index.ts';
import { openSealed } from '#engine/sealed/index.ts';
import { keptOnDisk } from '#engine/sealed/tables.ts';
import { systemClock, systemRandom, systemTimers } from '#engine/hosts/system-ports.ts';

const week = ['09:00-17:00', '09:00-17:00', '09:00-17:00', '09:00-17:00', '09:00-17:00', null, null];
/** Words that appear nowhere but in what is written here. */
const words = {
  team: 'Quokkaborough',
  person: 'Zephyrine Wolfe',
  goal: 'Zanzibarian onboarding',
  prose: 'A xylophone rehearsal every fortnight',
  cycle: 'Kumquat season',
  draft: 'Half a marmalade thought',
  relay: 'wss://relay.pomegranate.example/',
};

let folder: string;
let profile: OpenedProfile;
let cycleId: string;

const open = async (directory: string): Promise<OpenedProfile> =>
  expectOk(
    await openProfile({
      directory,
      clock: systemClock,
      random: systemRandom,
      timers: systemTimers,
      log: { info: () => undefined, warn: () => undefined },
      network: false,
      passphraseCost: { operations: 1, memory: 8192 },
    }),
  );
const run = async <N extends CommandName>(name: N, params: CommandParams<N>) =>
  expectOk(await profile.engine.run(name, params));
const read = async <N extends QueryName>(name: N, params: QueryParams<N>, of = profile) =>
  expectOk(await of.engine.read(name, params));

/** Every word that some file of the folder shows, as UTF-8, UTF-16 or in a JSON escape. */
const readableIn = (directory: string): string[] => {
  const files = readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name)));
  return Object.entries(words).flatMap(([name, text]) =>
    // Automerge and FTS5 keep pieces: the longest word alone must not be there either.
    [text, ...text.split(/[^A-Za-z]+/).filter((one) => one.length > 6)].some((piece) =>
      [piece, piece.toLowerCase()].some((form) =>
        files.some((bytes) => bytes.includes(form) || bytes.includes(Buffer.from(form, 'utf16le'))),
      ),
    )
      ? [name]
      : [],
  );
};

/** All that the interface shows of what was written. */
const shown = async (of = profile) => ({
  goals: await read('goals', { cycleId }, of),
  cycles: await read('cycles', {}, of),
  people: await read('people', {}, of),
  draft: await read('draft', { key: 'note' }, of),
  found: (await read('search', { text: 'xylophone' }, of)).hits.map((hit) => hit.title),
  problems: expectOk(await of.engine.run('verify.run', {})).problems,
});

const directory = (): string => join(folder, 'profile');

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'meridian-sealed-'));
  profile = await open(directory());
  await run('team.create', {
    teamName: words.team,
    person: { name: words.person, timeZone: 'America/Toronto', workingHours: week },
    relayUrls: [words.relay],
  });
  cycleId = (await run('cycle.create', { title: words.cycle, start: '2026-09-01', end: '2026-11-30' })).id;
  await write(words.goal);
  await run('draft.save', { key: 'note', value: words.draft });
});
afterEach(async () => {
  await profile.close();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

const write = (title: string) =>
  run('objective.create', { title, description: `${words.prose} by ${title}`, cycleId, ownerId: null });

describe('a profile that is encrypted on the disk', () => {
  it('shows everything in a search of the disk before, nothing after: in use, killed, closed, locked', async () => {
    expect(readableIn(directory()).sort()).toEqual(Object.keys(words).sort());
    await run('vault.encrypt', { on: true });
    expect(readableIn(directory())).toEqual([]);
    await write(`${words.goal} again`);
    await run('draft.save', { key: 'more', value: words.draft });
    expect(readableIn(directory()), 'in use').toEqual([]);
    // What a kill leaves is what is on the disk now: file and write-ahead log.
    cpSync(directory(), join(folder, 'killed'), { recursive: true });
    expect(readableIn(join(folder, 'killed'))).toEqual([]);
    await run('vault.setPassphrase', { passphrase: 'a river under the moon' });
    await run('vault.lock', {});
    expect(readableIn(directory()), 'locked').toEqual([]);
    await profile.close();
    expect(readableIn(directory()), 'closed').toEqual([]);
  });

  it('B6: shows the same as before, verifies clean, and goes back to the readable form unchanged', async () => {
    const before = await shown();
    expect(before.problems).toEqual([]);
    expect(before.found).toEqual([words.goal]);
    await run('vault.encrypt', { on: true });
    expect((await read('security', {})).encrypted).toBe(true);
    expect(await shown()).toEqual(before);
    await profile.close();
    profile = await open(directory());
    expect(await shown()).toEqual(before);
    await run('vault.encrypt', { on: false });
    expect((await read('security', {})).encrypted).toBe(false);
    expect(await shown()).toEqual(before);
    expect(readableIn(directory())).not.toEqual([]);
    const plain = new Database(join(directory(), 'profile.db'), { readonly: true });
    expect(plain.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(plain.prepare("SELECT name FROM sqlite_master WHERE name LIKE 'sealed_%'").all()).toEqual([]);
    plain.close();
  });

  it('B3: has after a kill everything that was acknowledged: records, search, drafts, settings', async () => {
    await run('vault.encrypt', { on: true });
    const copies: string[] = [];
    for (let step = 0; step < 4; step += 1) {
      await write(`Step ${step}`);
      await run('draft.save', { key: 'note', value: `${words.draft} ${step}` });
      const copy = join(folder, `killed ${step}`);
      cpSync(directory(), copy, { recursive: true });
      copies.push(copy);
    }
    await run('draft.save', { key: 'note', value: '' });
    for (const [step, copy] of copies.entries()) {
      for (let again = 0; again < 2; again += 1) {
        const revived = await open(copy);
        const { goals, ...rest } = await shown(revived);
        expect(JSON.stringify(goals)).toContain(`Step ${step}`);
        expect(JSON.stringify(goals)).not.toContain(`Step ${step + 1}`);
        expect(rest.draft.value).toBe(`${words.draft} ${step}`);
        expect(rest.found).toHaveLength(step + 2);
        expect(rest.problems).toEqual([]);
        await revived.close();
      }
    }
  });

  it('R9: forgets what is erased, writes its file anew, and has after a kill what was written since', async () => {
    await run('vault.encrypt', { on: true });
    const [goal] = (await read('goals', { cycleId })).rows;
    const said = await run('comment.add', { targetId: goal?.id ?? '', text: 'a zeppelin of regrets' });
    await run('record.redact', { recordId: said.id });
    await write('After the erasure');
    const copy = join(folder, 'killed');
    cpSync(directory(), copy, { recursive: true });
    const revived = await open(copy);
    expect((await read('goals', { cycleId }, revived)).rows.map(({ title }) => title)).toContain('After the erasure');
    expect((await read('search', { text: 'zeppelin' }, revived)).hits).toEqual([]);
    expect((await shown(revived)).problems).toEqual([]);
    await revived.close();
    expect((await shown()).problems).toEqual([]);
  });

  it('rebuilds to the same', async () => {
    await run('vault.encrypt', { on: true });
    const before = await shown();
    await run('rebuild.run', {});
    expect(await shown()).toEqual(before);
  });

  it('is emptied as a whole, in memory and in the file', async () => {
    await run('vault.encrypt', { on: true });
    await profile.close();
    const path = join(directory(), 'profile.db');
    const key = readFileSync(join(directory(), 'profile.key'));
    const sealed = expectOk(openSealed(path, key, systemRandom, migrations));
    wipe({ db: sealed.db });
    sealed.settled();
    sealed.close();
    const disk = new Database(path, { readonly: true });
    for (const table of keptOnDisk) expect(disk.prepare(`SELECT 1 FROM ${table}`).all(), table).toEqual([]);
    disk.close();
    profile = await open(directory());
    expect((await read('session', {})).state).toBe('empty');
    expect((await read('draft', { key: 'note' })).value).toBeNull();
  });

  it('B6: waits with what is asked while it is rewritten, and no window hears of it', async () => {
    const heard: string[] = [];
    const stop = profile.engine.watch('session', {}, (value) =>
      heard.push(value.ok ? value.value.state : value.error.code),
    );
    const rewriting = profile.engine.run('vault.encrypt', { on: true });
    const written = Array.from({ length: 5 }, (_, step) =>
      profile.engine.run('draft.save', { key: `k${step}`, value: 'x' }),
    );
    const asked = profile.engine.read('goals', { cycleId });
    expect((await rewriting).ok).toBe(true);
    for (const one of await Promise.all(written)) expect(one.ok).toBe(true);
    expect((await asked).ok).toBe(true);
    stop();
    expect(heard.filter((state) => state !== 'ready')).toEqual([]);
  });

  it.each(['sealed_manifest', 'sealed_snapshot', 'sealed_changes'])(
    'B5: is refused with a sentence when a byte of %s is flipped, and nothing is lost by that',
    async (table) => {
      await run('vault.encrypt', { on: true });
      await write('One more');
      const copy = join(folder, 'flipped');
      cpSync(directory(), copy, { recursive: true });
      const db = new Database(join(copy, 'profile.db'));
      const row = db.prepare<[], { n: number; bytes: Buffer }>(`SELECT rowid AS n, bytes FROM ${table} LIMIT 1`).get();
      if (row === undefined) throw new Error('Nothing to flip.');
      const flipped = Buffer.from(row.bytes);
      flipped[flipped.length >> 1] = (flipped[flipped.length >> 1] ?? 0) ^ 1;
      db.prepare(`UPDATE ${table} SET bytes = ? WHERE rowid = ?`).run(flipped, row.n);
      db.close();
      const opened = await openProfile({
        directory: copy,
        clock: systemClock,
        random: systemRandom,
        timers: systemTimers,
        log: { info: () => undefined, warn: () => undefined },
        network: false,
      });
      expect(opened).toMatchObject({ ok: false, error: { code: 'corrupt' } });
      const entries = new Database(join(copy, 'profile.db'), { readonly: true });
      expect(entries.prepare<[], { n: number }>('SELECT count(*) AS n FROM entries').get()?.n).toBeGreaterThan(3);
      entries.close();
    },
  );
});
