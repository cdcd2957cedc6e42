import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '#test/support/browser.ts';
import { holdOpen, type HeldOpen } from '#test/support/held-open.ts';
import { violationsOf } from '#test/support/place-checks.ts';
import { scratch } from '#test/support/running.ts';
import { read, run, weekdays } from '#test/support/team.ts';

// A window that is opened once, on a Friday, and never reloaded. Its owner moves to Lisbon, whose clocks go back in the
// night to 25 October 2026.
const at = (iso: string): number => Date.parse(iso);
const friday = at('2026-10-23T14:30:00Z');
const hour = 3_600_000;

let browser: Browser;
let held: HeldOpen;
let page: Page;
const place = scratch();
const complaints: string[] = [];

beforeAll(async () => {
  browser = await launchBrowser();
  held = await holdOpen(place.folder, friday);
  await run(held.client, 'team.sample', {});
  const { me } = await read(held.client, 'session', {});
  await run(held.client, 'person.update', {
    base: [...(me?.heads ?? [])],
    timeZone: 'Europe/Lisbon',
    workingHours: weekdays('09:00-17:00'),
  });
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en-GB' });
  page = await context.newPage();
  page.on('pageerror', (error) => complaints.push(error.message));
  await held.dress(page);
  await page.goto(held.entrance);
  await page.getByRole('heading', { name: 'Today', level: 1 }).waitFor();
  // A reload would lose this mark.
  await page.evaluate(() => Object.assign(window, { openedOnce: true }));
}, 240_000);
afterAll(async () => {
  expect(await page.evaluate(() => 'openedOnce' in window)).toBe(true);
  expect(complaints).toEqual([]);
  await browser.close();
  await held.close();
  place.remove();
});

const go = async (letter: string, heading: string): Promise<void> => {
  await page.keyboard.press('g');
  await page.keyboard.press(letter);
  await page.getByRole('heading', { name: heading, level: 1 }).waitFor();
};
const strip = () => page.getByText(/^\d\d:\d\d$/u).first();
const need = (title: string | RegExp) =>
  page.getByRole('list', { name: 'What needs you' }).getByRole('listitem').filter({ hasText: title });
const shows = async (locator: ReturnType<typeof need>, words: RegExp): Promise<void> =>
  locator.filter({ hasText: words }).first().waitFor({ timeout: 30_000 });

describe('A window that stays open follows the clock', () => {
  it('while the working day goes on', async () => {
    expect(await strip().textContent()).toMatch(/^15:[34]\d$/u);
    await shows(need('Check-in for week 43'), /left.*by 17:00/u);
    await go('r', 'Reminders');
    await page.getByText('On this device, in your hours').waitFor();
    const list = page.getByRole('list', { name: 'What you were reminded of' });
    await list.getByText('Your check-in').waitFor();
    expect(await violationsOf(page)).toEqual([]);
  });

  it('puts a reminder off by key, into the hours of the one who does', async () => {
    const list = page.getByRole('list', { name: 'What you were reminded of' });
    const item = list.getByRole('listitem').filter({ hasText: 'Your check-in' });
    await item.click();
    await page.keyboard.press('s');
    await page
      .getByRole('menuitem', { name: /Next working morning|Next week/u })
      .first()
      .waitFor();
    await page.keyboard.press('Enter');
    await item.waitFor({ state: 'detached' });
    await page.getByRole('list', { name: 'Put off' }).getByText('until Monday 09:00').waitFor();
    await page.keyboard.press('z');
    await item.waitFor();
  });

  it('tells the team’s week, as a page and as a file, and who waits on whom', async () => {
    await go('e', 'The team’s week');
    await page.getByRole('list', { name: 'What moved' }).getByText('→').first().waitFor();
    await page
      .getByRole('list', { name: 'Who waits on whom' })
      .getByText(/ waits on /u)
      .first()
      .waitFor();
    expect(await violationsOf(page)).toEqual([]);
    const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('s')]);
    expect(download.suggestedFilename()).toBe('team-week-2026-W43.md');
    const text = readFileSync(await download.path(), 'utf8');
    expect(text).toMatch(/^# Kestrel, .*\n[\s\S]*## What moved\n\n- .* → /u);
    await page.keyboard.press('[');
    await page.waitForURL(/2026-W42/u);
    await go('r', 'Reminders');
  });

  it('when the working day ends: the check-in ran out, and it is quiet until Monday', async () => {
    await held.wakeAt(page, at('2026-10-23T16:01:00Z'));
    await page.getByText('Quiet until Monday 09:00').waitFor({ timeout: 30_000 });
    await go('t', 'Today');
    await strip()
      .filter({ hasText: /^17:0\d$/u })
      .waitFor({ timeout: 30_000 });
    await shows(need('Check-in for week 43'), /Ran out.*since 17:00/u);
  });

  it('over a weekend on which the clocks change, asleep: Monday morning is Monday morning, with one digest', async () => {
    await held.wakeAt(page, at('2026-10-26T09:01:00Z'));
    await page
      .getByRole('status')
      .filter({ hasText: /^Your day: \d+ things need you/u })
      .waitFor({ timeout: 30_000 });
    await strip()
      .filter({ hasText: /^09:0\d$/u })
      .waitFor({ timeout: 30_000 });
    await page
      .getByText(/Monday 26 October/u)
      .first()
      .waitFor();
    await shows(need('Check-in for week 44'), /Friday/u);
    expect((await read(held.client, 'reminders', {})).digest).toBeNull();
  });

  it('when a norm runs out', async () => {
    const people = (await read(held.client, 'people', {})).people;
    const { needsMe } = await read(held.client, 'today', {});
    expect(people.length).toBeGreaterThan(5);
    const running = needsMe.find(
      ({ kind, norm }) => kind !== 'check-in' && kind !== 'task' && norm !== null && norm.leftMs > hour / 2,
    );
    if (running?.norm === null || running === undefined) throw new Error('Nothing waits with its norm running.');
    const { dueAt } = running.norm;
    await held.wakeAt(page, dueAt - 20 * 60_000);
    await shows(need(running.title), /(1\d|20) m left/u);
    expect((await read(held.client, 'reminders', {})).standing.map((one) => one.title)).toContain(running.title);
    await held.wakeAt(page, dueAt + 60_000);
    await shows(need(running.title), /Ran out/u);
  });

  it('when leave starts: nothing runs, and nothing is said', async () => {
    const morning = at('2026-11-03T09:30:00Z');
    const digest = page.getByRole('status').filter({ hasText: /^Your day/u });
    // What was said on the days before runs out first.
    await expect.poll(() => digest.count(), { timeout: 30_000 }).toBe(0);
    await run(held.client, 'leave.add', { start: '2026-11-03', end: '2026-11-06', reason: 'leave' });
    await held.wakeAt(page, morning);
    await strip()
      .filter({ hasText: /^09:3\d$/u })
      .waitFor({ timeout: 30_000 });
    await go('r', 'Reminders');
    // The Monday after the leave is a public holiday where the reader of the sample team lives.
    await page.getByText(/^Quiet until (?!.* (?:3|4|5|6) November).*09:00$/u).waitFor({ timeout: 30_000 });
    expect(await read(held.client, 'reminders', {})).toMatchObject({ tell: [], digest: null, mayRemind: false });
    expect(await digest.count()).toBe(0);
  });
});
