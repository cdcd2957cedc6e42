import type { Page } from 'playwright-core';
import { launchBrowser } from '#test/support/browser.ts';
import { startProfile } from '#test/support/running.ts';
import { buildRenderer } from '../../../build/scripts/bundles.ts';
import { percentiles, row } from '../stats.ts';
import type { BenchRow } from './context.ts';
import { fillCycles } from './fill.ts';
import { visit, type Visit } from './visits.ts';

interface Scrolled {
  /** Time between two frames while the list moves, in milliseconds. */
  readonly frames: readonly number[];
  /** Frames in which some part of the list's window had no row. */
  readonly blank: number;
  readonly rows: number;
}

/** Runs in the page: moves the list of goals from its top to its end and looks at what every frame shows. */
const scrollThrough = async (steps: number): Promise<Scrolled> => {
  const table = document.querySelector('[role="table"]');
  const scroller = [...(table?.querySelectorAll<HTMLElement>('[role="rowgroup"]') ?? [])].at(-1);
  if (table === null || scroller === undefined) throw new Error('There is no list of goals.');
  const frame = (): Promise<number> => new Promise((done) => requestAnimationFrame(done));
  const covered = (): boolean => {
    const box = scroller.getBoundingClientRect();
    return [0.02, 0.25, 0.5, 0.75, 0.98].every((share) => {
      const at = document.elementFromPoint(box.left + box.width / 2, box.top + box.height * share);
      return at?.closest('[role="row"]') !== null && at !== null;
    });
  };
  const frames: number[] = [];
  let blank = 0;
  let before = await frame();
  for (let step = 1; step < steps; step++) {
    scroller.scrollTop = ((scroller.scrollHeight - scroller.clientHeight) * step) / steps;
    const now = await frame();
    frames.push(now - before);
    before = now;
    // What this frame paints is drawn by the handlers that ran before it.
    await new Promise((done) => setTimeout(done, 0));
    if (!covered()) blank++;
  }
  return { frames, blank, rows: Number(table.getAttribute('aria-rowcount')) - 1 };
};

interface LongList extends Scrolled {
  readonly openMs: number;
}

/** Opens Goals, changes to the list and scrolls through all of it. */
const readLongList = async (page: Page, steps: number): Promise<LongList> => {
  const started = performance.now();
  await page.evaluate(() => void (location.hash = '/goals'));
  await page.locator('[role="treeitem"], [role="row"]').first().waitFor();
  const openMs = performance.now() - started;
  await page.keyboard.press('v');
  await page.locator('[role="table"] [role="row"][data-index]').first().waitFor();
  return { openMs, ...(await page.evaluate(scrollThrough, steps)) };
};

/** The interface on the sample team with the history of a large one: 100,000 records, 10,000 goals of one cycle in a list. */
export const largeRenderer: BenchRow = async ({ quick, folder, say }) => {
  if (await buildRenderer()) say('  built the interface');
  const [count, present] = quick ? [2_000, 1_000] : [100_000, 50_000];
  const directory = `${folder('large-renderer')}/profile`;
  const first = await startProfile(directory);
  const made = await first.client.run('team.sample', {});
  const cycles = await first.client.read('cycles', {});
  await first.stop();
  if (!made.ok) throw new Error(made.error.sentence);
  if (!cycles.ok) throw new Error(cycles.error.sentence);
  const current = cycles.value.currentId;
  if (current === null) throw new Error('The sample team has no cycle that today belongs to.');
  fillCycles(directory, { current, count, present }, say);

  const profile = await startProfile(directory);
  const visits: Visit[] = [];
  const lists: LongList[] = [];
  try {
    const browser = await launchBrowser();
    try {
      for (let nth = 0; nth < (quick ? 1 : 5); nth++)
        visits.push(
          await visit(browser, profile, async (page) => {
            lists.push(await readLongList(page, quick ? 60 : 300));
          }),
        );
    } finally {
      await browser.close();
    }
  } finally {
    await profile.stop();
  }
  const paint = percentiles(visits.map((one) => one.paintMs));
  const opening = percentiles(lists.map((one) => one.openMs));
  const frames = percentiles(lists.flatMap((one) => one.frames));
  const blank = lists.reduce((sum, one) => sum + one.blank, 0);
  const rows = Math.min(...lists.map((one) => one.rows));
  return [
    row({
      name: `first meaningful paint, ${count} records`,
      unit: 'ms',
      ours: paint.p50,
      oursP95: paint.p95,
      budget: '<= 1000',
      met: paint.p50 <= 1000,
      note: 'as above, on the sample team with a long history of goals and comments',
    }),
    row({
      name: `opening Goals with ${rows} goals of one cycle`,
      unit: 'ms',
      ours: opening.p50,
      oursP95: opening.p95,
      note: 'from Today until the first goals are on the screen',
    }),
    row({
      name: `scrolling through ${rows} rows, frame`,
      unit: 'ms',
      ours: frames.p50,
      oursP95: frames.p95,
      note: 'time between frames; a screen that shows 60 a second needs 16.7',
    }),
    row({
      name: 'the same, frames with a gap',
      unit: 'frames',
      ours: blank,
      budget: '0',
      met: blank === 0,
      note: 'frames in which a part of the list had no row',
    }),
  ];
};
