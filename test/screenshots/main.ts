// `npm run screenshots`: the pictures of the README, taken from the real app with the sample team in a profile that is
// thrown away. They show what a newcomer sees, so they are made anew when the interface changes; always of the same
// Wednesday morning in Karachi, so that only what changed looks different.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { buildRenderer } from '../../build/scripts/bundles.ts';
import { root } from '../../build/vite/project.ts';
import type { EngineClient } from '#shared/protocol/index.ts';
import { launchBrowser } from '#test/support/browser.ts';
import { holdOpen } from '#test/support/held-open.ts';
import { run } from '#test/support/team.ts';

interface Picture {
  readonly name: string;
  readonly address: string;
  readonly title: string;
  /** What somebody who is in the middle of it would have done. */
  readonly act?: (page: Page) => Promise<void>;
}

const pictures: readonly Picture[] = [
  { name: 'today', address: '/today', title: 'Today' },
  {
    name: 'check-in',
    address: '/check-in',
    title: 'Check-in',
    act: async (page) => {
      await page.getByText('Ship the shorter sign-up form').first().waitFor();
      // The draft of the first round is still there in the second.
      if (await page.getByText('2 of 4 done').isVisible()) return;
      for (const key of ['x', 'j', 'x', 'j', '>']) await page.keyboard.press(key);
    },
  },
  {
    name: 'goals',
    address: '/goals',
    title: 'Goals',
    act: (page) => page.getByText('Publish latency, p95').first().click(),
  },
  { name: 'team', address: '/today/team', title: 'Today' },
  { name: 'journal', address: '/journal', title: 'My journal' },
  { name: 'work', address: '/tasks', title: 'Work' },
  { name: 'people', address: '/people', title: 'People' },
  { name: 'requests', address: '/requests', title: 'Questions' },
  { name: 'team-week', address: '/team-week', title: 'The team’s week' },
  { name: 'reminders', address: '/reminders', title: 'Reminders' },
  { name: 'search', address: '/search?q=publish', title: 'Search' },
  { name: 'members', address: '/members', title: 'Team members' },
  { name: 'import', address: '/import', title: 'Import' },
  { name: 'trust', address: '/trust', title: 'Data and trust' },
];

/** 09:12 on a Wednesday in Karachi, when people of several places are at work. */
const moment = Date.parse('2026-05-13T04:12:00Z');

const pinned = ['New teams publish unaided', 'Nobody notices the API'];

/** Lets fonts and figures arrive; still pictures have no motion to wait for. */
const settle = async (page: Page): Promise<void> => {
  await page.evaluate('document.fonts.ready');
  await page.waitForTimeout(600);
};

/** Pins two goals in the sidebar, as a person who uses them would have. */
const pinGoals = async (client: EngineClient): Promise<void> => {
  for (const title of pinned) {
    const found = await client.read('search', { text: title, kinds: ['objective'] });
    const hit = found.ok ? found.value.hits[0] : undefined;
    if (hit !== undefined) await run(client, 'pin.set', { targetId: hit.recordId, pinned: true });
  }
};

const main = async (): Promise<void> => {
  const folder = join(root, 'docs', 'screenshots');
  mkdirSync(folder, { recursive: true });
  await buildRenderer();
  const profile = mkdtempSync(join(tmpdir(), 'meridian-screenshots-'));
  const host = await holdOpen(profile, moment);
  const browser = await launchBrowser();
  try {
    await run(host.client, 'team.sample', {});
    await pinGoals(host.client);
    for (const colorScheme of ['light', 'dark'] as const) {
      for (const { name, address, title, act } of pictures) {
        const context = await browser.newContext({
          viewport: { width: 1280, height: 800 },
          locale: 'en-GB',
          colorScheme,
          reducedMotion: 'reduce',
        });
        const page = await context.newPage();
        await host.dress(page);
        await page.goto(host.entrance);
        await page.getByRole('heading', { name: 'Today', level: 1 }).waitFor();
        await page.evaluate(`location.hash = ${JSON.stringify(address)}`);
        await page.getByRole('heading', { name: title, level: 1 }).waitFor();
        await settle(page);
        if (act !== undefined) {
          await act(page);
          await settle(page);
        }
        const file = `${name}-${colorScheme}.png`;
        await page.screenshot({ path: join(folder, file) });
        await context.close();
        process.stdout.write(`docs/screenshots/${file}\n`);
      }
    }
  } finally {
    await browser.close();
    await host.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
};

await main();
