import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '#test/support/browser.ts';
import { violationsOf } from '#test/support/place-checks.ts';
import { startProfile, type RunningProfile } from '#test/support/running.ts';
import { read, run } from '#test/support/team.ts';
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

  it('adds a task from another place, takes it back with Ctrl+Z, and moves a card along the board by keys', async () => {
    const { page } = window;
    await goTo(page, 'o', 'Goals');
    await page.keyboard.press('Shift+N');
    const dialog = page.getByRole('dialog', { name: 'New task' });
    await dialog.waitFor();
    await page.keyboard.type('Written from afar');
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'hidden' });
    expect(await page.getByRole('heading', { name: 'Goals', level: 1 }).isVisible()).toBe(true);
    await page.keyboard.press('Control+z');
    await page.getByText('Undone. Saved on this device.').waitFor();

    await goTo(page, 'w', 'Work');
    await page.getByText('Board', { exact: true }).click();
    const column = (name: string) => page.getByRole('region', { name });
    const card = (name: string) => column(name).getByRole('listitem').filter({ hasText: 'Written from afar' });
    await card('Dropped').click();
    await page.keyboard.press('Shift+ArrowLeft');
    await card('Done').waitFor();
    await page.keyboard.press('Shift+ArrowLeft');
    await card('To do').waitFor();
    await page.keyboard.press('Shift+ArrowRight');
    await card('Done').waitFor();
    await card('Done').dragTo(column('To do'));
    await card('To do').waitFor();
    await page.getByText('Week', { exact: true }).click();
  });

  it('drops a task and takes it up again with d, saying which, and leaves alone what the board does not show', async () => {
    const { client } = profile;
    const { page } = window;
    const { me } = await read(client, 'session', {});
    const made = await run(client, 'task.create', { title: 'Planned for no week', ownerId: me?.id ?? '' });
    const stateOf = async () => (await read(client, 'task', { id: made.id })).task?.state;
    await goTo(page, 'w', 'Work');
    await row(page, 'Planned for no week').click();
    await panel(page).getByRole('heading', { name: 'Planned for no week' }).waitFor();
    const said = page.getByRole('status').filter({ hasText: /^(Dropped|Open again)/u });
    await page.keyboard.press('d');
    await said.filter({ hasText: 'Dropped' }).waitFor();
    await expect.poll(stateOf).toBe('dropped');
    await panel(page).getByRole('button', { name: 'Drop' }).waitFor({ state: 'detached' });
    await page.keyboard.press('d');
    await said.filter({ hasText: 'Open again' }).waitFor();
    await expect.poll(stateOf).toBe('open');

    await page.getByText('Board', { exact: true }).click();
    await page.getByRole('region', { name: 'To do' }).waitFor();
    expect(page.url()).toContain(made.id);
    await page.keyboard.press('x');
    // What the next keys do is done after it.
    await page.keyboard.press('n');
    const dialog = page.getByRole('dialog', { name: 'New task' });
    await dialog.waitFor();
    await page.keyboard.type('Written after the key');
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'hidden' });
    expect(await stateOf()).toBe('open');
    await page.getByText('Week', { exact: true }).click();
  });

  it('begins from Today what belongs elsewhere: a goal, and feedback to somebody', async () => {
    const { page } = window;
    await goTo(page, 't', 'Today');
    await page.keyboard.press('c');
    await page.getByRole('menuitem', { name: 'Task for this week' }).waitFor();
    expect(await violationsOf(page)).toEqual([]);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'New goal' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await goTo(page, 't', 'Today');
    await page.keyboard.press('c');
    await page.getByRole('group', { name: 'Feedback to' }).getByRole('menuitem').first().click();
    await page.getByRole('heading', { name: /^Feedback about/u }).waitFor();
    await page.keyboard.press('Escape');
  });

  it('closes a cycle: a score and a reflection for each goal, one goes on, all in one act', async () => {
    const { client } = profile;
    const { page } = window;
    const made = await client.run('cycle.create', { title: 'Short cycle', start: '2024-01-01', end: '2024-02-29' });
    const me = await client.read('session', {});
    if (!made.ok || !me.ok || me.value.me === null) throw new Error('no sample');
    const ownerId = me.value.me.id;
    for (const title of ['A goal that ends', 'A goal that goes on']) {
      const goal = await client.run('objective.create', { title, cycleId: made.value.id, ownerId });
      if (!goal.ok) throw new Error(goal.error.sentence);
    }
    await goTo(page, 'o', 'Goals');
    await page
      .getByRole('button', { name: /day \d+ of \d+/ })
      .first()
      .click();
    await page.getByRole('menuitem', { name: 'Short cycle' }).click();
    await page.getByText('A goal that goes on').first().waitFor();
    await page.keyboard.press('x');
    const dialog = page.getByRole('dialog', { name: 'Close Short cycle' });
    await dialog.waitFor();
    const verdict = (title: string) => dialog.getByRole('group', { name: title });
    for (const [title, score] of [
      ['A goal that ends', '0.7'],
      ['A goal that goes on', '0.4'],
    ] as const) {
      await verdict(title).getByLabel('Score, 0.0 to 1.0').fill(score);
      await verdict(title).getByLabel('What was learned').fill(`Learned from ${title}`);
    }
    await verdict('A goal that goes on').getByRole('checkbox').check();
    expect(await violationsOf(page)).toEqual([]);
    await page.keyboard.press('Control+Enter');
    await dialog.waitFor({ state: 'hidden' });
    await page.getByText('Short cycle is closed. 1 goal goes on.').waitFor();
    await page.getByText('A goal that goes on').first().waitFor();
    const { rows } = await client.read('goals', { cycleId: made.value.id }).then((read) => {
      if (!read.ok) throw new Error(read.error.sentence);
      return read.value;
    });
    expect(rows.map(({ state }) => state)).toEqual(['closed', 'closed']);
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
    await goTo(page, 'w', 'Work');
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
    expect(await violationsOf(page)).toEqual([]);
    expect(window.complaints).toEqual([]);
  });
});
