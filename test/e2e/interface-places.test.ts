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
});
afterAll(async () => {
  await browser.close();
  site.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Opens a place and hands the page over once its heading stands; closes it afterwards. */
const at = async (
  place: string,
  heading: string,
  visit: (page: Page) => Promise<void>,
  scheme: 'light' | 'dark' = 'light',
): Promise<void> => {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    colorScheme: scheme,
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  await page.goto(`${site.url}#${place}`);
  await page.getByRole('heading', { name: heading }).first().waitFor();
  await visit(page);
  await context.close();
};

const expectNoViolations = async (page: Page): Promise<void> => {
  expect(await violationsOf(page)).toEqual([]);
};

const goal = fakeId('New teams publish unaided');
const places = [
  { name: 'check-in', place: '/check-in', heading: 'Last week’s plans' },
  { name: 'check-ins', place: '/check-in/earlier', heading: 'Haruto Ishikawa' },
  { name: 'data and trust', place: '/trust', heading: 'Your devices' },
  { name: 'a record’s history', place: `/trust/record/${goal}`, heading: 'History of a record' },
  { name: 'team members', place: '/members', heading: 'Who is in the team' },
  { name: 'search', place: '/search?q=pub', heading: 'Search' },
] as const;

describe('accessibility', () => {
  for (const { name, place, heading } of places) {
    for (const scheme of ['light', 'dark'] as const) {
      it(`axe finds nothing on ${name}, ${scheme}`, async () => {
        await at(place, heading, expectNoViolations, scheme);
      });
    }
  }

  it('axe finds nothing in the palette and the dialogs of check-in and trust', async () => {
    await at('/check-in', 'Last week’s plans', async (page) => {
      for (const key of ['Control+k', 'Escape', 'b', 'Escape', 'j', 'j', 'j', '>', 's', 'Escape', 'h'])
        await page.keyboard.press(key);
      await page.getByRole('dialog', { name: 'Hand the plan over' }).waitFor();
      await expectNoViolations(page);
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      await page.keyboard.press('Control+k');
      await page.getByRole('combobox', { name: 'Search, or say what to do' }).fill('pub');
      await page.getByRole('option', { name: /New teams publish/u }).waitFor();
      await expectNoViolations(page);
    });
    await at('/trust', 'Your devices', async (page) => {
      await page.keyboard.press('e');
      await page.getByRole('dialog', { name: 'Export everything' }).waitFor();
      await expectNoViolations(page);
    });
  });
});

describe('a check-in with the keyboard alone', () => {
  it('decides plans, says confidence, adds a plan and is sent', async () => {
    await at('/check-in', 'Last week’s plans', async (page) => {
      for (const key of ['x', 'j', '>', 'j', 'd']) await page.keyboard.press(key);
      await page.getByText('1 of 4 done, 1 undecided carries over').waitFor();
      for (const key of ['j', 'j', '2']) await page.keyboard.press(key);
      const said = page.getByRole('group', { name: 'Confidence in First-run completion' });
      expect(await said.getByRole('button', { name: 'At risk' }).getAttribute('aria-pressed')).toBe('true');
      await page.keyboard.press('p');
      await page.keyboard.type('Decide error states');
      await page.keyboard.press('Enter');
      expect(await page.getByLabel('Plan 3').inputValue()).toBe('Decide error states');
      await page.keyboard.press('Control+Enter');
      await page.getByText('Saved on this device. Everyone reads it with the next sync.').waitFor();
    });
  });

  it('asks what would help before a plan is carried over a third time', async () => {
    await at('/check-in', 'Last week’s plans', async (page) => {
      for (const key of ['j', 'j', 'j', '>']) await page.keyboard.press(key);
      await page.getByText('Carried over 3 times. What would help?').waitFor();
      await page.keyboard.press('s');
      await page.getByLabel('Second part').fill('Write the rest');
      await page.keyboard.press('Enter');
      expect(await page.getByLabel('Plan 5').inputValue()).toBe('Write the rest');
    });
  });

  it('says when a blocker runs out, here and there', async () => {
    await at('/check-in', 'Last week’s plans', async (page) => {
      await page.keyboard.press('b');
      await page.getByRole('combobox', { name: 'Waiting for' }).fill('Haruto');
      await page.getByRole('option', { name: 'Haruto Ishikawa' }).click();
      await page.getByText('Urgent, 4 h').click();
      await page.getByText('the time runs out at 13:12 here, 17:12 in Tokyo').waitFor();
      await page.keyboard.press('Control+Enter');
      await page.getByText('Say what you wait for, or remove the blocker.').first().waitFor();
    });
  });

  it('says that nothing changed with one key, and asks when something would be left behind', async () => {
    await at('/check-in', 'Last week’s plans', async (page) => {
      await page.keyboard.press('n');
      await page.getByText('Saved on this device. Everyone reads it with the next sync.').waitFor();
      await page.keyboard.press('x');
      await page.keyboard.press('n');
      await page.getByRole('dialog', { name: 'Send “nothing changed”?' }).waitFor();
    });
  });
});

describe('the palette', () => {
  it('opens a comment where it stands: under its check-in', async () => {
    await at('/trust', 'Your devices', async (page) => {
      await page.keyboard.press('Control+k');
      await page.keyboard.type('pub');
      await page.getByRole('option', { name: /Comment of Claire/u }).waitFor();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: 'Haruto Ishikawa' }).waitFor();
      await page.getByText('Would it help to measure one region first?').waitFor();
    });
  });

  it('does what the place below can do', async () => {
    await at('/trust', 'Your devices', async (page) => {
      await page.keyboard.press('Control+k');
      await page.keyboard.type('export');
      await page.keyboard.press('Enter');
      await page.getByRole('dialog', { name: 'Export everything' }).waitFor();
    });
  });
});

describe('search', () => {
  it('is narrowed by what is typed, from the beginning of a filter to its value, by keyboard alone', async () => {
    await at('/search?q=pub', 'Search', async (page) => {
      await page.getByText('New teams publish unaided').waitFor();
      await page.keyboard.press('s');
      await page.keyboard.press('End');
      await page.keyboard.type(' ki');
      await page.getByRole('option', { name: /^kind:/u }).waitFor();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await page.keyboard.type('comm');
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: 'comments', pressed: true }).waitFor();
      await page.getByText('Can we count publishing from the phone?').waitFor();
      await page.getByText('New teams publish unaided').waitFor({ state: 'detached' });
      expect(await page.getByRole('combobox').inputValue()).toBe('pub kind:comment ');
      await page.getByRole('button', { name: 'From', exact: true }).click();
      await page.keyboard.type('nobody');
      await page.getByText('“from:nobody” names nothing here.').waitFor();
    });
  });
});

describe('data and trust', () => {
  it('says in words that a clock differs and what waits', async () => {
    await at(`/trust/${goal}`, 'History of a record', async (page) => {
      await page.getByText('had it before the time it claims').waitFor();
      await page.getByText('Something that this was written after has not arrived yet.').waitFor();
    });
  });

  it('names what was set aside and why', async () => {
    await at('/trust', 'Your devices', async (page) => {
      await page.getByRole('button', { name: 'Show', exact: true }).click();
      const dialog = page.getByRole('dialog', { name: 'Entries that were set aside' });
      await dialog.getByText('Signed by a device after it was removed.').waitFor();
    });
  });
});
