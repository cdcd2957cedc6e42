import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemRandom, systemTimers } from '#engine/hosts/system-ports.ts';
import { openProfile } from '#engine/index.ts';
import { expectOk } from '#shared/std/index.ts';
import { launchBrowser } from '#test/support/browser.ts';
import { scratch, startProfile, startRelay, type RunningProfile, type RunningRelay } from '#test/support/running.ts';
import { createTeam, delivered, joinTeam, run, weekdays } from '#test/support/team.ts';
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

/** A team that invited a month ago and has been asleep since: nobody there could turn the expiry into a revocation. */
const invitedLongAgo = async (): Promise<string> => {
  const sleeper = expectOk(
    await openProfile({
      directory: join(folder, 'sleeper'),
      clock: { now: () => Date.now() - 30 * 86_400_000 },
      random: systemRandom,
      timers: systemTimers,
      log: { info: () => undefined, warn: () => undefined },
      lan: false,
    }),
  );
  const person = { name: 'Sleeper', timeZone: 'UTC', workingHours: weekdays('09:00-17:00') };
  expectOk(await sleeper.engine.run('team.create', { teamName: 'Heron', person, relayUrls: [relay.url] }));
  const { link } = expectOk(await sleeper.engine.run('invitation.create', { days: 7 }));
  await expect.poll(async () => expectOk(await sleeper.engine.read('sync', {})).pending, { timeout: 20_000 }).toBe(0);
  await sleeper.close();
  return link;
};

describe('somebody with a link that has run out', () => {
  it('is told so beside the link, keeps what they typed, and gets in with a new one', async () => {
    const cleo = await startProfile(join(folder, 'cleo'));
    const window = await openWindow(browser, cleo);
    const { page } = window;
    await fillIn(window, await invitedLongAgo());
    await page.getByText('This invitation has run out. Ask for a new link.').first().waitFor();
    const field = page.getByLabel('Invitation link');
    expect(await field.getAttribute('aria-invalid')).toBe('true');
    await field.and(page.locator(':focus')).waitFor();
    expect(await page.getByLabel('Your name').inputValue()).toBe('Ben');

    await field.fill(await invite());
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Today', level: 1 }).waitFor();
    expect(window.complaints).toEqual([]);
    await window.close();
    await cleo.stop();
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
    const shown = page.getByRole('heading', { name: 'First steps' });
    await shown.waitFor();
    await profile.kill();
    await page.getByText('Meridian is not running any more.').waitFor();
    await shown.waitFor();
    await window.close();
  });
});
