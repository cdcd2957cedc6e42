import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { expectOk } from '#shared/std/index.ts';
import { openProfile, type OpenedProfile } from '#engine/index.ts';
import { systemClock, systemRandom, systemTimers } from '#engine/hosts/system-ports.ts';
import { until } from '#test/support/sync/real-ports.ts';

const week = ['09:00-17:00', '09:00-17:00', '09:00-17:00', '09:00-17:00', '09:00-17:00', null, null];

const open = async (directory: string): Promise<OpenedProfile> =>
  expectOk(
    await openProfile({
      directory,
      clock: systemClock,
      random: systemRandom,
      timers: systemTimers,
      log: { info: () => undefined, warn: () => undefined },
      network: false,
    }),
  );

/** Puts noise over the first page of a table, as a bad block of the disk would. */
const spoil = (file: string, table: string): void => {
  const db = new Database(file);
  db.pragma('wal_checkpoint(TRUNCATE)');
  const size = Number(db.pragma('page_size', { simple: true }));
  const page = Number(db.prepare('SELECT rootpage FROM sqlite_schema WHERE name = ?').pluck().get(table));
  db.close();
  const descriptor = openSync(file, 'r+');
  writeSync(descriptor, systemRandom.bytes(size), 0, size, (page - 1) * size);
  closeSync(descriptor);
};

test('a page that cannot be read fails the query that needs it; the others go on, and so does writing', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'meridian-page-'));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true, maxRetries: 5 }));
  const before = await open(directory);
  const person = { name: 'Ana', timeZone: 'UTC', workingHours: week };
  expectOk(await before.engine.run('team.create', { teamName: 'Northern Lights', person, relayUrls: [] }));
  await before.close();
  spoil(join(directory, 'profile.db'), 'goal_templates');

  const { engine, close } = await open(directory);
  onTestFinished(close);
  const told: unknown[] = [];
  engine.watch('goalTemplates', {}, (value) => told.push(value));
  const sessions: unknown[] = [];
  engine.watch('session', {}, (value) => sessions.push(value));
  await until(() => told.length > 0 && sessions.length > 0);
  expect(told[0]).toMatchObject({ ok: false, error: { code: 'corrupt' } });
  expect(sessions[0]).toMatchObject({ ok: true, value: { state: 'ready' } });
  expect(await engine.read('goalTemplates', {})).toMatchObject({ ok: false, error: { code: 'corrupt' } });
  const cycle = { title: 'Autumn', start: '2026-09-01', end: '2026-11-30' };
  expect(await engine.run('cycle.create', cycle)).toMatchObject({ ok: true });
});
