import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from 'playwright-core';
import { tryConnect } from '#engine/client/index.ts';
import { launchBrowser } from '#test/support/browser.ts';
import { cliFile, scratch, startProfile, startRelay } from '#test/support/running.ts';
import { createTeam, delivered, eventually, joinTeam, read, run } from '#test/support/team.ts';

const { folder, remove } = scratch();
const root = join(import.meta.dirname, '..', '..');
let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  remove();
});

/** Runs the command line to its end. */
const cli = (...args: string[]): Promise<{ code: number | null; out: string; err: string }> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, [join(root, cliFile), ...args], { cwd: folder, stdio: 'pipe' });
    let out = '';
    let err = '';
    child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
    child.on('close', (code) => resolve({ code, out, err }));
  });

/** Runs `serve` as a person does, until its block stands on the terminal. */
const serveForPeople = async (...args: string[]) => {
  const child = spawn(process.execPath, [join(root, cliFile), 'serve', '--port', '0', '--no-lan', ...args], {
    cwd: folder,
    stdio: 'pipe',
    // No opener to be found: nothing may open a browser on the machine that runs the tests.
    env: { ...process.env, PATH: folder },
  });
  let out = '';
  await new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      out += chunk.toString();
      if (out.includes('Stop with')) resolve();
    });
    child.once('exit', () => reject(new Error(`serve ended: ${out}`)));
  });
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  return {
    said: () => out,
    end: (signal: NodeJS.Signals) => {
      child.kill(signal);
      return ended;
    },
  };
};

describe('serve', () => {
  it('says where Meridian runs without telling the secret, and how to stop; a missing opener is no error', async () => {
    const directory = join(folder, 'people');
    const serving = await serveForPeople('--profile', directory);
    const file = join(directory, 'open-meridian.html');
    const page = readFileSync(file, 'utf8');
    const secret = /meridian-secret=([\w-]{43})/.exec(page)?.[1] ?? 'none';
    expect(serving.said()).toMatch(/Meridian runs at http:\/\/127\.0\.0\.1:\d+\//);
    expect(serving.said()).toContain('open-meridian.html');
    expect(serving.said()).toContain('Ctrl-C');
    expect(serving.said()).not.toContain(secret);
    if (process.platform !== 'win32') {
      expect(statSync(file).mode & 0o777).toBe(0o600);
      expect(statSync(directory).mode & 0o777).toBe(0o700);
      for (const name of readdirSync(directory)) expect(statSync(join(directory, name)).mode & 0o077).toBe(0);
    }

    const context = await browser.newContext();
    const window = await context.newPage();
    await window.goto(`file://${file}`);
    await window.getByRole('heading', { name: 'Where would you like to start?' }).waitFor();
    expect(window.url()).not.toContain(secret);
    expect(window.url()).toContain('http://127.0.0.1:');
    await context.close();

    expect(await serving.end('SIGINT')).toBe(0);
    expect(existsSync(file)).toBe(false);
  });

  it('a profile opened twice is refused with a sentence that says who has it and how to get to its window', async () => {
    const directory = join(folder, 'twice');
    const serving = await startProfile(directory);
    await createTeam(serving.client, 'Ana');
    const second = await cli('serve', '--profile', directory, '--no-open', '--port', '0');
    expect(second.code).toBe(3);
    expect(second.err).toContain(`already open in another Meridian (process ${serving.pid}`);
    expect(second.err).toContain('open-meridian.html');
    const verify = await cli('verify', '--profile', directory, '--json');
    expect(verify.code).toBe(3);
    expect(JSON.parse(verify.out)).toMatchObject({ error: { code: 'profile-in-use' } });
    expect(await serving.stop()).toBe(0);
    expect((await cli('verify', '--profile', directory)).code).toBe(0);
  });

  it('a page without the secret says to open Meridian from the terminal, and shows nothing else', async () => {
    const serving = await startProfile(join(folder, 'secret'));
    await createTeam(serving.client, 'Ana');
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(serving.url);
    await page.getByText('Open Meridian from the terminal again.').waitFor();
    expect(await page.innerText('body')).not.toContain('Northern Lights');
    await page.goto(`${serving.url}#meridian-secret=${'A'.repeat(43)}`);
    await page.reload();
    await page.getByText('Open Meridian from the terminal again.').waitFor();
    expect(page.url()).not.toContain('A'.repeat(43));
    await context.close();
    expect(await tryConnect({ url: serving.url, token: 'A'.repeat(43) })).toMatchObject({ ok: false });
    await serving.stop();
  });

  it('two windows on one profile show each other’s work', async () => {
    const serving = await startProfile(join(folder, 'windows'));
    await createTeam(serving.client, 'Ana');
    const context = await browser.newContext();
    const [one, other] = [await context.newPage(), await context.newPage()];
    for (const window of [one, other]) {
      await window.goto(serving.entrance);
      await window.getByRole('navigation').first().waitFor();
    }
    const { team } = await read(serving.client, 'session', {});
    await run(serving.client, 'team.update', { base: team?.heads ?? [], name: 'Southern Cross' });
    for (const window of [one, other]) await expect.poll(() => window.title()).toContain('Southern Cross');
    await one.reload();
    await expect.poll(() => one.title()).toContain('Southern Cross');
    await context.close();
    await serving.stop();
  });

  it('what is written on the command line and in a window is the same data', async () => {
    const directory = join(folder, 'export');
    const serving = await startProfile(directory);
    await createTeam(serving.client, 'Ana');
    await serving.stop();
    const exported = await cli('export', join(folder, 'out'), '--profile', directory, '--json');
    expect(exported).toMatchObject({ code: 0, err: '' });
    expect(JSON.parse(exported.out)).toMatchObject({ directory: join(folder, 'out') });
    const rebuilt = await cli('rebuild', '--profile', directory, '--json');
    expect(rebuilt.code).toBe(0);
    const again = await startProfile(directory);
    await eventually(again.client, 'session', {}, ({ team }) => team?.name === 'Northern Lights');
    await again.stop();
  });

  it('a relay named before there is a team is used by the team and named in its invitations', async () => {
    const relay = await startRelay(folder);
    const serving = await startProfile(join(folder, 'relay-first'), ['--relay', relay.url]);
    await createTeam(serving.client, 'Ana');
    await eventually(serving.client, 'sync', {}, ({ relays }) => relays.some(({ state }) => state === 'synced'));
    const { link } = await run(serving.client, 'invitation.create', {});
    await delivered(serving.client);
    const other = await startProfile(join(folder, 'relay-joiner'));
    await joinTeam(other.client, link, 'Ben');
    await other.stop();
    await serving.stop();
    await relay.stop();
  });
});
