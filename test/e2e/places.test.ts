import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '#test/support/browser.ts';
import { forgetShifts, layoutFaults, noteShifts, shiftsOf, violationsOf } from '#test/support/place-checks.ts';
import { scratch, startProfile, type RunningProfile } from '#test/support/running.ts';
import { createTeamIn, openWindow, type ProfileWindow } from '#test/support/window.ts';

/** Every place on the sample team: where it is, and what stands there once it is loaded. */
const places = [
  { address: '/today', title: 'Today', ready: 'Needs you' },
  { address: '/today/team', title: 'Today', ready: 'Blocked on you' },
  { address: '/check-in', title: 'Check-in', ready: 'Last week’s plans' },
  { address: '/goals', title: 'Goals', ready: 'Publish latency, p95' },
  { address: '/tasks', title: 'Work', ready: 'Planned for this week' },
  { address: '/people', title: 'People', ready: 'Overlap clock' },
  { address: '/members', title: 'Team members', ready: 'Who is in the team' },
  { address: '/trust', title: 'Data and trust', ready: 'Your devices' },
  { address: '/search?q=publish', title: 'Search', ready: 'Publish latency, p95' },
  { address: '/import', title: 'Import', ready: 'Choose a file' },
] as const;

const sizes = [
  { width: 1024, height: 680 },
  { width: 1920, height: 1080 },
  { width: 2560, height: 1440 },
  { width: 1280, height: 800 },
] as const;

const { folder, remove } = scratch();
let browser: Browser;
let sample: RunningProfile;
let window: ProfileWindow;

beforeAll(async () => {
  browser = await launchBrowser();
  sample = await startProfile(join(folder, 'sample'), ['--sample'], { patienceMs: 120_000 });
  window = await openWindow(browser, sample);
  await window.page.addInitScript(noteShifts);
  await window.page.reload();
  await window.page.getByRole('heading', { name: 'Today', level: 1 }).waitFor();
}, 180_000);
afterAll(async () => {
  await browser.close();
  await sample.stop();
  remove();
});

const go = async (page: Page, address: string): Promise<void> => {
  await page.evaluate((to) => void (location.hash = to), address);
};

const faultsAtEverySize = async (page: Page): Promise<readonly string[]> => {
  const found: string[] = [];
  for (const size of sizes) {
    await page.setViewportSize(size);
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    found.push(...(await layoutFaults(page)).map((fault) => `${size.width}x${size.height}: ${fault}`));
  }
  return found;
};

describe('every place on the sample team', () => {
  for (const scheme of ['light', 'dark'] as const) {
    for (const { address, title, ready } of places) {
      it(`${address}, ${scheme}: still, whole at every size, and clean under axe`, async () => {
        const { page } = window;
        await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
        await go(page, '/nowhere');
        await go(page, address);
        await page.getByRole('heading', { name: title, level: 1 }).waitFor();
        await forgetShifts(page);
        await page.getByText(ready).first().waitFor();
        await page.evaluate('document.fonts.ready');
        expect(await violationsOf(page)).toEqual([]);
        expect(await shiftsOf(page)).toEqual([]);
        if (scheme === 'light') expect(await faultsAtEverySize(page)).toEqual([]);
      });
    }
  }

  it('the browser has nothing to complain about', () => {
    expect(window.complaints).toEqual([]);
  });

  it('says so when the program behind it has stopped, and keeps what is shown', async () => {
    const { page } = window;
    await go(page, '/today');
    await page.getByRole('heading', { name: 'Needs you' }).waitFor();
    await sample.kill();
    await page
      .getByText(/The engine stopped/u)
      .first()
      .waitFor();
    expect(await violationsOf(page)).toEqual([]);
    sample = await startProfile(join(folder, 'sample'));
  });
});

describe('every place in Urdu', () => {
  let urdu: ProfileWindow;
  beforeAll(async () => {
    urdu = await openWindow(browser, sample);
    await urdu.page.evaluate(() => {
      localStorage.setItem('meridian-language', JSON.stringify('ur'));
    });
    await urdu.page.reload();
    await urdu.page.locator('html[dir="rtl"][lang="ur"]').waitFor();
  });
  afterAll(() => urdu.close());

  it('is written from right to left in its own words, whole at a small and a usual size, and clean under axe', async () => {
    const { page } = urdu;
    const found: string[] = [];
    for (const { address, title } of places) {
      await go(page, address);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.waitForFunction(() => document.querySelectorAll('main [aria-busy="true"]').length === 0);
      const heading = (await page.getByRole('heading', { level: 1 }).textContent()) ?? '';
      if (heading === title) found.push(`${address} is called ${heading}`);
      for (const size of [sizes[0], sizes[3]]) {
        await page.setViewportSize(size);
        found.push(...(await layoutFaults(page)).map((fault) => `${address} ${size.width}: ${fault}`));
      }
      found.push(...(await violationsOf(page)).map((fault) => `${address} ${fault}`));
    }
    expect(found).toEqual([]);
    expect(urdu.complaints).toEqual([]);
  });

  it('shuts a branch with the arrow that points back, which is the right one, and opens it with the left one', async () => {
    const { page } = urdu;
    await go(page, '/goals');
    const branch = page.getByRole('treeitem', { name: /New teams publish unaided/u });
    await branch.click();
    await page.keyboard.press('ArrowRight');
    await page.locator('[role="treeitem"][aria-expanded="false"]').waitFor();
    await page.keyboard.press('ArrowLeft');
    await page.locator('[role="treeitem"][aria-expanded="false"]').waitFor({ state: 'detached' });
  });
});

describe('every place in a team that has only begun', () => {
  it('says what belongs there, whole at every size and clean under axe', async () => {
    const empty = await startProfile(join(folder, 'empty'));
    const opened = await openWindow(browser, empty);
    const { page } = opened;
    try {
      await page.getByRole('heading', { name: 'Where would you like to start?' }).waitFor();
      expect(await violationsOf(page)).toEqual([]);
      expect(await faultsAtEverySize(page)).toEqual([]);
      await createTeamIn(page, 'Ana Costa', '');
      const found: string[] = [];
      for (const { address, title } of places) {
        await go(page, address);
        await page.getByRole('heading', { name: title, level: 1 }).waitFor();
        await page.waitForFunction(() => document.querySelectorAll('main [aria-busy="true"]').length === 0);
        found.push(...(await faultsAtEverySize(page)).map((fault) => `${address} ${fault}`));
        found.push(...(await violationsOf(page)).map((fault) => `${address} ${fault}`));
      }
      expect(found).toEqual([]);
      expect(opened.complaints).toEqual([]);
    } finally {
      await opened.close();
      await empty.stop();
    }
  });
});
