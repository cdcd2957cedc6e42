import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, expect, test, vi } from 'vitest';
import { systemClock, systemRandom, systemTimers } from '#engine/hosts/system-ports.ts';
import { openProfile } from '#engine/index.ts';

// Here all of them are compiled at once, also those that nothing in this test uses.
vi.mock('#engine/store/lazy-statements.ts', () => ({ compileLazily: (db: unknown) => void db }));

const folder = mkdtempSync(join(tmpdir(), 'meridian-plans-'));
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true, force: true });
});

/** Statements that read a whole growing table because that is what they are for: counting, rebuilding, going through all. */
const whole = [
  /^SELECT count\(\*\) AS n FROM entries$/,
  /^SELECT \* FROM records ORDER BY id$/,
  /^SELECT \* FROM logs$/,
  // Asked while somebody looks at what is theirs to erase; an index by author would cost every write.
  /^SELECT count\(\*\) AS n FROM (record_view WHERE kind = '\w+' AND author_id|progress_updates WHERE by_id) = \?$/,
];

/** Tables that grow with the years. */
const growing = ['entries', 'records', 'changes', 'touches', 'record_view', 'comments', 'progress_updates', 'plans'];

/** Nothing for each of a statement's parameters: a plan is made without looking at values. */
const valuesFor = (sql: string): unknown[] => {
  const names = [...sql.matchAll(/[@$:](\w+)/g)].map(([, name]) => [name, null]);
  const places = [...sql.matchAll(/\?/g)].map(() => null);
  return names.length > 0 ? [...places, Object.fromEntries(names)] : places;
};

/** The name by which a statement calls a table. */
const aliasOf = (sql: string, table: string): string =>
  new RegExp(`\\b${table} (?:AS )?(\\w+)`).exec(sql)?.[1] ?? table;

const isWhole = (sql: string): boolean => whole.some((pattern) => pattern.test(sql.trim()));

test('no statement that a profile prepares reads a growing table from end to end', async () => {
  const statements = new Set<string>();
  const prepare = Database.prototype.prepare;
  vi.spyOn(Database.prototype, 'prepare').mockImplementation(function (this: Database.Database, sql: string) {
    statements.add(sql);
    return prepare.call(this, sql);
  });
  const opened = await openProfile({
    directory: folder,
    clock: systemClock,
    random: systemRandom,
    timers: systemTimers,
    log: { info: () => undefined, warn: () => undefined },
    network: false,
  });
  if (!opened.ok) throw new Error(opened.error.sentence);
  const hours = ['09:00-17:00', null, null, null, null, null, null];
  const team = { teamName: 'Plans', person: { name: 'Ada', timeZone: 'UTC', workingHours: hours } };
  const made = await opened.value.engine.run('team.create', team);
  expect(made.ok).toBe(true);
  await opened.value.engine.read('session', {});
  await opened.value.engine.read('today', {});
  vi.restoreAllMocks();

  const db = new Database(join(folder, 'profile.db'), { readonly: true });
  const scans = [...statements].flatMap((sql) => {
    if (isWhole(sql) || !/^\s*(SELECT|WITH|UPDATE|DELETE)/.test(sql)) return [];
    const plan = db.prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`).all(...valuesFor(sql));
    const scanned = plan.filter(({ detail }) =>
      growing.some((table) => new RegExp(`^SCAN (${table}|${aliasOf(sql, table)})$`).test(detail)),
    );
    return scanned.map(({ detail }) => `${detail}: ${sql}`);
  });
  db.close();
  await opened.value.close();
  expect(statements.size).toBeGreaterThan(100);
  expect(scans).toEqual([]);
});
