import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { chromium as playwright, type BrowserContext } from 'playwright-core';

export interface StandInBrowser {
  readonly context: BrowserContext;
  /** Where tests reach the same browser. */
  readonly debugPort: number;
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });

/** A real Chromium. Its own profile goes with the process. */
export const launchStandInBrowser = async (browser: string): Promise<StandInBrowser> => {
  const folder = mkdtempSync(join(tmpdir(), 'meridian-window-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));
  const debugPort = await freePort();
  const context = await playwright.launchPersistentContext(folder, {
    // A path of an executable, or the name of an installed browser.
    ...(isAbsolute(browser) ? { executablePath: browser } : { channel: browser }),
    headless: true,
    args: ['--no-sandbox', '--disable-gpu', `--remote-debugging-port=${debugPort}`],
    viewport: { width: 1280, height: 800 },
    serviceWorkers: 'block',
  });
  return { context, debugPort };
};
