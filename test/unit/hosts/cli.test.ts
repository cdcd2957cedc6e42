import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { expectOk } from '#shared/std/index.ts';
import { cliCommands, runProgram } from '#engine/hosts/cli/program.ts';
import { openHostProfile } from '#engine/hosts/open-profile.ts';
import { lockProfile } from '#engine/hosts/profile-lock.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'meridian-cli-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Runs the program as a shell would, without one. */
const run = async (...args: string[]) => {
  const out: string[] = [];
  const err: string[] = [];
  const programs: unknown[] = [];
  const code = await runProgram(args, {
    platform: 'linux',
    env: { XDG_DATA_HOME: folder },
    home: folder,
    cwd: folder,
    out: (line) => out.push(line),
    err: (line) => err.push(line),
    stopped: () => Promise.resolve(),
    run: (program, given) => {
      programs.push([program, given]);
      return Promise.resolve(0);
    },
  });
  return { code, out: out.join('\n'), err: err.join('\n'), programs };
};

describe('backups from the command line', () => {
  it('are written, and restored as a new device, with a passphrase from a file', async () => {
    const directory = join(folder, 'ana');
    const opened = expectOk(await openHostProfile({ directory, network: false }));
    const person = { name: 'Ana', timeZone: 'UTC', workingHours: [null, null, null, null, null, null, null] };
    expectOk(await opened.engine.run('team.create', { teamName: 'Kestrel', person }));
    await opened.close();
    writeFileSync(join(folder, 'secret'), 'a long enough passphrase\n');
    const written = await run('backup', '--profile', directory, '--passphrase-file', 'secret', '--json', 'backups');
    expect(written).toMatchObject({ code: 0, err: '' });
    const { file } = JSON.parse(written.out) as { file: string };
    const wrong = await run('restore', '--profile', join(folder, 'b'), '--passphrase-file', 'none', file);
    expect(wrong).toMatchObject({ code: 3, out: '' });
    const done = await run('restore', '--profile', join(folder, 'new'), '--passphrase-file', 'secret', file);
    expect(done).toMatchObject({ code: 0, err: '' });
    expect((await run('verify', '--profile', join(folder, 'new'))).code).toBe(0);
  }, 60_000);
});

