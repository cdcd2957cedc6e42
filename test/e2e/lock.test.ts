import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '#test/support/browser.ts';
import { startProfile, type RunningProfile } from '#test/support/running.ts';
import { createTeam, eventually, run } from '#test/support/team.ts';
import { goTo, openWindow, type ProfileWindow } from '#test/support/window.ts';

const phrase = 'a river under the moon';
/** Written by nobody else, so that finding it on the disk can only be this. */
const secret = 'Zanzibarian onboarding';

let folder: string;
let browser: Browser;
let profile: RunningProfile;
let window: ProfileWindow;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'meridian-lock-'));
  browser = await launchBrowser();
  profile = await startProfile(join(folder, 'profile'));
  await createTeam(profile.client, 'Ana');
  await run(profile.client, 'cycle.create', { title: secret, start: '2026-09-01', end: '2026-11-30' });
  window = await openWindow(browser, profile);
});
afterAll(async () => {
  await browser.close();
  await profile.stop();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

/** Files of the profile that show the words. */
const showing = (): string[] =>
  readdirSync(profile.directory).filter((name) => readFileSync(join(profile.directory, name)).includes(secret));

const unlockWith = async (passphrase: string): Promise<void> => {
  const field = window.page.getByRole('textbox', { name: 'Passphrase' });
  await field.fill(passphrase);
  await field.press('Enter');
};
const locked = () => window.page.getByRole('heading', { name: 'Meridian is locked' });
const today = () => window.page.getByRole('heading', { name: 'Today', level: 1 });

describe('a profile under a passphrase, in a real browser', () => {
  it('is protected in Data and trust, and what the disk shows is encrypted there', async () => {
    const { page } = window;
    await goTo(page, 'd', 'Data and trust');
    expect(showing()).not.toEqual([]);
    await page.getByRole('button', { name: 'Encrypt', exact: true }).click();
    await page.getByRole('button', { name: 'Stop encrypting' }).waitFor();
    expect(showing()).toEqual([]);
    await page.getByText('The key lies beside it in a file').waitFor();
    await page.getByRole('button', { name: 'Set a passphrase' }).click();
    await page.getByLabel('New passphrase').fill(phrase);
    await page.getByLabel('The same again').fill('something else');
    await page.getByRole('button', { name: 'Set it' }).click();
    await page.getByText('The two are not the same.').waitFor();
    await page.getByLabel('The same again').fill(phrase);
    await page.getByRole('button', { name: 'Set it' }).click();
    await page.getByRole('button', { name: 'Lock now' }).waitFor();
    expect(readFileSync(join(profile.directory, 'profile.key')).length).toBeGreaterThan(32);
  });

  it('locks at once, also in a window that is loaded anew, and says when a passphrase is wrong', async () => {
    const { page } = window;
    await page.getByRole('button', { name: 'Lock now' }).click();
    await locked().waitFor();
    expect(await page.content()).not.toContain('Northern Lights');
    await page.reload();
    await locked().waitFor();
    await unlockWith('a guess');
    await page.getByText('This is not the passphrase of this profile.').waitFor();
    await unlockWith(phrase);
    await page.getByRole('navigation').first().waitFor();
    await goTo(page, 't', 'Today');
  });

  it('locks by its key, and takes the time after which it locks by itself', async () => {
    const { page } = window;
    await page.keyboard.press('Control+Shift+L');
    await locked().waitFor();
    await unlockWith(phrase);
    await today().waitFor();
    await goTo(page, 'd', 'Data and trust');
    await page.getByRole('combobox', { name: 'Lock by itself' }).click();
    await page.getByRole('option', { name: 'After 5 minutes' }).click();
    await eventually(profile.client, 'security', {}, (security) => security.autoLockMinutes === 5);
  });

  it('opens after a kill with the passphrase only, with everything that was saved, and shows nothing on the disk', async () => {
    await profile.kill();
    expect(showing()).toEqual([]);
    await window.close();
    profile = await startProfile(profile.directory);
    window = await openWindow(browser, profile);
    await locked().waitFor();
    await unlockWith(phrase);
    await today().waitFor();
    const cycles = await profile.client.read('cycles', {});
    expect(JSON.stringify(cycles)).toContain(secret);
    expect(showing()).toEqual([]);
    expect(window.complaints).toEqual([]);
  });
});
