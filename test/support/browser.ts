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

/**
 * A real Chromium: the one that comes from npm on Linux x64, an installed Chrome or Edge elsewhere. Its sandbox is off,
 * because containers and root, where tests run, do not allow one.
 */
export const launchBrowser = async (): Promise<Browser> => {
  if (process.platform !== 'linux' || process.arch !== 'x64') return launchInstalled();
  const { default: chromium } = await import('@sparticuz/chromium');
  return playwright.launch({
    executablePath: await chromium.executablePath(),
    headless: true,
    args: [...ownArgs, '--no-sandbox', '--disable-dev-shm-usage'],
  });
};