describe('the digest from the command line', () => {
  it('is the team’s week as Markdown, of the week that is named, or the same as JSON', async () => {
    const directory = join(folder, 'ana');
    const opened = expectOk(await openHostProfile({ directory, network: false }));
    const person = { name: 'Ana', timeZone: 'UTC', workingHours: [null, null, null, null, null, null, null] };
    const { personId } = expectOk(await opened.engine.run('team.create', { teamName: 'Kestrel', person }));
    expectOk(
      await opened.engine.run('leave.add', { start: '2026-05-12', end: '2026-05-13', reason: 'leave', note: '' }),
    );
    expect(personId).not.toBe('');
    await opened.close();
    const told = await run('digest', '--profile', directory, '--week', '2026-W20');
    expect(told).toMatchObject({ code: 0, err: '' });
    expect(told.out).toMatch(/^# The team's week, 2026-05-11 to 2026-05-17\n/u);
    expect(told.out).toContain('- Ana, 2026-05-12 to 2026-05-13');
    expect(told.out).toContain('No key result was updated.');
    expect(told.out.endsWith('\n')).toBe(false);
    const json = await run('digest', '--profile', directory, '--week', '2026-W20', '--json');
    expect(json.code).toBe(0);
    const { markdown } = JSON.parse(json.out) as { markdown: string };
    expect(markdown.trimEnd()).toBe(told.out);
    const wrong = await run('digest', '--profile', directory, '--week', 'May');
    expect(wrong.code).not.toBe(0);
    expect(wrong.err).not.toBe('');
  }, 60_000);
});

describe('imports from the command line', () => {
  it('takes a list of people for one: links for newcomers, told once, and the second time nothing', async () => {
    const directory = join(folder, 'ana');
    const opened = expectOk(await openHostProfile({ directory, network: false }));
    const person = { name: 'Ana', timeZone: 'UTC', workingHours: [null, null, null, null, null, null, null] };
    expectOk(await opened.engine.run('team.create', { teamName: 'Kestrel', person }));
    await opened.close();
    writeFileSync(join(folder, 'people.csv'), 'Name,Email,Manager\nAna,ana@x.example,\nBen Lee,ben@x.example,Ana\n');
    const dry = await run('import', '--profile', directory, '--dry-run', 'people.csv');
    expect(dry).toMatchObject({ code: 0, out: '1 would be invited, 0 invited before, 0 changed, 1 already here.' });
    const first = await run('import', '--profile', directory, 'people.csv');
    expect(first.out).toMatch(/^Ben Lee \(ben@x.example\): meridian:\/\/join\/1#\S+\n1 invited/u);
    const again = await run('import', '--profile', directory, '--json', 'people.csv');
    expect(JSON.parse(again.out)).toMatchObject({ created: 0, people: { invited: 1, links: [] } });
    const unfit = await run('import', '--profile', directory, '--as', 'trello', 'people.csv');
    expect(unfit).toMatchObject({ code: 3, out: '' });
    expect(unfit.err).toContain('Trello');
  }, 60_000);
});

describe('the command line', () => {
  it('lists its commands, and says so on standard error with a usage exit code when none was given', async () => {
    const asked = await run('--help');
    expect(asked).toMatchObject({ code: 0, err: '' });
    for (const command of cliCommands) expect(asked.out).toContain(command.name);
    expect(await run()).toMatchObject({ code: 2, out: '', err: asked.out });
  });

  it.each(['serve', 'import', 'export', 'digest', 'backup', 'restore', 'verify', 'rebuild'])(
    '%s explains itself',
    async (name) => {
      const { code, out } = await run(name, '--help');
      expect(code).toBe(0);
      expect(out).toContain(`-- ${name}`);
      for (const flag of Object.keys(cliCommands.find((command) => command.name === name)?.flags ?? {})) {
        expect(out).toContain(`--${flag}`);
      }
    },
  );

  it.each([
    [['dance']],
    [['serve', '--port', 'many']],
    [['serve', '--port', '65536']],
    [['serve', '--unknown']],
    [['serve', 'stray']],
    [['serve', '--relay', 'ftp://relay.example']],
    [['verify', '--profile']],
    [['import']],
    [['import', 'a', 'b']],
    [['import', 'a.csv', '--table', 'x']],
    [['import', 'a.csv', '--mapping', 'title,nonsense']],
    [['import', 'a.csv', '--as', 'minutes']],
    [['export', 'a', 'b']],
    [['digest', '--profile', 'x', '--week']],
    [['digest', 'stray']],
  ])('a wrong call ends with the usage code and a sentence: %j', async (args) => {
    const { code, err } = await run(...args);
    expect(code).toBe(2);
    expect(err).not.toBe('');
    expect(err).not.toContain('at Object');
  });

  it('relay and demo are programs of their own and get everything after their name', async () => {
    expect((await run('relay', '--port', '1', '--help')).programs).toEqual([['relay', ['--port', '1', '--help']]]);
    expect((await run('demo', '--exit')).programs).toEqual([['demo', ['--exit']]]);
  });

  it('a profile that is not there is not made by looking at it', async () => {
    for (const name of ['verify', 'rebuild', 'export', 'digest']) {
      const { code, err } = await run(name, '--profile', 'nowhere');
      expect(code).toBe(3);
      expect(err).toContain(join(folder, 'nowhere'));
    }
    const { code, out } = await run('verify', '--profile', 'nowhere', '--json');
    expect(code).toBe(3);
    expect(JSON.parse(out)).toMatchObject({ error: { code: 'not-found' } });
  });

  it('a profile that is open elsewhere is refused by every command with a sentence', async () => {
    const profile = join(folder, 'profile');
    mkdirSync(profile);
    const lock = lockProfile(profile, { now: () => 0 });
    writeFileSync(join(folder, 'goals.csv'), 'Objective\nOne\n');
    for (const args of [['serve', '--no-open'], ['verify'], ['rebuild'], ['export'], ['import', 'goals.csv']]) {
      const { code, err } = await run(...args, '--profile', 'profile');
      expect(code).toBe(3);
      expect(err).toContain('already open in another Meridian');
      expect(err).toContain(String(process.pid));
    }
    if (lock.ok) lock.value.release();
  });

  it('a file that is not there cannot be imported', async () => {
    const { code, err } = await run('import', 'missing.csv', '--profile', 'nowhere');
    expect(code).toBe(3);
    expect(err).toContain('missing.csv');
  });
});
