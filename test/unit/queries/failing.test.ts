import Database from 'better-sqlite3';
import { beforeEach, describe, expect, test } from 'vitest';
import { createWatchers } from '#engine/api/index.ts';
import { createSharing, type QueryHandlers } from '#engine/queries/index.ts';
import { err, ok } from '#shared/std/index.ts';

const corrupt = new Database.SqliteError('database disk image is malformed', 'SQLITE_CORRUPT');
const sound = { items: [] };

let fault: Error | undefined;
let logged: { readonly message: string; readonly detail: unknown }[];
let tasks: (() => void)[];
let told: { readonly of: 'pins' | 'drafts'; readonly value: unknown }[];

/** Everything that was planned, as the event loop would: what throws here would end the engine. */
const runTasks = (): void => {
  for (const task of tasks.splice(0)) task();
};

const watching = () => {
  const handlers = {
    pins: {
      topics: ['local'],
      run: () => {
        if (fault !== undefined) throw fault;
        return sound;
      },
    },
    draft: { topics: ['local'], run: () => ({ value: null, savedAt: null }) },
  } as unknown as QueryHandlers;
  const watchers = createWatchers({
    handlers,
    sharing: createSharing(),
    defer: (task) => void tasks.push(task),
    log: { info: () => undefined, warn: (message, detail) => void logged.push({ message, detail }) },
  });
  watchers.watch('pins', {}, (value) => void told.push({ of: 'pins', value }));
  watchers.watch('draft', { key: 'one' }, (value) => void told.push({ of: 'drafts', value }));
  return watchers;
};

beforeEach(() => {
  fault = undefined;
  logged = [];
  tasks = [];
  told = [];
});

describe('a watched query that throws', () => {
  test('tells its listener that the file is damaged, and the others go on', () => {
    fault = corrupt;
    watching();
    runTasks();
    expect(told).toEqual([
      {
        of: 'pins',
        value: expect.objectContaining({ ok: false, error: expect.objectContaining({ code: 'corrupt' }) }),
      },
      { of: 'drafts', value: ok({ value: null, savedAt: null }) },
    ]);
  });

  test('tells of a defect without its details, which are logged, once for as long as it stays the same', () => {
    fault = new Error('a defect with a secret detail');
    const watchers = watching();
    runTasks();
    watchers.touch(['local']);
    runTasks();
    const [first, ...others] = told.filter(({ of }) => of === 'pins');
    expect(others).toEqual([]);
    expect(first?.value).toMatchObject(err({ code: 'unavailable' }));
    expect(JSON.stringify(first)).not.toContain('secret');
    expect(logged).toHaveLength(1);
    expect(JSON.stringify(logged)).toContain('secret detail');
  });

  test('is computed again with the next change, and right again once it can be', () => {
    const watchers = watching();
    runTasks();
    fault = corrupt;
    watchers.touchAll();
    runTasks();
    fault = undefined;
    watchers.touchAll();
    runTasks();
    expect(told.filter(({ of }) => of === 'pins').map(({ value }) => value)).toEqual([
      ok(sound),
      expect.objectContaining({ ok: false }),
      ok(sound),
    ]);
  });
});

test('a query asked once answers a damaged file as a failure; a defect is left to whoever asked', () => {
  const watchers = watching();
  fault = corrupt;
  expect(watchers.run('pins', {})).toMatchObject(err({ code: 'corrupt' }));
  fault = new Error('a defect');
  expect(() => watchers.run('pins', {})).toThrow('a defect');
});
