import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { migrations } from '#engine/profile/migrations.ts';
import { openStore } from '#engine/store/index.ts';
import type { EngineApi } from '#shared/protocol/index.ts';
import { expectOk } from '#shared/std/index.ts';
import { startLabRelay } from '#test/support/sync/relay-lab.ts';
import { contentOf, faultsAfter, open } from './reopen.ts';
import { runChild, type Ended, type Task } from './run-child.ts';

/** One thing that a profile does while it is killed. */
export interface Scenario {
  readonly name: string;
  /** Does it once in a fresh copy, killed in front of that step; everything that is wrong afterwards. */
  readonly kill: (at: number) => Promise<{ readonly killed: boolean; readonly faults: readonly string[] }>;
  /** Steps towards the disk of a run that nobody kills. */
  readonly steps: () => Promise<number>;
  readonly close: () => Promise<void>;
}

const week = ['09:00-17:00', '09:00-17:00', '09:00-17:00', '09:00-17:00', '09:00-17:00', null, null];
const person = (name: string) => ({ name, timeZone: 'UTC', workingHours: week });

const eventually = async (holds: () => Promise<boolean>): Promise<void> => {
  const until = Date.now() + 60_000;
  while (!(await holds())) {
    if (Date.now() > until) throw new Error('What was waited for did not happen in a minute.');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
};

const createScenario = (
  name: Task['what'],
  options: {
    readonly folder: string;
    readonly base?: string;
    readonly task?: () => Promise<Partial<Task>>;
    readonly also?: (directory: string, ended: Ended) => Promise<readonly string[]>;
    readonly close?: () => Promise<void>;
  },
): Scenario => {
  let count = 0;
  const place = (): string => {
    const directory = join(options.folder, `${name}-${count++}`);
    if (options.base !== undefined) cpSync(options.base, directory, { recursive: true });
    return directory;
  };
  const run = async (killAt?: number): Promise<{ readonly directory: string; readonly ended: Ended }> => {
    const directory = place();
    const more = (await options.task?.()) ?? {};
    const ended = await runChild({ what: name, directory, ...more, ...(killAt === undefined ? {} : { killAt }) });
    return { directory, ended };
  };
  return {
    name,
    kill: async (at) => {
      const { directory, ended } = await run(at);
      if (!ended.killed && ended.complaint !== '') return { killed: false, faults: [ended.complaint] };
      const faults = [
        ...(await faultsAfter(directory, ended.acks)),
        ...((await options.also?.(directory, ended)) ?? []),
      ];
      rmSync(directory, { recursive: true, force: true, maxRetries: 5 });
      return { killed: ended.killed, faults };
    },
    steps: async () => {
      const { ended } = await run();
      const last = ended.acks.at(-1);
      if (last?.ack !== 'done') throw new Error(`${name} did not come to its end: ${ended.complaint}`);
      return last.steps ?? 0;
    },
    close: async () => {
      await options.close?.();
      rmSync(options.folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
};

const folderOf = (): string => mkdtempSync(join(tmpdir(), 'meridian-crash-'));

/** From nothing: keys, team, goals, remarks, drafts. */
export const editing = (): Promise<Scenario> => Promise.resolve(createScenario('editing', { folder: folderOf() }));

const teamAtRelay = async (folder: string) => {
  const relay = await startLabRelay();
  const ana = expectOk(await open(join(folder, 'ana'), true));
  const { engine } = ana;
  expectOk(await engine.run('team.create', { teamName: 'Kestrel', person: person('Ana'), relayUrls: [relay.url] }));
  const { id: cycleId } = expectOk(
    await engine.run('cycle.create', { title: 'Autumn', start: '2026-09-01', end: '2026-11-30' }),
  );
  const goal = (title: string) => engine.run('objective.create', { title, cycleId, ownerId: null });
  const delivered = () => eventually(async () => expectOk(await engine.read('sync', {})).pending === 0);
  const invite = async (): Promise<string> => {
    const { link } = expectOk(await engine.run('invitation.create', {}));
    await delivered();
    return link;
  };
  const close = async (): Promise<void> => {
    await ana.close();
    await relay.stop();
  };
  return { engine, goal, delivered, invite, close };
};

const stateOf = async (engine: EngineApi): Promise<string> => expectOk(await engine.read('session', {})).state;

/** With a link, at a relay; a join that was cut off leaves an empty profile that another link brings in. */
export const joining = async (): Promise<Scenario> => {
  const folder = folderOf();
  const team = await teamAtRelay(folder);
  expectOk(await team.goal('There before'));
  return createScenario('joining', {
    folder,
    task: async () => ({ link: await team.invite() }),
    also: async (directory) => {
      const opened = expectOk(await open(directory, true));
      const { engine } = opened;
      if ((await stateOf(engine)) === 'empty')
        expectOk(await engine.run('team.join', { link: await team.invite(), person: person('Bilal') }));
      await eventually(async () => (await contentOf(opened)).includes('There before'));
      await opened.close();
      return [];
    },
    close: team.close,
  });
};

/** A teammate's goals arrive; what was cut off is fetched again. */
export const receiving = async (): Promise<Scenario> => {
  const folder = folderOf();
  const team = await teamAtRelay(folder);
  const base = join(folder, 'base');
  const bilal = expectOk(await open(base, true));
  expectOk(await bilal.engine.run('team.join', { link: await team.invite(), person: person('Bilal') }));
  const isMember = async (engine: EngineApi): Promise<boolean> =>
    expectOk(await engine.read('people', {})).people.every(({ state }) => state === 'member');
  await eventually(async () => (await isMember(team.engine)) && (await isMember(bilal.engine)));
  await eventually(async () => expectOk(await bilal.engine.read('sync', {})).pending === 0);
  await bilal.close();
  for (let count = 0; count < 12; count += 1) expectOk(await team.goal(`Meanwhile ${count}`));
  expectOk(await team.goal('The last of all'));
  await team.delivered();
  return createScenario('receiving', {
    folder,
    base,
    task: () => Promise.resolve({ until: 'The last of all' }),
    also: async (directory) => {
      const opened = expectOk(await open(directory, true));
      await eventually(async () => (await contentOf(opened)).includes('The last of all'));
      const { problems } = expectOk(await opened.engine.run('verify.run', {}));
      await opened.close();
      return problems.map((one) => `after syncing again verify finds ${JSON.stringify(one)}`);
    },
    close: team.close,
  });
};

/** The tables that a profile of the first format had, with the rows of a profile of today. */
const olden = (from: string, to: string, version: number): void => {
  const store = expectOk(openStore(join(to, 'profile.db'), migrations.slice(0, version)));
  store.close();
  const db = new Database(join(to, 'profile.db'));
  db.exec(`ATTACH '${join(from, 'profile.db')}' AS today`);
  const tables = db
    .prepare<unknown[], { name: string }>(
      "SELECT name FROM main.sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'search%'",
    )
    .all();
  for (const { name } of tables) {
    const columns = (schema: string): string[] =>
      db
        .prepare<unknown[], { name: string }>(`SELECT name FROM ${schema}.pragma_table_info('${name}')`)
        .all()
        .map((one) => one.name);
    const both = columns('main').filter((one) => columns('today').includes(one));
    if (both.length > 0)
      db.exec(`INSERT OR REPLACE INTO main."${name}" (${both.join()}) SELECT ${both.join()} FROM today."${name}"`);
  }
  db.exec('INSERT INTO search (rowid, title, body, kind) SELECT rowid, title, body, kind FROM today.search');
  db.exec('DETACH today');
  db.close();
};

/** Takes out of a team's settings what the tables of older formats have no column for; no record of theirs held it. */
const asBefore = async (directory: string): Promise<void> => {
  const opened = expectOk(await open(directory));
  const base = expectOk(await opened.engine.read('session', {})).team?.heads ?? [];
  expectOk(await opened.engine.run('team.update', { base: [...base], questions: [] }));
  await opened.close();
};

/** A profile of an older format is brought up to date. */
export const migrating = async (): Promise<Scenario> => {
  const folder = folderOf();
  const today = join(folder, 'today');
  const base = join(folder, 'base');
  await runChild({ what: 'editing', directory: today });
  await asBefore(today);
  cpSync(today, base, { recursive: true });
  for (const suffix of ['', '-wal', '-shm']) rmSync(join(base, `profile.db${suffix}`), { force: true });
  olden(today, base, 2);
  return createScenario('migrating', {
    folder,
    base,
    also: async (directory) => {
      const opened = expectOk(await open(directory));
      const content = await contentOf(opened);
      await opened.close();
      return content.includes('Goal 3 of') ? [] : ['the goals of the older profile are not there'];
    },
  });
};

export const scenarios = [editing, joining, receiving, migrating] as const;
