import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '#test/support/browser.ts';
import { buildLook } from '#test/support/look/build.ts';
import { serveFolder } from '#test/support/look/serve.ts';
import { violationsOf } from '#test/support/place-checks.ts';

/** Screens over invented answers; the journeys over a real engine are tested elsewhere. */
const screens = [
  { name: 'first run', query: 'empty', place: '', ready: 'Where would you like to start?' },
  { name: 'today', query: '', place: '/today', ready: 'Needs you' },
  { name: 'people', query: '', place: '/people', ready: 'Overlap clock' },
] as const;

let browser: Browser;
let site: { readonly url: string; readonly close: () => void };
const folder = mkdtempSync(join(tmpdir(), 'meridian-look-'));

beforeAll(async () => {
  await buildLook(folder);
  site = await serveFolder(folder);
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  site.close();
  rmSync(folder, { recursive: true, force: true });
});

const open = async (
  screen: { readonly query: string; readonly place: string; readonly ready: string },
  scheme: 'light' | 'dark' = 'light',
): Promise<Page> => {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    colorScheme: scheme,
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  await page.goto(`${site.url}?${screen.query}#${screen.place}`);
  await page.getByRole('heading', { name: screen.ready }).waitFor();
  return page;
};

const [firstRun, today, people] = screens;

describe('accessibility', () => {
  for (const screen of screens) {
    for (const scheme of ['light', 'dark'] as const) {
      it(`axe finds nothing on ${screen.name}, ${scheme}`, async () => {
        const page = await open(screen, scheme);
        expect(await violationsOf(page)).toEqual([]);
        await page.context().close();
      });
    }
  }

  it('axe finds nothing in the composers, dialogs and the key help', async () => {
    const page = await open(people);
    for (const key of ['f', 'Escape', 'u', 'Escape', 'i', 'Escape', '?']) {
      await page.keyboard.press(key);
      if (key === 'i') await page.getByRole('dialog', { name: 'Invite somebody' }).waitFor();
      if (key === '?') await page.getByRole('dialog', { name: 'Keys' }).waitFor();
      expect(await violationsOf(page)).toEqual([]);
      if (key === 'Escape') await page.getByRole('dialog').waitFor({ state: 'detached' });
    }
    await page.context().close();
  });
});

describe('the keyboard alone', () => {
  it('reaches the first form, hears what is missing and steps back', async () => {
    const page = await open(firstRun);
    await page.keyboard.press('1');
    await page.getByLabel('Name of the team').waitFor();
    await page.keyboard.type('Kestrel');
    await page.keyboard.press('Enter');
    await page.getByText('Say your name.').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('heading', { name: firstRun.ready }).waitFor();
    await page.context().close();
  });

  it('moves through what needs me and goes to other places', async () => {
    const page = await open(today);
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    const current = page.getByRole('list', { name: 'What needs you' }).locator('[aria-current="true"]');
    expect(await current.textContent()).toContain('Bilal');
    await page.keyboard.press('g');
    await page.keyboard.press('p');
    await page.getByRole('heading', { name: people.ready }).waitFor();
    await page.context().close();
  });

  it('writes feedback only after its readers are chosen, and says how many they are', async () => {
    const page = await open(people);
    await page.keyboard.press('f');
    expect(await page.getByRole('textbox', { name: 'Feedback' }).count()).toBe(0);
    await page.keyboard.press('Space');
    await page.getByText('Only you and Ana will read this').waitFor();
    await page.getByRole('textbox', { name: 'Feedback' }).fill('The audit found what our tests could not.');
    await page.getByRole('button', { name: 'Send to one person' }).waitFor();
    await page.keyboard.press('Control+Enter');
    await page.getByText('Saved on this device. It reaches its readers with the next sync.').waitFor();
    await page.context().close();
  });

  it('is left alone while somebody types', async () => {
    const page = await open(people);
    await page.keyboard.press('f');
    await page.keyboard.press('Space');
    const field = page.getByRole('textbox', { name: 'Feedback' });
    await field.focus();
    await page.keyboard.type('go? jui');
    expect(await field.inputValue()).toBe('go? jui');
    expect(await page.getByRole('dialog').count()).toBe(0);
    await page.context().close();
  });
});
