import { execFile } from 'node:child_process';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '#test/support/browser.ts';
import { drip, wire } from '#test/support/cut-wire.ts';
import { choose, listOf, longLists, openTab, shownPanel } from '#test/support/long-lists.ts';
import {
  elementsOf,
  forgetShifts,
  layoutFaults,
  noteShifts,
  shiftsOf,
  violationsOf,
} from '#test/support/place-checks.ts';
import { scratch, startProfile, type RunningProfile } from '#test/support/running.ts';
import { read, run } from '#test/support/team.ts';
import { counts, type Setting } from '#test/support/ten-thousand.ts';
import { createTeamIn, openWindow, type ProfileWindow } from '#test/support/window.ts';

/** Every place on the sample team: where it is, and what stands there once it is loaded. */
const places = [
  { address: '/today', title: 'Today', ready: 'Needs you' },
  { address: '/today/team', title: 'Today', ready: 'Blocked on you' },
  { address: '/check-in', title: 'Check-in', ready: 'Last week’s plans' },
  { address: '/journal', title: 'My journal', ready: 'Week ' },
  { address: '/goals', title: 'Goals', ready: 'Publish latency, p95' },
  { address: '/tasks', title: 'Work', ready: 'Planned for this week' },
  { address: '/people', title: 'People', ready: 'Overlap clock' },
  { address: '/requests', title: 'Questions', ready: 'From you' },
  { address: '/reminders', title: 'Reminders', ready: 'When reminders come' },
  { address: '/team-week', title: 'The team’s week', ready: 'Who waits on whom' },
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
let setting: Setting;
/** A copy of the sample team that gets ten thousand records while the other tests run. */
let filled: Promise<unknown>;

const settingOf = async ({ client }: RunningProfile): Promise<Setting> => ({
  week: (await read(client, 'work', {})).week,
  cycleId: (await read(client, 'cycles', {})).currentId ?? '',
  otherId: (await read(client, 'people', {})).people.find(({ name }) => name === 'Ana Moreira')?.id ?? '',
});

beforeAll(async () => {
  browser = await launchBrowser();
  sample = await startProfile(join(folder, 'sample'), ['--sample'], { patienceMs: 120_000 });
  setting = await settingOf(sample);
  await sample.stop();
  cpSync(join(folder, 'sample'), join(folder, 'long'), { recursive: true });
  filled = promisify(execFile)(process.execPath, [
    join('test', 'support', 'fill-places.ts'),
    join(folder, 'long'),
    JSON.stringify(setting),
  ]);
  // Whoever waits for it hears of a failure; until then it is nobody's.
  filled.catch(() => undefined);
  sample = await startProfile(join(folder, 'sample'), [], { patienceMs: 120_000 });
  window = await openWindow(browser, sample, drip(250));
  await window.page.addInitScript(noteShifts);
  await window.page.reload();
  await window.page.getByRole('heading', { name: 'Today', level: 1 }).waitFor();
}, 300_000);
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

  it('goes on being read while the engine is out of reach, says what cannot be shown, and goes on by itself', async () => {
    const cord = wire();
    const apart = await openWindow(browser, sample, cord.hold);
    const { page } = apart;
    const banner = page.getByText(/nothing you saved is lost/iu);
    const needs = page.getByRole('list', { name: 'What needs you' }).getByRole('listitem');
    await needs.first().waitFor();
    const before = await needs.count();
    await cord.cut();
    await banner.first().waitFor();
    // What was shown is read as before, with its keys; what was never opened says why it is not there.
    await page.keyboard.press('j');
    await needs.nth(1).and(page.locator('[aria-current="true"]')).waitFor();
    await go(page, '/journal');
    await page.getByText('This was not opened before the engine stopped.').waitFor();
    expect(await page.getByRole('status', { name: 'Loading' }).count()).toBe(0);
    expect(await violationsOf(page)).toEqual([]);
    await go(page, '/today');
    await expect.poll(() => needs.count()).toBe(before);
    await go(page, '/journal');
    cord.mend();
    await page.getByText('The engine is running again. Nothing was lost.').waitFor();
    await page
      .getByRole('heading', { name: /^Week \d+/u })
      .first()
      .waitFor();
    await banner.first().waitFor({ state: 'detached' });
    await apart.close();
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

describe.each([
  { language: 'de', named: 'German', direction: 'ltr', alike: ['/check-in', '/import'] },
  { language: 'ur', named: 'Urdu', direction: 'rtl', alike: [] },
] as const)('every place in $named', ({ language, direction, alike }) => {
  let spoken: ProfileWindow;
  beforeAll(async () => {
    spoken = await openWindow(browser, sample);
    await spoken.page.evaluate((chosen) => {
      localStorage.setItem('meridian-language', JSON.stringify(chosen));
    }, language);
    await spoken.page.reload();
    await spoken.page.locator(`html[dir="${direction}"][lang="${language}"]`).waitFor();
  });
  afterAll(() => spoken.close());

  it('stands in its own words and direction, whole at a small and a usual size, and clean under axe', async () => {
    const { page } = spoken;
    const found: string[] = [];
    for (const { address, title } of places) {
      await go(page, address);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.waitForFunction(() => document.querySelectorAll('main [aria-busy="true"]').length === 0);
      const heading = (await page.getByRole('heading', { level: 1 }).textContent()) ?? '';
      if (heading === title && !alike.some((one) => one === address)) found.push(`${address} is called ${heading}`);
      for (const size of [sizes[0], sizes[3]]) {
        await page.setViewportSize(size);
        found.push(...(await layoutFaults(page)).map((fault) => `${address} ${size.width}: ${fault}`));
      }
      found.push(...(await violationsOf(page)).map((fault) => `${address} ${fault}`));
    }
    expect(found).toEqual([]);
    expect(spoken.complaints).toEqual([]);
  });

  it('shuts a branch with the arrow that points back where it is read, and opens it with the other one', async () => {
    const { page } = spoken;
    const [back, on] = direction === 'rtl' ? ['ArrowRight', 'ArrowLeft'] : ['ArrowLeft', 'ArrowRight'];
    await go(page, '/goals');
    const branch = page.getByRole('treeitem', { name: /New teams publish unaided/u });
    await branch.click();
    await page.keyboard.press(back);
    await page.locator('[role="treeitem"][aria-expanded="false"]').waitFor();
    await page.keyboard.press(on);
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
      // A relay that is gone, or was never there, keeps nobody from anything.
      await createTeamIn(page, 'Ana Costa', 'ws://127.0.0.1:9');
      const found: string[] = [];
      for (const { address, title } of places) {
        await go(page, address);
        await page.getByRole('heading', { name: title, level: 1 }).waitFor();
        await page.waitForFunction(() => document.querySelectorAll('main [aria-busy="true"]').length === 0);
        if (address === '/trust') await page.getByText('Not reached').first().waitFor();
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

describe('every place with ten thousand records', () => {
  let long: RunningProfile;
  let opened: ProfileWindow;
  /** More than the largest screen shows with what is kept ready; a list drawn whole would be tens of thousands. */
  const mostElements = 4_000;

  beforeAll(async () => {
    await filled;
    long = await startProfile(join(folder, 'long'), [], { patienceMs: 120_000 });
    opened = await openWindow(browser, long);
    await opened.page.getByRole('heading', { name: 'Today', level: 1 }).waitFor();
  }, 300_000);
  afterAll(async () => {
    await opened.close();
    await long.stop();
  });

  for (const { what, address, act, rows, least, looked } of longLists) {
    it(`${what}: draws what is in sight, says how long it is, and is whole`, async () => {
      const { page } = opened;
      await go(page, address(setting));
      await act?.(page);
      const drawn = rows(page).locator('[aria-setsize]');
      await drawn.first().waitFor();
      const sizes = await drawn.evaluateAll((all) => all.map((row) => Number(row.getAttribute('aria-setsize'))));
      expect(Math.max(...sizes)).toBeGreaterThanOrEqual(least);
      expect(sizes.length).toBeLessThan(least === counts.tasks ? 100 : least);
      expect(await elementsOf(page)).toBeLessThan(mostElements);
      expect(await layoutFaults(page)).toEqual([]);
      if (looked) expect(await violationsOf(page)).toEqual([]);
    });
  }

  it('keeps the focus while a long list is scrolled away from it, and goes on from there', async () => {
    const { page } = opened;
    await go(page, '/tasks');
    const week = listOf(page, 'Planned for this week');
    const current = week.locator('[aria-current="true"]');
    await week.getByRole('listitem').first().click();
    for (let nth = 0; nth < 3; nth++) await page.keyboard.press('j');
    await expect.poll(() => current.getAttribute('aria-posinset')).toBe('4');
    await week.hover();
    await page.mouse.wheel(0, 150_000);
    await expect
      .poll(async () => Number(await week.getByRole('listitem').last().getAttribute('aria-posinset')))
      .toBeGreaterThan(1_000);
    expect(await current.evaluate((row) => row === document.activeElement)).toBe(true);
    await page.keyboard.press('j');
    await expect.poll(() => current.getAttribute('aria-posinset')).toBe('5');
    await expect.poll(() => current.evaluate((row) => row === document.activeElement)).toBe(true);
    await expect
      .poll(() =>
        current.evaluate(
          (row) => document.elementFromPoint(400, row.getBoundingClientRect().top + 8)?.closest('li') === row,
        ),
      )
      .toBe(true);
    expect(await elementsOf(page)).toBeLessThan(mostElements);
  });

  it('moves a card of a long board with the keyboard, and the focus with it', async () => {
    const { page } = opened;
    await go(page, '/tasks');
    await choose('Board')(page);
    const [from, to] = [listOf(page, 'To do'), listOf(page, 'Done')];
    await from.getByRole('listitem').nth(2).click();
    const title = await from.locator('[aria-current="true"]').getByRole('checkbox').getAttribute('aria-label');
    await page.keyboard.press('Shift+ArrowRight');
    const moved = to.locator('[aria-current="true"]');
    await moved.waitFor();
    expect(await moved.getByRole('checkbox').getAttribute('aria-label')).toBe(title);
    await expect.poll(() => moved.evaluate((row) => row === document.activeElement)).toBe(true);
    expect(await elementsOf(page)).toBeLessThan(mostElements);
    expect(await violationsOf(page)).toEqual([]);
  });

  it('leaves what is read where it is when something comes above it', async () => {
    const { page } = opened;
    await go(page, `/people/${setting.otherId}`);
    await openTab('Feedback')(page);
    const entries = shownPanel(page).locator('li[aria-setsize]');
    await entries.first().waitFor();
    await entries.first().hover();
    await page.mouse.wheel(0, 3_000);
    const read = entries.filter({ hasText: 'part 110' });
    await read.waitFor();
    const top = (): Promise<number> => read.evaluate((entry) => Math.round(entry.getBoundingClientRect().top));
    const before = await top();
    const at = Number(await read.getAttribute('aria-posinset'));
    await run(long.client, 'feedback.give', {
      aboutId: setting.otherId,
      visibility: 'everyone',
      text: 'This came while you read.',
    });
    await expect.poll(() => read.getAttribute('aria-posinset')).toBe(String(at + 1));
    expect(Math.abs((await top()) - before)).toBeLessThanOrEqual(1);
  });

  it('the browser has nothing to complain about', () => {
    expect(opened.complaints).toEqual([]);
  });
});
