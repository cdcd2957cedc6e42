import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '#test/support/browser.ts';
import { startProfile, type RunningProfile } from '#test/support/running.ts';
import { goTo, openWindow, type ProfileWindow } from '#test/support/window.ts';

let browser: Browser;
let profile: RunningProfile;
let window: ProfileWindow;
const folder = mkdtempSync(join(tmpdir(), 'meridian-work-'));

beforeAll(async () => {
  browser = await launchBrowser();
  profile = await startProfile(join(folder, 'profile'), ['--sample'], { patienceMs: 120_000 });
  window = await openWindow(browser, profile);
  await window.page.getByRole('heading', { name: 'Today', level: 1 }).waitFor();
}, 180_000);
afterAll(async () => {
  await window.close();
  await browser.close();
  await profile.stop();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

const row = (page: Page, title: string) => page.getByRole('listitem').filter({ hasText: title });
const panel = (page: Page) => page.getByRole('region', { name: 'The task' });

const violations = async (page: Page): Promise<readonly string[]> => {
  const report = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  return report.violations.map((each) => `${each.id}: ${each.nodes.map((node) => node.html).join(' ')}`);
};

describe('Work, by keyboard in the real app', () => {
  it('adds a task, finishes it, opens it again, carries it on and finds it in the next week', async () => {
    const { page } = window;
    await goTo(page, 'w', 'Work');
    await page.getByText('Planned for this week').waitFor();
    await page.keyboard.press('n');
    const dialog = page.getByRole('dialog', { name: 'New task' });
    await dialog.waitFor();
    await page.keyboard.type('Words for the empty board');
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'hidden' });
    await panel(page).getByRole('heading', { name: 'Words for the empty board' }).waitFor();

    await page.keyboard.press('x');
    await panel(page)
      .getByRole('button', { name: /Open again/ })
      .waitFor();
    await page.keyboard.press('x');
    await panel(page)
      .getByRole('button', { name: /Carry on/ })
      .waitFor();
    await page.keyboard.press('>');
    await row(page, 'Words for the empty board').getByText('carried on').waitFor();
    await page.keyboard.press(']');
    const next = row(page, 'Words for the empty board');
    await next.getByText('carried 1 time').waitFor();
    await page.keyboard.press('[');
    await page.getByText('Planned for this week').waitFor();
  });

  it('finishing a milestone moves its key result, and the goal says through which', async () => {
    const { client } = profile;
    const { page } = window;
    const me = await client.read('session', {});
    const cycles = await client.read('cycles', {});
    if (!me.ok || me.value.me === null || !cycles.ok || cycles.value.currentId === null) throw new Error('no sample');
    const made = await client.run('objective.create', {
      title: 'A board people read',
      cycleId: cycles.value.currentId,
      ownerId: me.value.me.id,
      keyResults: [{ title: 'Steps to the board', type: 'milestone', start: 0, target: 2 }],
    });
    if (!made.ok) throw new Error(made.error.sentence);
    const milestone = await client.run('task.create', {
      title: 'First board out',
      ownerId: me.value.me.id,
      milestone: true,
      keyResultId: made.value.keyResultIds[0] ?? null,
    });
    if (!milestone.ok) throw new Error(milestone.error.sentence);
    await page.getByText('Milestones', { exact: true }).click();
    await row(page, 'First board out').click();
    await panel(page).getByRole('heading', { name: 'First board out' }).waitFor();
    await page.keyboard.press('x');
    await panel(page)
      .getByRole('button', { name: /Open again/ })
      .waitFor();
    await panel(page).getByRole('link', { name: 'Steps to the board' }).click();
    const detail = page.getByRole('region', { name: 'The chosen goal' });
    await detail.getByText('First board out').first().waitFor();
    const objective = await client.read('objective', { id: made.value.id });
    expect(objective.ok && objective.value.objective?.keyResults[0]?.progress).toBe(0.5);
  });

  it.each(['Week', 'Board', 'Milestones'])('axe finds nothing in the view %s', async (view) => {
    const { page } = window;
    await goTo(page, 'w', 'Work');
    await page.getByText(view, { exact: true }).click();
    await page
      .getByText(view === 'Milestones' ? 'Finished' : view === 'Board' ? 'To do' : 'Planned for this week')
      .first()
      .waitFor();
    expect(await violations(page)).toEqual([]);
    expect(window.complaints).toEqual([]);
  });
});
