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
const folder = mkdtempSync(join(tmpdir(), 'meridian-look-goals-'));

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

interface Opening {
  readonly query?: string;
  readonly scheme?: 'light' | 'dark';
  readonly width?: number;
  readonly height?: number;
}

const open = async (place: string, title: string, how: Opening = {}): Promise<Page> => {
  const context = await browser.newContext({
    viewport: { width: how.width ?? 1280, height: how.height ?? 800 },
    colorScheme: how.scheme ?? 'light',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  await page.goto(`${site.url}?${how.query ?? ''}#${place}`);
  await page.getByRole('heading', { name: title }).first().waitFor();
  return page;
};
const goal = (title: string, how?: Opening): Promise<Page> => open(`/goals/${fakeId(title)}`, title, how);

const title = (page: Page): Promise<string | null> =>
  page.getByRole('region', { name: 'The chosen goal' }).getByRole('heading', { level: 2 }).textContent();

describe('Goals are accessible', () => {
  for (const scheme of ['light', 'dark'] as const) {
    for (const named of ['New teams publish unaided', 'Publish latency, p95', 'A pricing page people trust']) {
      it(`axe finds nothing on ${named}, ${scheme}`, async () => {
        const page = await goal(named, { scheme });
        expect(await violationsOf(page)).toEqual([]);
        await page.context().close();
      });
    }
  }
  for (const [key, name] of [
    ['n', 'New goal'],
    ['a', 'Key result for New teams publish unaided'],
  ] as const) {
    it(`axe finds nothing in the dialog "${name}"`, async () => {
      const page = await goal('New teams publish unaided');
      await page.keyboard.press(key);
      await page.getByRole('dialog', { name }).waitFor();
      expect(await violationsOf(page)).toEqual([]);
      await page.context().close();
    });
  }
  it('axe finds nothing while progress is reported, a goal is edited and a comment is written', async () => {
    const page = await goal('First-run completion');
    await page.keyboard.press('u');
    await page.getByRole('form', { name: 'Report progress' }).waitFor();
    expect(await violationsOf(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.keyboard.press('e');
    await page.getByRole('form', { name: 'Edit' }).waitFor();
    expect(await violationsOf(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.keyboard.press('c');
    await page.getByRole('form', { name: 'Comment' }).waitFor();
    expect(await violationsOf(page)).toEqual([]);
    await page.context().close();
  });
  for (const [query, heading] of [
    ['nogoals', 'No goals in Q2 2026 yet'],
    ['rtl', 'Teams start writing with ease'],
  ] as const) {
    it(`axe finds nothing with "${heading}"`, async () => {
      const page = await open('/goals', heading, { query });
      expect(await violationsOf(page)).toEqual([]);
      await page.context().close();
    });
  }
  for (const [width, height] of [
    [1024, 680],
    [1920, 1080],
  ] as const) {
    it(`nothing is cut off or scrolls sideways at ${String(width)} by ${String(height)}`, async () => {
      const page = await goal('Publish latency, p95', { width, height });
      const wide = await page.evaluate(() =>
        [...document.querySelectorAll('main *, section')]
          .filter((element) => ['auto', 'scroll'].includes(getComputedStyle(element).overflowX))
          .filter((element) => element.scrollWidth > element.clientWidth + 1)
          .map((element) => element.className),
      );
      expect(wide).toEqual([]);
      await page.context().close();
    });
  }
});

describe('the goal tree with the keyboard alone', () => {
  it('moves, shuts, opens and goes on to the detail', async () => {
    const page = await goal('Nobody notices the API');
    const tree = page.getByRole('tree');
    await page.keyboard.press('j');
    await expect.poll(() => title(page)).toBe('Publish latency, p95');
    await page.keyboard.press('ArrowLeft');
    await expect.poll(() => title(page)).toBe('Nobody notices the API');
    await page.keyboard.press('ArrowLeft');
    await expect.poll(() => tree.getByRole('treeitem', { name: /Publish latency/u }).count()).toBe(0);
    await page.keyboard.press('j');
    await expect.poll(() => title(page)).toBe('Our guides bring people in');
    await page.keyboard.press('k');
    await page.keyboard.press('ArrowRight');
    await tree.getByRole('treeitem', { name: /Publish latency/u }).waitFor();
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Nobody notices the API');
    await page.context().close();
  });

  it('reaches the last of 10,000 rows and finds it drawn, with its neighbours', async () => {
    const page = await open('/goals', 'Goals', { query: 'many' });
    await page.getByRole('treeitem').first().waitFor();
    await page.keyboard.press('End');
    const last = page.getByRole('treeitem', { name: /Key result 9999/u });
    await last.waitFor();
    await expect.poll(() => last.evaluate((row) => row === document.activeElement)).toBe(true);
    await page.keyboard.press('k');
    await page.getByRole('treeitem', { name: /Key result 9998/u, selected: true }).waitFor();
    expect(await page.getByRole('treeitem').count()).toBeLessThan(200);
    await page.keyboard.press('Home');
    await page.getByRole('treeitem', { name: /Objective 1 /u, selected: true }).waitFor();
    await page.context().close();
  });
});

describe('the address', () => {
  it('of a cycle shows that cycle', async () => {
    const page = await open(`/goals/${fakeId('Q1 2026')}`, 'No goals in Q1 2026 yet');
    await page.getByRole('button', { name: 'Q1 2026, closed' }).waitFor();
    await page.context().close();
  });
});

describe('work on a goal with the keyboard alone', () => {
  it('progress is reported with number keys, and asks for what is missing', async () => {
    const page = await goal('First-run completion');
    await page.keyboard.press('u');
    await page.keyboard.press('Control+Enter');
    // The form submits from the note; from a field, Enter does.
    await page.getByLabel('Where it stands now').press('Enter');
    await page.getByText('Say where it stands.').waitFor();
    await page.getByText('Choose one, with 1, 2 or 3.').waitFor();
    await page.getByLabel('Where it stands now').fill('66');
    await page.keyboard.press('Tab');
    await page.keyboard.type('78');
    await page.keyboard.press('Tab');
    await page.keyboard.press('2');
    expect(await page.getByRole('radio', { name: 'At risk' }).isChecked()).toBe(true);
    await page.keyboard.press('Tab');
    await page.keyboard.type('The error states are next.');
    await page.keyboard.press('Control+Enter');
    await page.getByText('Saved on this device').waitFor();
    await page.context().close();
  });

  it('what is written in a form is not taken for keys of the place', async () => {
    const page = await goal('First-run completion');
    await page.keyboard.press('u');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('j');
    await page.keyboard.press('e');
    expect(await title(page)).toBe('First-run completion');
    expect(await page.getByRole('form', { name: 'Report progress' }).count()).toBe(1);
    await page.context().close();
  });

  it('a new goal asks for what is missing and is made in one go', async () => {
    const page = await goal('Nobody notices the API');
    await page.keyboard.press('n');
    const dialog = page.getByRole('dialog', { name: 'New goal' });
    await dialog.getByLabel('Key result', { exact: true }).fill('Pages that load in a second');
    await page.keyboard.press('Control+Enter');
    await dialog.getByText('Give it a title.').waitFor();
    await dialog.getByText('Say where it should end.').waitFor();
    await dialog.getByLabel('Title').fill('Pages are quick everywhere');
    await dialog.getByLabel('Target', { exact: true }).fill('95');
    await page.keyboard.press('Control+Enter');
    await dialog.waitFor({ state: 'detached' });
    await page.getByText('Saved on this device').waitFor();
    await page.context().close();
  });

  it('two values of one field stand side by side until one is kept, or another is written', async () => {
    const page = await goal('First-run completion');
    const conflict = page.getByRole('region', { name: /^Target: written twice/u });
    await conflict.getByText('76%').waitFor();
    await conflict.getByText('80%').waitFor();
    await conflict.getByRole('button', { name: 'Write another value' }).press('Enter');
    await conflict.getByRole('textbox', { name: 'Target' }).fill('78');
    await page.keyboard.press('Enter');
    await page.getByText('Settled on this device').waitFor();
    await page.context().close();
  });

  it('says in words why somebody may not report', async () => {
    const page = await goal('Publish latency, p95');
    expect(await page.getByRole('button', { name: 'Report progress' }).isDisabled()).toBe(true);
    await page.getByText(/Only the key result.s owner, or the objective.s owner/u).waitFor();
    await page.context().close();
  });

  it('the chart is also a table, and the alarm says why', async () => {
    const page = await goal('Publish latency, p95');
    await page.getByRole('img', { name: /Publish latency, p95 from 480 ms to 372 ms/u }).waitFor();
    await page.getByRole('button', { name: 'Show as a table' }).press('Enter');
    expect(await page.getByRole('region', { name: 'Reported values' }).getByRole('row').count()).toBe(8);
    await page.getByRole('button', { name: 'Why this?' }).press('Enter');
    await page.getByText('300 ms, said by Haruto Ishikawa').waitFor();
    expect(await violationsOf(page)).toEqual([]);
    await page.context().close();
  });
});

describe('Import', () => {
  const paste = async (page: Page, text: string): Promise<void> => {
    await page.getByLabel('Or paste a table').fill(text);
    await page.keyboard.press('Control+Enter');
  };

  for (const scheme of ['light', 'dark'] as const) {
    it(`axe finds nothing before, during and after, ${scheme}`, async () => {
      const page = await open('/import', 'Choose a file with goals', { scheme });
      expect(await violationsOf(page)).toEqual([]);
      await paste(page, '| Key result |');
      await page.getByRole('heading', { name: 'What would happen' }).waitFor();
      expect(await violationsOf(page)).toEqual([]);
      await page.getByRole('button', { name: 'Import 3 rows' }).press('Enter');
      await page.getByText(/Importing the same file again changes nothing/u).waitFor();
      expect(await violationsOf(page)).toEqual([]);
      await page.context().close();
    });
  }

  it('a file without a table is refused with a sentence, nothing is imported and the text stays', async () => {
    const page = await open('/import', 'Choose a file with goals');
    await paste(page, 'nothing of use');
    await page.getByText(/There is no table with a head in this file\. Nothing was imported\./u).waitFor();
    expect(await page.getByLabel('Or paste a table').inputValue()).toBe('nothing of use');
    await page.context().close();
  });

  it('takes a file from the picker, shows what is wrong in its row, and proposes the cycle of the file', async () => {
    const page = await open('/import', 'Choose a file with goals');
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'okrs.md', mimeType: 'text/markdown', buffer: Buffer.from('| Key result |\n| --- |\n') });
    await page.getByText('Nobody in the team is called @gone.').waitFor();
    expect(await page.getByLabel('Name', { exact: true }).inputValue()).toBe('2026 Q3');
    await page.getByText('1 row with a problem is left out.').waitFor();
    await page.context().close();
  });
});
