import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '#test/support/browser.ts';
import { scratch, startProfile, startRelay, type RunningProfile, type RunningRelay } from '#test/support/running.ts';
import { createObjective, createTeam, delivered, eventually, joinTeam, run } from '#test/support/team.ts';
import { openWindow, type ProfileWindow } from '#test/support/window.ts';

const { folder, remove } = scratch();
let browser: Browser;
let relay: RunningRelay;
let ana: RunningProfile;
let ben: RunningProfile;
let hers: ProfileWindow;
let his: ProfileWindow;
let objectiveId = '';

beforeAll(async () => {
  browser = await launchBrowser();
  relay = await startRelay(folder);
  ana = await startProfile(join(folder, 'ana'));
  ben = await startProfile(join(folder, 'ben'));
  const { personId: anaId } = await createTeam(ana.client, 'Ana Costa', [relay.url]);
  const { link } = await run(ana.client, 'invitation.create', {});
  await delivered(ana.client);
  const { personId: benId } = await joinTeam(ben.client, link, 'Ben Okoro');
  await eventually(ana.client, 'people', {}, ({ people }) =>
    people.some(({ id, state }) => id === benId && state === 'member'),
  );
  const { id } = await createObjective(ana.client, anaId, 'Work apart', {
    description: 'We ship on Fridays.',
    contributorIds: [benId],
    keyResults: [
      { title: 'Guides', type: 'number', start: 0, target: 10 },
      { title: 'Calls', type: 'number', start: 0, target: 10 },
    ],
  });
  objectiveId = id;
  await eventually(ben.client, 'people', {}, ({ people }) => people.every(({ state }) => state === 'member'));
  await eventually(ben.client, 'objective', { id }, ({ objective }) => objective !== null);
  hers = await openWindow(browser, ana);
  his = await openWindow(browser, ben);
});
afterAll(async () => {
  await browser.close();
  await ana.stop();
  await ben.stop();
  await relay.stop();
  remove();
});

const openGoal = async (page: Page): Promise<void> => {
  await page.getByRole('navigation').first().waitFor();
  await page.goto(`${page.url().split('#')[0] ?? ''}#/goals/${objectiveId}`);
  await page.getByRole('heading', { name: 'Work apart' }).waitFor();
};

const describeAs = async (page: Page, description: string): Promise<void> => {
  await page.keyboard.press('e');
  const form = page.getByRole('form', { name: 'Edit' });
  await form.getByLabel('Description').fill(description);
  await page.keyboard.press('ControlOrMeta+Enter');
  await form.waitFor({ state: 'detached' });
};

const comment = async (page: Page, text: string): Promise<void> => {
  await page.keyboard.press('c');
  const form = page.getByRole('form', { name: 'Comment' });
  await form.getByRole('textbox', { name: 'Comment' }).fill(text);
  await page.keyboard.press('ControlOrMeta+Enter');
  await form.waitFor({ state: 'detached' });
};

const meet = async (): Promise<void> => {
  await relay.start();
  for (const { client } of [ana, ben]) await run(client, 'relay.retry', {});
};

describe('two windows that were offline', () => {
  it('show both texts, both comments and the same state once they meet', async () => {
    await relay.stop();
    for (const { page } of [hers, his]) await openGoal(page);
    await describeAs(hers.page, 'Together, we ship on Fridays.');
    await describeAs(his.page, 'We ship on Fridays. Nobody works late.');
    await comment(hers.page, 'Said in Toronto');
    await comment(his.page, 'Said in Karachi');
    await meet();
    for (const { page } of [hers, his]) {
      await page.getByText('Together, we ship on Fridays. Nobody works late.').first().waitFor();
      await page.getByText('Said in Toronto').first().waitFor();
      await page.getByText('Said in Karachi').first().waitFor();
    }
  });

  it('show overlapping texts side by side with their authors, until one is kept, for both', async () => {
    await relay.stop();
    await describeAs(hers.page, 'We ship every Tuesday morning.');
    await describeAs(his.page, 'We ship whenever it is ready.');
    await meet();
    for (const { page } of [hers, his]) {
      const panel = page.getByRole('region', { name: /written twice/ });
      await panel.getByText('We ship every Tuesday morning.').waitFor();
      await panel.getByText('We ship whenever it is ready.').waitFor();
      await panel.getByText('Ana Costa').waitFor();
      await panel.getByText('Ben Okoro').waitFor();
    }
    await his.page.getByRole('button', { name: 'Keep this, written by Ana Costa' }).click();
    for (const { page } of [hers, his]) {
      await page.getByRole('region', { name: /written twice/ }).waitFor({ state: 'detached' });
      await page.getByText('We ship every Tuesday morning.').first().waitFor();
    }
  });

  it('show who changed what, and that every signature verifies', async () => {
    for (const { page } of [hers, his]) {
      await page.goto(`${page.url().split('#')[0] ?? ''}#/trust/${objectiveId}`);
      await page.getByText('Every signature was checked here.').waitFor();
      const history = page.getByRole('region', { name: 'History of a record' });
      await history.getByText('Ana Costa').first().waitFor();
      await history.getByText('Ben Okoro').first().waitFor();
      await page.getByRole('button', { name: 'Verify all records' }).click();
      await page.getByText(/^All \d+ records verified/).waitFor();
    }
    expect(hers.complaints).toEqual([]);
    expect(his.complaints).toEqual([]);
  });
});
