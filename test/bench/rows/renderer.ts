import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '#test/support/browser.ts';
import { startProfile, type RunningProfile } from '#test/support/running.ts';
import { buildRenderer } from '../../../build/scripts/bundles.ts';
import { percentiles, row } from '../stats.ts';
import type { BenchRow } from './context.ts';

interface Visit {
  /** Milliseconds from the start of navigation to the frame that shows Today with its needs. */
  readonly paintMs: number;
  /** Scripts the page loaded until then, gzipped. */
  readonly scriptBytes: number;
}

/** Runs in the page before anything else: notes when Today's list is painted. */
const noteFirstPaint = (): void => {
  const meaningful = (): boolean =>
    document.querySelector('main h1') !== null && document.querySelectorAll('main li').length > 0;
  const look = (): void => {
    if (!meaningful()) return void requestAnimationFrame(look);
    // The frame after this one is on the screen.
    requestAnimationFrame(() => setTimeout(() => Object.assign(window, { paintedAt: performance.now() }), 0));
  };
  look();
};

const visit = async (browser: Browser, profile: RunningProfile): Promise<Visit> => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  try {
    const page = await context.newPage();
    await page.addInitScript(noteFirstPaint);
    const scripts: Promise<number>[] = [];
    page.on('response', (response) => {
      if (response.request().resourceType() !== 'script') return;
      scripts.push(response.body().then((body) => gzipSync(body).length));
    });
    await page.goto(profile.entrance);
    const handle = await page.waitForFunction(() => (window as { paintedAt?: number }).paintedAt);
    const paintMs = Number(await handle.jsonValue());
    const scriptBytes = (await Promise.all(scripts)).reduce((sum, size) => sum + size, 0);
    return { paintMs, scriptBytes };
  } finally {
    await context.close();
  }
};

/** The interface as a browser gets it from the browser host, on the sample team, each time with an empty cache. */
export const renderer: BenchRow = async ({ quick, folder, say }) => {
  if (await buildRenderer()) say('  built the interface');
  const profile = await startProfile(`${folder('renderer')}/profile`);
  const visits: Visit[] = [];
  try {
    const made = await profile.client.run('team.sample', {});
    if (!made.ok) throw new Error(made.error.sentence);
    const browser = await launchBrowser();
    try {
      for (let nth = 0; nth < (quick ? 3 : 9); nth++) visits.push(await visit(browser, profile));
    } finally {
      await browser.close();
    }
  } finally {
    await profile.stop();
  }
  const paint = percentiles(visits.map((one) => one.paintMs));
  const kilobytes = Math.max(...visits.map((one) => one.scriptBytes)) / 1024;
  return [
    row({
      name: 'first meaningful paint',
      unit: 'ms',
      ours: paint.p50,
      oursP95: paint.p95,
      budget: '<= 1000',
      met: paint.p50 <= 1000,
      note: 'browser host, sample team, Chromium with an empty cache: Today with its list; the rival has no interface',
    }),
    row({
      name: 'initial JavaScript, gzip',
      unit: 'KB',
      ours: kilobytes,
      budget: '<= 350',
      met: kilobytes <= 350,
      note: 'every script loaded until that paint',
    }),
  ];
};
