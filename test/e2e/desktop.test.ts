import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { desktopHosts, startStandIn, type DesktopStart, type RunningDesktop } from '../support/desktop.ts';
import type { StandIn } from '../support/electron-stand-in/index.ts';
import { scratch, startProfile } from '../support/running.ts';

let place: ReturnType<typeof scratch>;
let running: (() => Promise<unknown>)[] = [];
beforeEach(() => {
  place = scratch();
  running = [];
});
afterEach(async () => {
  for (const end of running) await end();
  place.remove();
});

const createTeam = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: /Create a team/u }).click();
  await page.getByLabel('Name of the team').fill('Meridian makers');
  await page.getByLabel('Your name').fill('Amelia');
  await page.getByRole('button', { name: /Create the team/u }).click();
  await page.getByRole('navigation').first().waitFor();
};

const hasTeam = async (page: Page): Promise<void> => {
  await page.getByRole('navigation').first().waitFor();
  await page.getByText('Amelia').first().waitFor();
};

describe.each(desktopHosts)('the desktop app on $name', ({ launch, missing }) => {
  const it = test.skipIf(missing !== undefined);
  const open = async (start: Partial<DesktopStart> = {}): Promise<RunningDesktop> => {
    const desktop = await launch({ folder: place.folder, ...start });
    let ended: Promise<void> | undefined;
    const quit = (): Promise<void> => (ended ??= desktop.quit());
    running.push(quit);
    return { ...desktop, quit };
  };

  it('a team made in the window is there after the app was closed and opened again', async () => {
    const first = await open();
    await createTeam(first.page);
    await hasTeam(first.page);
    await first.quit();
    const second = await open();
    await hasTeam(second.page);
  });

  it('a crash of the engine loses nothing, and the window carries on with the next one', async () => {
    const { page, crashEngine } = await open();
    await createTeam(page);
    await crashEngine();
    await hasTeam(page);
    await page.reload();
    await hasTeam(page);
  });

  it('--sample opens the sample team', async () => {
    const { page } = await open({ args: ['--sample'] });
    await page.getByRole('navigation').first().waitFor();
  });

  it('the page reaches nothing but the app: no network, no other page, no window, no Node', async () => {
    const { page } = await open();
    await page.getByRole('button', { name: /Create a team/u }).waitFor();
    const address = page.url();
    const results = await page.evaluate(async () => {
      const failed = (thrown: unknown): string => `refused: ${String(thrown)}`;
      const fetched = await fetch('https://example.com/').then(() => 'fetched', failed);
      const socket = await new Promise<string>((resolve) => {
        try {
          const made = new WebSocket('wss://example.com/');
          made.onopen = () => resolve('opened');
          made.onerror = () => resolve('refused');
        } catch (thrown) {
          resolve(failed(thrown));
        }
      });
      const script = document.createElement('script');
      script.textContent = 'window.inlineRan = true';
      document.body.append(script);
      const names = ['require', 'process', 'Buffer', 'module', 'electron', 'ipcRenderer', 'inlineRan'];
      return { fetched, socket, leaked: names.filter((name) => name in window) };
    });
    expect(results.fetched).toContain('refused');
    expect(results.socket).toContain('refused');
    expect(results.leaked).toEqual([]);
    await page.evaluate(() => void window.open('file:///etc/passwd'));
    await page.evaluate(() => {
      window.location.href = 'https://example.com/';
    });
    await page.getByRole('button', { name: /Create a team/u }).waitFor();
    expect(page.url()).toBe(address);
    expect(page.context().pages()).toHaveLength(1);
  });

  it('the page is given two functions and no more', async () => {
    const { page } = await open();
    const given = await page.evaluate(() =>
      Object.entries((window as unknown as Record<string, object>)['meridianDesktop'] ?? {}).map(
        ([name, value]) => `${name}: ${typeof value}`,
      ),
    );
    expect(given).toEqual(['connect: function', 'notify: function']);
  });
});

