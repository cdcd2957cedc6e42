import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '#test/support/browser.ts';
import { scratch, startProfile, startRelay, type RunningProfile, type RunningRelay } from '#test/support/running.ts';
import {
  checkInFrom,
  createTeamIn,
  giveFeedbackIn,
  goTo,
  inviteFrom,
  joinIn,
  newGoalIn,
  openWindow,
  type ProfileWindow,
} from '#test/support/window.ts';

const { folder, remove } = scratch();
let browser: Browser;
let relay: RunningRelay;
let ana: RunningProfile;
let ben: RunningProfile;
let anaWindow: ProfileWindow;
let benWindow: ProfileWindow;

beforeAll(async () => {
  browser = await launchBrowser();
  relay = await startRelay(folder);
});
afterAll(async () => {
  await browser.close();
  await ana.stop();
  await ben.stop();
  await relay.stop();
  remove();
});

describe('a newcomer, by keyboard', () => {
  it('creates a team, copies an invitation, and somebody joins with it while the first is closed', async () => {
    ana = await startProfile(join(folder, 'ana'));
    anaWindow = await openWindow(browser, ana);
    await createTeamIn(anaWindow.page, 'Ana Costa', relay.url);
    const link = await inviteFrom(anaWindow.page);
    expect(link).toContain('#');
    await anaWindow.close();
    await ana.stop();

    ben = await startProfile(join(folder, 'ben'));
    benWindow = await openWindow(browser, ben);
    await joinIn(benWindow.page, link, 'Ben Okoro');
    await expect.poll(() => benWindow.page.title()).toBe('Northern Lights - Meridian');

    ana = await startProfile(join(folder, 'ana'));
    anaWindow = await openWindow(browser, ana);
    await goTo(anaWindow.page, 'p', 'People');
    await anaWindow.page.getByText('Ben Okoro').first().waitFor();
  });

  it('sets an objective with three key results, which arrives on the other side', async () => {
    await newGoalIn(anaWindow.page, 'Everybody finishes onboarding', ['Guides', 'Calls', 'Reports']);
    await anaWindow.page.getByRole('heading', { name: 'Everybody finishes onboarding' }).waitFor();
    await goTo(benWindow.page, 'o', 'Goals');
    for (const title of ['Everybody finishes onboarding', 'Guides', 'Calls', 'Reports']) {
      await benWindow.page.getByText(title).first().waitFor();
    }
  });

  it('checks in on one screen, and the other sees what was sent and what it changed', async () => {
    await checkInFrom(anaWindow.page, 'Write the second guide', 'Guides', '4');
    await goTo(benWindow.page, 't', 'Today');
    await benWindow.page
      .getByText(/Ana checked in for week/)
      .first()
      .waitFor();
    await goTo(benWindow.page, 'o', 'Goals');
    await benWindow.page.getByText('40%').first().waitFor();
  });

  it('sends feedback to one person, and only that person has it', async () => {
    await giveFeedbackIn(benWindow.page, 'Ana Costa', 'Only Ana', 'Your notes saved me a day.');
    await goTo(anaWindow.page, 'p', 'People');
    await anaWindow.page.getByText('Ana Costa (you)').first().click();
    await anaWindow.page.getByText('Your notes saved me a day.').waitFor();
  });

  it('meets no complaint of the browser on the way', () => {
    expect(anaWindow.complaints).toEqual([]);
    expect(benWindow.complaints).toEqual([]);
  });
});
