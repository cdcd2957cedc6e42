import { randomBytes } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openProfile } from '#engine/index.ts';
import { expectOk } from '#shared/std/index.ts';

const directory = mkdtempSync(join(tmpdir(), 'meridian-undo-'));
afterAll(async () => rm(directory, { recursive: true, force: true }));

const open = async () => {
  let now = Date.UTC(2026, 4, 12, 9);
  const profile = expectOk(
    await openProfile({
      directory,
      clock: { now: () => (now += 1000) },
      random: { bytes: (length) => new Uint8Array(randomBytes(length)) },
      timers: { after: () => () => undefined },
      log: { info: () => undefined, warn: () => undefined },
      network: false,
    }),
  );
  const days = Array.from({ length: 7 }, () => '09:00-17:00');
  const person = { name: 'Hector', timeZone: 'Europe/Lisbon', workingHours: days };
  expectOk(await profile.engine.run('team.create', { teamName: 'Team', person }));
  return profile;
};

test('undone changes are changes like any other: listed, undone again, and the profile verifies', async () => {
  const profile = await open();
  const { engine } = profile;
  const { id: cycleId } = expectOk(
    await engine.run('cycle.create', { title: 'Q2', start: '2026-04-01', end: '2026-06-30' }),
  );
  const { id } = expectOk(
    await engine.run('objective.create', { title: 'Guides', description: 'Why we do it', cycleId, ownerId: null }),
  );
  const objective = async () => expectOk(await engine.read('objective', { id })).objective;
  const base = [...((await objective())?.heads ?? [])];
  const change = { id, base, title: 'Guides bring people in', description: 'Why we really do it' };
  expectOk(await engine.run('objective.update', change, 'first'));

  const history = async () => expectOk(await engine.read('history', { recordId: id })).entries;
  expect((await history()).map(({ undo }) => undo?.refusal ?? null)).toEqual([
    null,
    'This began the record. What has begun is not undone.',
  ]);

  // By the command, as Ctrl+Z does it; then that undo itself, by the entry, as the history does it.
  expectOk(await engine.run('change.undoCommand', { once: 'first' }, 'second'));
  expect(await objective()).toMatchObject({ title: 'Guides', description: 'Why we do it' });
  expect(await engine.run('change.undoCommand', { once: 'first' })).toMatchObject({ ok: false });
  const [undone] = await history();
  expectOk(await engine.run('change.undo', { changes: [{ recordId: id, entryId: undone?.entryId ?? '' }] }));
  expect(await objective()).toMatchObject({ title: change.title, description: change.description });

  expect(await history()).toHaveLength(4);
  expect((await history()).every(({ verified, state }) => verified && state === 'applied')).toBe(true);
  expect(expectOk(await engine.run('verify.run', {})).problems).toEqual([]);
  await profile.close();
}, 60_000);

test('a cycle that is closed with what goes on is whole, and is not taken back in part', async () => {
  await rm(directory, { recursive: true, force: true });
  const profile = await open();
  const { engine } = profile;
  const { id: cycleId } = expectOk(
    await engine.run('cycle.create', { title: 'Q2', start: '2026-04-01', end: '2026-06-30' }),
  );
  const { id } = expectOk(await engine.run('objective.create', { title: 'Guides', cycleId, ownerId: null }));
  const base = [...(expectOk(await engine.read('objective', { id })).objective?.heads ?? [])];
  // The team began with a cycle of its own.
  const cycles = async () =>
    expectOk(await engine.read('cycles', {})).cycles.filter(({ title }) => ['Q2', 'Q3'].includes(title));
  const cycleBase = [...((await cycles())[0]?.heads ?? [])];
  const into = { title: 'Q3', start: '2026-07-01', end: '2026-09-30' };
  const close = (reflection: string) => ({
    id: cycleId,
    base: cycleBase,
    goals: [{ id, base, score: 0.6, reflection }],
    carry: { goalIds: [id], into },
  });
  expect(await engine.run('cycle.close', close(' '), 'refused')).toMatchObject({ ok: false });
  expect(await cycles()).toHaveLength(1);
  const { intoId } = expectOk(await engine.run('cycle.close', close('Start earlier.'), 'closed'));
  expect((await cycles()).map(({ title, state }) => [title, state])).toEqual([
    ['Q3', 'open'],
    ['Q2', 'closed'],
  ]);
  const { rows } = expectOk(await engine.read('goals', { cycleId: intoId ?? '' }));
  expect(rows.map(({ title, state }) => [title, state])).toEqual([['Guides', 'active']]);
  const again = await engine.run('change.undoCommand', { once: 'closed' });
  expect(again).toMatchObject({ ok: false, error: { code: 'conflict' } });
  expect(expectOk(await engine.run('verify.run', {})).problems).toEqual([]);
  await profile.close();
}, 60_000);

test('a template of the team is listed, begins a goal with its key results, and can be put away and back', async () => {
  await rm(directory, { recursive: true, force: true });
  const profile = await open();
  const { engine } = profile;
  const keyResults = [
    { title: 'Guides', type: 'number', unit: '', start: 0, target: 10, direction: 'at-least', weight: 2 },
    { title: 'Available', type: 'threshold', unit: '%', start: 0, target: 99.9, direction: 'at-least', weight: 1 },
  ] as const;
  const { id } = expectOk(
    await engine.run('template.save', {
      title: 'A launch',
      doneMeans: 'Anyone can use it',
      keyResults: [...keyResults],
    }),
  );
  const list = async () => expectOk(await engine.read('goalTemplates', {})).templates;
  const [template] = await list();
  expect(template).toMatchObject({
    id,
    title: 'A launch',
    doneMeans: 'Anyone can use it',
    mayChange: true,
    keyResults,
  });
  const { cycles } = expectOk(await engine.read('cycles', {}));
  const made = expectOk(
    await engine.run('objective.create', {
      title: 'Launch the guides',
      cycleId: cycles[0]?.id ?? '',
      ownerId: null,
      doneMeans: template?.doneMeans ?? '',
      keyResults: template?.keyResults ?? [],
    }),
  );
  const { objective } = expectOk(await engine.read('objective', { id: made.id }));
  expect(objective).toMatchObject({ doneMeans: 'Anyone can use it', keyResults });
  expectOk(await engine.run('template.update', { id, base: [...(template?.heads ?? [])], archived: true }, 'away'));
  expect(await list()).toEqual([]);
  expectOk(await engine.run('change.undoCommand', { once: 'away' }));
  expect(await list()).toHaveLength(1);
  const same = { title: 'Nothing to measure', keyResults: [{ ...keyResults[0], start: 10 }] };
  expect(await engine.run('template.save', same)).toMatchObject({ ok: false, error: { code: 'invalid' } });
  expect(expectOk(await engine.run('verify.run', {})).problems).toEqual([]);
  await profile.close();
}, 60_000);
