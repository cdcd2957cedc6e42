import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '#test/support/browser.ts';
import { scratch, startProfile, type RunningProfile } from '#test/support/running.ts';
import { read } from '#test/support/team.ts';
import { openWindow, type ProfileWindow } from '#test/support/window.ts';

const { folder, remove } = scratch();
let browser: Browser;
let sample: RunningProfile;
let window: ProfileWindow;

/** A keyboard that counts what is pressed besides the words of the check-in. */
const countingKeys = (page: Page) => {
  let pressed = 0;
  return {
    press: async (...keys: readonly string[]): Promise<void> => {
      for (const key of keys) {
        pressed += 1;
        await page.keyboard.press(key);
      }
    },
    type: (words: string): Promise<void> => page.keyboard.type(words),
    count: (): number => pressed,
  };
};

beforeAll(async () => {
  browser = await launchBrowser();
  sample = await startProfile(join(folder, 'sample'), ['--sample'], { patienceMs: 120_000 });
  window = await openWindow(browser, sample);
}, 180_000);
afterAll(async () => {
  await browser.close();
  await sample.stop();
  remove();
});

describe('the check-in of the sample team, by keyboard alone', () => {
  it('takes at most 40 key presses besides what is typed: every plan decided, a goal reported, a plan and the answer added', async () => {
    const { page } = window;
    const keys = countingKeys(page);
    await page.getByRole('heading', { name: 'Today', level: 1 }).waitFor();
    const draft = await read(sample.client, 'checkInDraft', {});
    expect(draft.lastPlans.length).toBeGreaterThan(1);
    expect(draft.keyResults.length).toBeGreaterThan(0);

    await keys.press('g', 'c');
    await page.getByRole('heading', { name: 'Check-in', level: 1 }).waitFor();
    await page.getByRole('list', { name: 'Last week’s plans' }).waitFor();
    // Every plan is decided about: the last one carried on, the others done.
    for (const [index] of draft.lastPlans.entries()) {
      await keys.press(...(index === 0 ? [] : ['j']), index === draft.lastPlans.length - 1 ? '>' : 'x');
    }
    // The first goal with value, confidence and note.
    await keys.press('j', '1', 'Enter');
    await keys.type('63');
    await keys.press('Escape');
    await keys.press('p');
    await keys.type('Decide error states for token refresh');
    await keys.press('Enter', 'Escape');
    await keys.press('w');
    await keys.type('One design review in writing is enough.');
    await keys.press('ControlOrMeta+Enter');
    await page.getByText('Sent to everyone').first().waitFor();

    expect(keys.count()).toBeLessThanOrEqual(40);
    const sent = (await read(sample.client, 'checkInDraft', {})).submitted;
    expect(sent?.lastPlans.map((plan) => plan.outcome)).toEqual([
      ...draft.lastPlans.slice(1).map(() => 'done'),
      'carried',
    ]);
    expect(sent?.updates[0]).toMatchObject({ value: 63, confidence: 'on-track' });
    expect(sent?.plans.at(-1)?.text).toBe('Decide error states for token refresh');
    expect(sent?.answer).toBe('One design review in writing is enough.');

    // What was said of a plan that is a task in Work was said to the task.
    const work = await read(sample.client, 'work', {});
    for (const plan of sent?.lastPlans ?? []) {
      const task = work.tasks.find(({ id }) => id === plan.id);
      if (task !== undefined) expect(task.state).toBe(plan.outcome === 'done' ? 'done' : 'open');
    }
    expect(work.tasks.filter(({ id }) => sent?.lastPlans.some((plan) => plan.id === id)).length).toBeGreaterThan(1);
  });
});

describe('the browser', () => {
  it('meets no complaint of the browser on the way', () => {
    expect(window.complaints).toEqual([]);
  });
});
