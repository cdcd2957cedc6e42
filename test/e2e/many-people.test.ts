import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '#test/support/browser.ts';
import { elementsOf, layoutFaults, violationsOf } from '#test/support/place-checks.ts';
import { scratch, startProfile, type RunningProfile } from '#test/support/running.ts';
import { createTeam } from '#test/support/team.ts';
import { openWindow, type ProfileWindow } from '#test/support/window.ts';

const colleagues = 120;
/** More than the largest screen shows with what is kept ready. */
const mostElements = 4_000;

const { folder, remove } = scratch();
let browser: Browser;
let profile: RunningProfile;
let window: ProfileWindow;

beforeAll(async () => {
  browser = await launchBrowser();
  const directory = join(folder, 'many');
  profile = await startProfile(directory);
  await createTeam(profile.client, 'Ana Costa');
  await profile.stop();
  await promisify(execFile)(process.execPath, [
    join('test', 'support', 'fill-people.ts'),
    directory,
    String(colleagues),
  ]);
  profile = await startProfile(directory);
  window = await openWindow(browser, profile);
  await window.page.setViewportSize({ width: 1024, height: 680 });
}, 240_000);
afterAll(async () => {
  await browser.close();
  await profile.stop();
  remove();
});

describe('a team of 121 people', () => {
  it('is read and found in every place that lists people, each drawn as far as it is in sight', async () => {
    const { page } = window;
    for (const [address, title] of [
      ['/people', 'People'],
      ['/members', 'Team members'],
      ['/team-week', 'The team’s week'],
      ['/requests', 'Questions'],
    ] as const) {
      await page.evaluate((to) => void (location.hash = to), address);
      await page.getByRole('heading', { name: title, level: 1 }).waitFor();
      await page.waitForFunction(() => document.querySelectorAll('main [aria-busy="true"]').length === 0);
      expect(await elementsOf(page), address).toBeLessThan(mostElements);
      expect(await layoutFaults(page), address).toEqual([]);
      expect(await violationsOf(page), address).toEqual([]);
    }
  });

  it('the table of members says how long it is, keeps its columns and the row that has the focus while it is scrolled', async () => {
    const { page } = window;
    await page.evaluate(() => void (location.hash = '/members'));
    const table = page.getByRole('table', { name: 'Who is in the team' });
    const rows = table.locator('tbody [aria-rowindex]');
    await rows.first().waitFor();
    expect(await table.getAttribute('aria-rowcount')).toBe(String(colleagues + 2));
    expect(await rows.count()).toBeLessThan(60);
    const columns = (): Promise<readonly number[]> =>
      table.locator('th').evaluateAll((all) => all.map((one) => one.getBoundingClientRect().width));
    const before = await columns();
    const role = page.getByRole('combobox', { name: 'Role of Person 1', exact: true });
    await role.focus();
    await table.hover();
    await page.mouse.wheel(0, 4_000);
    await expect.poll(() => rows.last().getAttribute('aria-rowindex').then(Number)).toBeGreaterThan(60);
    expect(await role.evaluate((field) => field === document.activeElement)).toBe(true);
    expect(await columns()).toEqual(before);
    expect(await elementsOf(page)).toBeLessThan(mostElements);
    expect(await violationsOf(page)).toEqual([]);
    await page.mouse.wheel(0, 40_000);
    await expect.poll(() => rows.last().getAttribute('aria-rowindex')).toBe(String(colleagues + 2));
    // What stands after the table is reached, too.
    await page.getByRole('heading', { name: 'If an owner is lost' }).scrollIntoViewIfNeeded();
    expect(await layoutFaults(page)).toEqual([]);
  });

  it('changes a role far down by keyboard, from a list that is in the page only while its field has the focus', async () => {
    const { page } = window;
    const options = page.locator('[role="option"]');
    const role = page.getByRole('combobox', { name: 'Role of Person 99', exact: true });
    await role.waitFor();
    await page.getByRole('heading', { name: 'If an owner is lost' }).click();
    await expect.poll(() => options.count()).toBe(0);
    await role.focus();
    await page.keyboard.press('ArrowDown');
    await page.getByRole('option', { name: 'admin' }).waitFor();
    expect(await options.count()).toBe(3);
    // It begins at the role that they have.
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await page.getByText('Person 99 is now admin.').first().waitFor();
    await expect.poll(() => role.inputValue()).toBe('admin');
    expect(window.complaints).toEqual([]);
  });
});