describe('what the desktop app does outside its window', () => {
  const open = async (...given: Parameters<typeof startStandIn>): Promise<StandIn> => {
    const standIn = await startStandIn(...given);
    running.push(standIn.quit);
    return standIn;
  };
  const allFiles = (): string[] =>
    readdirSync(place.folder, { recursive: true, encoding: 'utf8' }).map((file) => join(place.folder, file));

  test('a profile that another Meridian has open is refused with a sentence, and the app ends', async () => {
    const other = await startProfile(join(place.folder, 'profile'));
    running.push(other.stop);
    const standIn = await open({ folder: place.folder });
    const dialog = await standIn.next('dialog');
    expect(dialog.kind).toBe('error');
    expect(dialog.text).toContain('already open in another Meridian');
    expect(await standIn.ended).toBe(0);
  });

  test('a reminder is a notification of the system, and a click on it opens its place', async () => {
    const standIn = await open({ folder: place.folder });
    const page = await standIn.page();
    await createTeam(page);
    await page.evaluate(() => {
      const { meridianDesktop } = window as unknown as { meridianDesktop: { notify: (notice: object) => void } };
      meridianDesktop.notify({ title: 'Your check-in', body: 'Due 17:00', address: '/reminders' });
    });
    const shown = await standIn.next('notification');
    expect(shown).toMatchObject({ title: 'Your check-in', body: 'Due 17:00' });
    standIn.ask({ call: 'click-notification', notification: shown.id });
    await standIn.next('focus');
    await page.getByRole('heading', { name: 'Reminders', level: 1 }).waitFor();
  });

  test('with a keychain no key lies in a file; the profile opens again', async () => {
    const first = await open({ folder: place.folder });
    await createTeam(await first.page());
    await first.quit();
    expect(allFiles().filter((file) => file.endsWith('.sealed'))).toHaveLength(1);
    expect(readdirSync(join(place.folder, 'profile')).filter((name) => name.includes('key'))).toEqual([]);
    const second = await open({ folder: place.folder });
    await hasTeam(await second.page());
    expect(second.reports.filter((one) => one.event === 'dialog')).toEqual([]);
  });

  test('a keychain that lost its key leaves the profile alone and says so', async () => {
    const first = await open({ folder: place.folder });
    await createTeam(await first.page());
    await first.quit();
    const standIn = await open({ folder: place.folder }, { keychain: 'none' });
    expect((await standIn.next('dialog')).text).toContain('keychain no longer opens');
    await standIn.ended;
  });

  test('without a keychain the person is warned once, and the app works', async () => {
    const first = await open({ folder: place.folder }, { keychain: 'basic_text' });
    expect((await first.next('dialog')).text).toContain('no keychain');
    await createTeam(await first.page());
    await first.quit();
    const second = await open({ folder: place.folder }, { keychain: 'basic_text' });
    await hasTeam(await second.page());
    expect(second.reports.filter((one) => one.event === 'dialog')).toEqual([]);
  });

  test('pages get no permission but to copy', async () => {
    const standIn = await open({ folder: place.folder });
    await standIn.next('window');
    const answer = async (permission: string, url = 'app://meridian/index.html'): Promise<unknown> => {
      const from = standIn.reports.length;
      standIn.ask({ call: 'permission', id: from, permission, url });
      return (await standIn.next('answer', from)).value;
    };
    expect(await answer('clipboard-sanitized-write')).toEqual({ checked: true, granted: true });
    expect(await answer('clipboard-sanitized-write', 'https://example.com/')).toEqual({
      checked: false,
      granted: false,
    });
    for (const permission of ['media', 'geolocation', 'notifications', 'clipboard-read', 'usb', 'openExternal']) {
      expect(await answer(permission)).toEqual({ checked: false, granted: false });
    }
  });

  test('a second start brings the window to the front; links open in the own browser, never programs', async () => {
    const standIn = await open({ folder: place.folder });
    const page = await standIn.page();
    standIn.ask({ call: 'second-instance' });
    await standIn.next('focus');
    await page.evaluate(() => void window.open('https://example.com/evidence'));
    expect((await standIn.next('opened')).url).toBe('https://example.com/evidence');
    await page.evaluate(() => void window.open('smb://example.com/share'));
    expect(standIn.reports.filter((one) => one.event === 'opened')).toHaveLength(1);
  });

  test('the window remembers its size, and the engine gets no secrets from the environment', async () => {
    const standIn = await open({ folder: place.folder });
    const { environment } = await standIn.next('engine');
    expect(environment.filter((name) => /SECRET|TOKEN|KEY|NODE_OPTIONS|STAND_IN/u.test(name))).toEqual([]);
    // Quitting while the window still loads ends its load, and with it the window.
    await (await standIn.page()).getByRole('button', { name: /Create a team/u }).waitFor();
    expect(await standIn.quit(), standIn.output()).toBe(0);
    expect(JSON.parse(readFileSync(join(place.folder, 'user', 'window.json'), 'utf8'))).toMatchObject({
      width: 1280,
      height: 800,
    });
  });
});
