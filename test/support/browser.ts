import { chromium as playwright, type Browser } from 'playwright-core';

const ownArgs = ['--disable-gpu', '--font-render-hinting=none', '--lang=en-US'] as const;

const launchInstalled = async (): Promise<Browser> => {
  const reasons: string[] = [];
  for (const channel of ['chrome', 'msedge', 'chromium']) {
    try {
      return await playwright.launch({ channel, headless: true, args: [...ownArgs] });
    } catch (thrown) {
      reasons.push(thrown instanceof Error ? (thrown.message.split('\n')[0] ?? '') : String(thrown));
    }
  }
  throw new Error(`No Chrome or Edge is installed here: ${reasons.join('; ')}`);
};

/** Where the Chromium from npm lies; it is unpacked when it is first asked for. */
export const chromiumPath = async (): Promise<string> => (await import('@sparticuz/chromium')).default.executablePath();

export const isFromNpm = process.platform === 'linux' && process.arch === 'x64';

/** Runs once before all end-to-end tests: two of them at a time must not unpack the browser over each other. */
export default async (): Promise<void> => {
  if (isFromNpm) await chromiumPath();
};

/**
 * A real Chromium: the one that comes from npm on Linux x64, an installed Chrome or Edge elsewhere. Its sandbox is off,
 * because containers and root, where tests run, do not allow one.
 */
export const launchBrowser = async (): Promise<Browser> => {
  if (!isFromNpm) return launchInstalled();
  return playwright.launch({
    executablePath: await chromiumPath(),
    headless: true,
    args: [...ownArgs, '--no-sandbox', '--disable-dev-shm-usage'],
  });
};
