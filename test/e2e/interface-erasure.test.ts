import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '#test/support/browser.ts';
import { fakeId } from '#test/support/fake/people.ts';
import { buildLook } from '#test/support/look/build.ts';
import { serveFolder } from '#test/support/look/serve.ts';
import { violationsOf } from '#test/support/place-checks.ts';

let browser: Browser;
let site: { readonly url: string; readonly close: () => void };
const folder = mkdtempSync(join(tmpdir(), 'meridian-look-'));

beforeAll(async () => {
  await buildLook(folder);
  site = await serveFolder(folder);
  browser = await launchBrowser();
}, 120_000);
afterAll(async () => {
  await browser.close();
  site.close();
  rmSync(folder, { recursive: true, force: true });
});

const at = async (
  place: string,
  heading: string,
  visit: (page: Page) => Promise<void>,
  scheme: 'light' | 'dark' = 'light',
): Promise<void> => {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    colorScheme: scheme,
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  await page.goto(`${site.url}#${place}`);
  await page.getByRole('heading', { name: heading }).first().waitFor();
  await visit(page);
  await context.close();
};

const trust = `/trust/${fakeId('New teams publish unaided')}`;
const ana = `/people/${fakeId('Ana Moreira')}`;

describe('erasing, in the window', () => {
  it('asks first: by keyboard to the dialog, focus on the safe answer, Escape keeps it', async () => {
    await at(ana, 'Ana Moreira', async (page) => {
      const more = page.getByRole('button', { name: 'More about this feedback' }).nth(1);
      await more.focus();
      await page.keyboard.press('Enter');
      await page.getByRole('menuitem', { name: 'History and signatures' }).waitFor();
      await page.getByRole('menuitem', { name: 'Erase for good' }).press('Enter');
      const dialog = page.getByRole('dialog', { name: 'Erase this feedback for good?' });
      await dialog.waitFor();
      for (const words of ['with their next sync', 'you cannot undo this', 'may have copied it', 'never syncs again'])
        expect(await dialog.textContent()).toContain(words);
      await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toContain('Keep it');
      expect(await violationsOf(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'hidden' });
    });
  });

  it('is not offered for what somebody else wrote between two', async () => {
    await at(ana, 'Ana Moreira', async (page) => {
      await page.getByRole('button', { name: 'More about this feedback' }).first().click();
      await page.getByRole('menuitem', { name: 'History and signatures' }).waitFor();
      expect(await page.getByRole('menuitem', { name: 'Erase for good' }).count()).toBe(0);
    });
  });

  for (const scheme of ['light', 'dark'] as const)
    it(`everything of one’s own goes only after a typed word (${scheme})`, async () => {
      await at(
        trust,
        'Your data',
        async (page) => {
          await page.getByRole('button', { name: 'Erase mine' }).click();
          const dialog = page.getByRole('dialog', { name: 'Erase what you wrote?' });
          const act = dialog.getByRole('button', { name: 'Erase all of it for good' });
          await act.waitFor();
          expect(await act.isDisabled()).toBe(true);
          expect(await dialog.textContent()).toContain('41 comments');
          expect(await violationsOf(page)).toEqual([]);
          await dialog.getByRole('textbox').fill('erase');
          await expect.poll(() => act.isEnabled()).toBe(true);
          await page.keyboard.press('Escape');
          await dialog.waitFor({ state: 'hidden' });
        },
        scheme,
      );
    });

  it('how long things are kept is said to everybody, and an admin changes it', async () => {
    await at(trust, 'Your data', async (page) => {
      const section = page.getByRole('region', { name: 'Your data' });
      expect(await section.textContent()).toContain('Comments for 12 months.');
      expect(await section.textContent()).toContain('this device erases 3 records');
      await section.getByRole('button', { name: 'Change' }).click();
      const dialog = page.getByRole('dialog', { name: 'How long the team keeps things' });
      await dialog.waitFor();
      expect(await violationsOf(page)).toEqual([]);
    });
  });
});

describe('the history of a record', () => {
  for (const scheme of ['light', 'dark'] as const)
    it(`says who had seen an entry, where a claimed time cannot be right, and what words changed (${scheme})`, async () => {
      await at(
        trust,
        'History of a record',
        async (page) => {
          const history = page.getByRole('region', { name: 'History of a record' });
          await history.getByText('Claire Tremblay had it by').waitFor();
          const text = (await history.textContent()) ?? '';
          for (const words of [
            'The claimed times of 2 entries do not agree',
            'had it before the time it claims',
            'that its author had already seen',
            'the content was erased',
          ])
            expect(text).toContain(words);
          expect(await history.locator('ins').allTextContents()).toEqual(['really', 'each']);
          expect(await violationsOf(page)).toEqual([]);
        },
        scheme,
      );
    });
});
