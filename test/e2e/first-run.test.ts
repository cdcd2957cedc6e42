import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '#test/support/browser.ts';
import { scratch, startProfile, startRelay, type RunningProfile, type RunningRelay } from '#test/support/running.ts';
import { createTeam, delivered, joinTeam, run } from '#test/support/team.ts';
import { openWindow, type ProfileWindow } from '#test/support/window.ts';

const { folder, remove } = scratch();
let relay: RunningRelay;
let ana: RunningProfile;
let ben: RunningProfile;
let browser: Browser;

beforeAll(async () => {
  relay = await startRelay(folder);
  ana = await startProfile(join(folder, 'ana'));
  ben = await startProfile(join(folder, 'ben'));
  browser = await launchBrowser();
  await createTeam(ana.client, 'Ana', [relay.url]);
});
afterAll(async () => {
  await browser.close();
  await ana.stop();
  await ben.stop();
  await relay.stop();
  remove();
});

const invite = async (): Promise<string> => {
  const { link } = await run(ana.client, 'invitation.create', {});
  await delivered(ana.client);
  return link;
};

const fillIn = async ({ page }: ProfileWindow, link: string): Promise<void> => {
  await page.getByRole('heading', { name: 'Where would you like to start?' }).waitFor();
  await page.keyboard.press('2');
  await page.getByLabel('Invitation link').fill(link);
  await page.getByLabel('Your name').fill('Ben');
  await page.keyboard.press('Enter');
};

describe('somebody with a link', () => {
  it('that was used is told so beside the link, with everything they typed still there, and can try another', async () => {
    const used = await invite();
    const other = await startProfile(join(folder, 'other'));
    await joinTeam(other.client, used, 'Somebody quicker');
    await delivered(other.client);
    await other.stop();

    const window = await openWindow(browser, ben);
    const { page } = window;
    await fillIn(window, used);
    await page.getByText('already used').waitFor();
    const field = page.getByLabel('Invitation link');
    expect(await field.getAttribute('aria-invalid')).toBe('true');
    await field.and(page.locator(':focus')).waitFor();
    expect(await page.getByLabel('Your name').inputValue()).toBe('Ben');

    await field.fill(await invite());
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Today', level: 1 }).waitFor();
    await page.getByRole('heading', { name: 'First steps' }).waitFor();
    expect(window.complaints).toEqual([]);
    await window.close();
  });
});

describe('the sample team', () => {
  it('says what it is doing, opens, says that it is a sample, and is left from the menu of the team', async () => {
    const profile = await startProfile(join(folder, 'sample'));
    const window = await openWindow(browser, profile);
    const { page } = window;
    await page.getByRole('heading', { name: 'Where would you like to start?' }).waitFor();
    await page.keyboard.press('3');
    await page.getByText('Writing the sample team').first().waitFor();
    await page.getByRole('heading', { name: 'This is a sample team' }).waitFor({ timeout: 60_000 });
    await page.getByRole('button', { name: 'Team Kestrel' }).press('Enter');
    await page.getByRole('menuitem', { name: 'Leave the sample team' }).press('Enter');
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^Leave/ })
      .click();
    await page.getByRole('heading', { name: 'Where would you like to start?' }).waitFor();
    expect(window.complaints).toEqual([]);
    await window.close();
    await profile.stop();
  });
});

describe('a window whose host was killed', () => {
  it('says that Meridian is not running, and keeps showing what it showed', async () => {
    const profile = await startProfile(join(folder, 'killed'));
    await createTeam(profile.client, 'Cleo');
    const window = await openWindow(browser, profile);
    const { page } = window;
    await page.getByRole('heading', { name: 'Today', level: 1 }).waitFor();
    await profile.kill();
    await page.getByText('Meridian is not running any more.').waitFor();
    await page.getByRole('heading', { name: 'First steps' }).waitFor();
    await window.close();
  });
});
