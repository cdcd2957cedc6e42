import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '#test/support/browser.ts';
import { scratch, startProfile, type RunningProfile } from '#test/support/running.ts';
import { read, run } from '#test/support/team.ts';
import { openWindow, type ProfileWindow } from '#test/support/window.ts';

const { folder, remove } = scratch();
let browser: Browser;
let samira: RunningProfile;
let window: ProfileWindow;

beforeAll(async () => {
  samira = await startProfile(join(folder, 'samira'));
  await run(samira.client, 'team.sample', {});
  browser = await launchBrowser();
  window = await openWindow(browser, samira);
  await window.page.getByRole('heading', { name: 'Today', level: 1 }).waitFor();
});
afterAll(async () => {
  await browser.close();
  await samira.stop();
  remove();
});

const current = () => window.page.locator('li[aria-current="true"]');
const focused = (): Promise<string> => window.page.evaluate(() => document.activeElement?.textContent ?? '');

describe('a manager’s triage, by keyboard in the real app', () => {
  it('shows who waits first, each with the whole check-in and the one before', async () => {
    const { page } = window;
    await page.keyboard.press('g');
    await page.keyboard.press('m');
    await page.getByRole('heading', { name: 'Blocked on you' }).waitFor();
    expect(await current().textContent()).toContain('Haruto Ishikawa');
    await page.getByRole('article').getByRole('heading', { name: 'Haruto Ishikawa' }).waitFor();
    await page.getByRole('heading', { name: 'The week before' }).waitFor();
    expect(page.url()).toContain('/today/team');
  });

  it.each(['light', 'dark'] as const)('axe finds nothing, %s', async (scheme) => {
    const { page } = window;
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    const report = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']).analyze();
    expect(report.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
  });

  it('answers with r what somebody waits for, puts a check-in on the 1:1 with 1, and acknowledges with a', async () => {
    const { page } = window;
    await page.keyboard.press('j');
    await page.getByRole('article').getByRole('heading', { name: 'Lucas Prado' }).waitFor();
    const before = await read(samira.client, 'triage', {});
    const waiting = before.items.find(({ group, blockers }) => group === 'blocked' && blockers[0]?.urgent === false);
    await page.keyboard.press('1');
    await expect
      .poll(async () => (await read(samira.client, 'agenda', { personId: waiting?.personId ?? '' })).open)
      .toMatchObject([{ text: waiting?.blockers[0]?.text, source: { id: waiting?.checkInId } }]);
    await page.keyboard.press('r');
    await page.keyboard.type('Each colour of the syntax.');
    await page.keyboard.press('Control+Enter');
    await page
      .getByText(/^Solved/u)
      .first()
      .waitFor();
    await expect
      .poll(async () => (await read(samira.client, 'triage', {})).items.map((item) => [item.checkInId, item.group]))
      .toContainEqual([waiting?.checkInId, 'unread']);
    await page.getByRole('article').getByRole('heading', { name: 'Lucas Prado' }).waitFor();
    expect(await focused()).toContain('Lucas Prado');
    await page.keyboard.press('a');
    await page.getByRole('heading', { name: 'Acknowledged this week' }).waitFor();
    await expect.poll(() => page.url()).not.toContain(waiting?.checkInId);
    await expect.poll(focused).toBe(await current().textContent());
    expect(window.complaints).toEqual([]);
  });

  it('moves on to the next after a comment, and never loses the focus', async () => {
    const { page } = window;
    const first = await current().textContent();
    await page.keyboard.press('c');
    // A name is completed after an @; whoever is named, and can read it, is told.
    await page.keyboard.type('I read this. @haru');
    await page.getByRole('option', { name: 'Haruto Ishikawa' }).waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Control+Enter');
    await expect.poll(async () => await current().textContent()).not.toBe(first);
    await expect.poll(focused).toBe(await current().textContent());
  });

  it('keeps questions in a place of its own: what waits for me is counted, and my own are said better with e', async () => {
    const { page } = window;
    const { forMe, byMe } = await read(samira.client, 'requests', {});
    await page.keyboard.press('g');
    await page.keyboard.press('q');
    await page.getByRole('heading', { name: 'Questions', level: 1 }).waitFor();
    const link = page.getByRole('navigation', { name: 'Places' }).getByRole('link', { name: /^Questions/u });
    expect(await link.textContent()).toBe(`Questions${String(forMe.length)}`);
    await page.getByText('From you', { exact: true }).click();
    const asked = byMe[0];
    await page.getByRole('heading', { name: asked?.question ?? '', level: 2 }).waitFor();
    await page.keyboard.press('e');
    const dialog = page.getByRole('dialog', { name: 'Change the question' });
    await dialog.getByRole('textbox', { name: 'Question' }).fill('Does a second publish count as a failure?');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Does a second publish count as a failure?', level: 2 }).waitFor();
    const report = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']).analyze();
    expect(report.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
    await page.keyboard.press('g');
    await page.keyboard.press('m');
    await page.getByRole('heading', { name: 'Not in yet' }).waitFor();
  });

  it('reads a person’s past weeks in a row, by month, and finds words in them', async () => {
    const { page } = window;
    await page.keyboard.press('g');
    await page.keyboard.press('j');
    await page.getByRole('heading', { name: 'My journal', level: 1 }).waitFor();
    const { me } = await read(samira.client, 'session', {});
    const { checkIns } = await read(samira.client, 'journal', { personId: me?.id ?? '' });
    const weeks = page.getByRole('main').locator('li[aria-current]');
    await expect.poll(() => weeks.count()).toBe(checkIns.length);
    await page.keyboard.press('f');
    await page.keyboard.type('five-person notes');
    await expect.poll(() => weeks.count()).toBe(1);
    const report = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']).analyze();
    expect(report.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.keyboard.press('g');
    await page.keyboard.press('m');
    await page.getByRole('heading', { name: 'Not in yet' }).waitFor();
  });

  it('says who is not in yet and shows the team’s weeks with a name for every mark', async () => {
    const { page } = window;
    const table = page.getByRole('table');
    await table
      .getByRole('link', { name: /^Lucas Prado, week \d+: checked in, acknowledged$/u })
      .first()
      .waitFor();
    await page.getByRole('heading', { name: 'Not in yet' }).waitFor();
    await page.keyboard.press('g');
    await page.keyboard.press('t');
    await page.getByRole('heading', { name: 'Needs you' }).waitFor();
  });
});
