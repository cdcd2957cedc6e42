import { launchBrowser } from '#test/support/browser.ts';
import { startProfile } from '#test/support/running.ts';
import { buildRenderer } from '../../../build/scripts/bundles.ts';
import { percentiles, row } from '../stats.ts';
import type { BenchRow } from './context.ts';
import { visit, type Visit } from './visits.ts';

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
