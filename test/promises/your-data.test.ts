import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, expect, it } from 'vitest';
import { systemClock, systemRandom, systemTimers } from '#engine/hosts/system-ports.ts';
import { filesOfKind } from '#engine/exchange/index.ts';
import { openProfile } from '#engine/index.ts';
import { isRecordKind } from '#shared/schema/index.ts';
import { expectOk } from '#shared/std/index.ts';
import { scratch } from '#test/support/running.ts';

// Promise 8, your data is yours: everything exports to open formats. The other half, that goals come back unchanged, is
// test/unit/exchange/round-trip.test.ts.

const { folder, remove } = scratch();
afterAll(remove);

const openSample = async (directory: string) => {
  const profile = expectOk(
    await openProfile({
      directory,
      clock: systemClock,
      random: systemRandom,
      timers: systemTimers,
      log: { info: () => undefined, warn: () => undefined },
      network: false,
    }),
  );
  expectOk(await profile.engine.run('team.sample', {}));
  return profile;
};

/** Every text anywhere in a value. */
const textsIn = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
};

it('everything that a profile can find and show is in its export, in JSON, whole', async () => {
  const directory = join(folder, 'profile');
  const target = join(folder, 'export');
  const profile = await openSample(directory);
  expectOk(await profile.engine.run('export.write', { directory: target }));
  await profile.close();

  const json = readdirSync(target, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.json'));
  const exported = new Set(
    json
      .flatMap((file) => textsIn(JSON.parse(readFileSync(join(target, file), 'utf8'))))
      .flatMap((text) => text.split('\n')),
  );
  const db = new Database(join(directory, 'profile.db'), { readonly: true });
  const held = db
    .prepare<unknown[], { id: string; kind: string }>('SELECT record_id AS id, kind FROM record_view')
    .all();
  const found = db.prepare<unknown[], { kind: string; body: string }>('SELECT kind, body FROM search').all();
  db.close();
  expect(found.length).toBeGreaterThan(50);
  const lines = found.flatMap(({ kind, body }) => body.split('\n').map((line) => ({ kind, line: line.trim() })));
  const written = lines.filter(({ line }) => line.length > 12);
  expect(written.length).toBeGreaterThan(50);
  const all = [...exported].join('\n');
  // A cycle is found by its two days, which the export holds apart.
  const isThere = (line: string): boolean =>
    all.includes(line) || (/^[\d\s-]+$/.test(line) && line.split(' ').every((day) => all.includes(day)));
  expect(written.filter(({ line }) => !isThere(line))).toEqual([]);

  // The same in tables: each record stands in the table of its kind, people by the id that others name them by.
  const present = [...new Set(held.map(({ kind }) => kind))];
  expect(present.length).toBeGreaterThan(10);
  for (const kind of present) {
    const files = isRecordKind(kind) ? filesOfKind[kind] : undefined;
    if (files === undefined) throw new Error(`No file of the export tells of "${kind}".`);
    const table = readFileSync(join(target, files.csv), 'utf8');
    const missing = held.filter((one) => one.kind === kind && kind !== 'person' && !table.includes(one.id));
    expect([kind, missing.length]).toEqual([kind, 0]);
    expect(existsSync(join(target, files.page))).toBe(true);
  }
}, 120_000);
