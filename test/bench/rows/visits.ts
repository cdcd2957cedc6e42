import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import type { RunningProfile } from '#test/support/running.ts';

export interface Visit {
  /** Milliseconds from the start of navigation to the frame that shows Today with its needs. */
  readonly paintMs: number;
  /** Scripts the page loaded until then, in bytes, gzipped. */
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

/** Opens the app with an empty cache, waits for Today, and then does `more` in the same page. */
export const visit = async (
  browser: Browser,
  profile: RunningProfile,
  more: (page: Page) => Promise<void> = () => Promise.resolve(),
): Promise<Visit> => {
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
    const scriptBytes = (await Promise.all(scripts.splice(0))).reduce((sum, size) => sum + size, 0);
    await more(page);
    return { paintMs, scriptBytes };
  } finally {
    await context.close();
  }
};
