import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '#test/support/browser.ts';
import { scratch, startProfile, startRelay, type RunningProfile, type RunningRelay } from '#test/support/running.ts';
import { createTeam, delivered, eventually, joinTeam, run } from '#test/support/team.ts';
import { openWindow, type ProfileWindow } from '#test/support/window.ts';

const { folder, remove } = scratch();
let browser: Browser;
let relay: RunningRelay;
let ana: RunningProfile;
let window: ProfileWindow;
let danaId = '';

/** Ana leads a team whose only other person is a guest, Dana. */
beforeAll(async () => {
  browser = await launchBrowser();
  relay = await startRelay(folder);
  ana = await startProfile(join(folder, 'ana'));
  await createTeam(ana.client, 'Ana Moreira', [relay.url]);
  const { link } = await run(ana.client, 'invitation.create', { role: 'guest' });
  const dana = await startProfile(join(folder, 'dana'));
  danaId = (await joinTeam(dana.client, link, 'Dana Levi')).personId;
  await delivered(dana.client);
  await eventually(ana.client, 'people', {}, ({ people }) =>
    people.some(({ role, name }) => role === 'guest' && name !== ''),
  );
  await dana.stop();
  window = await openWindow(browser, ana);
  await window.page.getByRole('heading', { name: 'Today', level: 1 }).waitFor();
});
afterAll(async () => {
  await browser.close();
  await ana.stop();
  await relay.stop();
  remove();
});

describe('a guest, who reads and cannot act', () => {
  it('is nobody whom a blocker could wait for', async () => {
    const { page } = window;
    await page.keyboard.press('g');
    await page.keyboard.press('c');
    await page.getByText('Nobody else who can act has joined yet.').waitFor();
    expect(await page.getByRole('button', { name: 'Add a blocker' }).count()).toBe(0);
  });

  it('is asked for no feedback and no answer; kudos can be given', async () => {
    const { page } = window;
    await page.evaluate((to) => void (location.hash = to), `/people/${danaId}`);
    const thread = page.getByRole('region', { name: 'Thread with Dana Levi' });
    await thread.getByRole('button', { name: 'Write feedback' }).waitFor();
    await thread.getByRole('button', { name: 'More to begin here' }).click();
    await page.getByRole('menuitem', { name: 'Give kudos' }).waitFor();
    const offered = await page.getByRole('menuitem').allTextContents();
    const buttons = await thread.getByRole('button').allTextContents();
    expect([...offered, ...buttons].filter((label) => label.includes('Ask'))).toEqual([]);
    expect(window.complaints).toEqual([]);
  });
});
