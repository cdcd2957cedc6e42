// `npm run screenshots`: the pictures of the README, taken from the real app with the sample team in a profile that is
// thrown away. They show what a newcomer sees, so they are made anew when the interface changes.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium as playwright } from 'playwright-core';
import type { Browser, Page } from 'playwright-core';
import { connectMeridian } from '../../electron/engine/client/index.ts';
import { secretName } from '../../shared/protocol/index.ts';
import { root } from '../vite/project.ts';
import { buildRenderer } from './bundles.ts';
import { startProgram } from './processes.ts';

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

const pinned = ['New teams publish unaided', 'Nobody notices the API'];

/** The Chromium that comes from npm on Linux x64, where everybody gets the same letters; an installed Chrome elsewhere. */
const launchBrowser = async (): Promise<Browser> => {
  const args = ['--disable-gpu', '--font-render-hinting=none', '--lang=en-US'];
  if (process.platform !== 'linux' || process.arch !== 'x64') return playwright.launch({ channel: 'chrome', args });
  const { default: chromium } = await import('@sparticuz/chromium');
  return playwright.launch({
    executablePath: await chromium.executablePath(),
    args: [...args, '--no-sandbox', '--disable-dev-shm-usage'],
  });
};

/** Lets fonts and figures arrive; still pictures have no motion to wait for. */
const settle = async (page: Page): Promise<void> => {
  await page.evaluate('document.fonts.ready');
  await page.waitForTimeout(600);
};

const text = (announced: Readonly<Record<string, unknown>>, key: string): string => {
  const value = announced[key];
  if (typeof value !== 'string') throw new Error(`The host announced no "${key}".`);
  return value;
};

/** Pins two goals in the sidebar, as a person who uses them would have. */
const pinGoals = async (url: string, token: string): Promise<void> => {
  const client = await connectMeridian({ url, token });
  for (const title of pinned) {
    const found = await client.read('search', { text: title, kinds: ['objective'] });
    const hit = found.ok ? found.value.hits[0] : undefined;
    if (hit !== undefined) await client.run('pin.set', { targetId: hit.recordId, pinned: true });
  }
  client.close();
};

const main = async (): Promise<void> => {
  const folder = join(root, 'docs', 'screenshots');
  mkdirSync(folder, { recursive: true });
  await buildRenderer();
  const profile = mkdtempSync(join(tmpdir(), 'meridian-screenshots-'));
  const host = await startProgram(
    'electron/engine/hosts/cli/main.ts',
    ['serve', '--profile', profile, '--port', '0', '--no-open', '--no-lan', '--json', '--sample'],
    { patienceMs: 120_000 },
  );
  const browser = await launchBrowser();
  try {
    const url = text(host.announced, 'url');
    const token = text(host.announced, 'token');
    await pinGoals(url, token);
    for (const colorScheme of ['light', 'dark'] as const) {
      for (const { name, address, title, act } of pictures) {
        const context = await browser.newContext({
          viewport: { width: 1280, height: 800 },
          locale: 'en-GB',
          colorScheme,
          reducedMotion: 'reduce',
        });
        const page = await context.newPage();
        await page.goto(`${url}#${secretName}=${token}`);
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
        console.log(`docs/screenshots/${file}`);
      }
    }
  } finally {
    await browser.close();
    await host.stop();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
};

await main();
