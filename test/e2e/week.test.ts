import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '#test/support/browser.ts';
import { scratch, startProfile, startRelay, type RunningProfile, type RunningRelay } from '#test/support/running.ts';
import { createObjective, createTeam, delivered, eventually, joinTeam, read, run } from '#test/support/team.ts';
import { giveFeedbackIn, goTo, openWindow } from '#test/support/window.ts';

/** A week of three people who are never online at the same time: each opens the app, acts, and closes it again. */
const { folder, remove } = scratch();
let browser: Browser;
let relay: RunningRelay;
let open: RunningProfile | undefined;
let samiraId = '';
let objectiveId = '';
const complaints: string[] = [];

/** One person's time at the machine, alone: everything reaches the relay before it is closed. */
const at = async (name: string, act: (profile: RunningProfile) => Promise<void>): Promise<void> => {
  const profile = await startProfile(join(folder, name));
  open = profile;
  await act(profile);
  await delivered(profile.client);
  await profile.stop();
  open = undefined;
};

/** The same in a window, once the app shows Today. */
const inWindow = (name: string, act: (page: Page, profile: RunningProfile) => Promise<void>): Promise<void> =>
  at(name, async (profile) => {
    const window = await openWindow(browser, profile);
    await window.page.getByRole('heading', { name: 'Today', level: 1 }).waitFor();
    await act(window.page, profile);
    complaints.push(...window.complaints);
    await window.close();
  });

const everybodyIsIn = ({ client }: RunningProfile): Promise<unknown> =>
  eventually(
    client,
    'people',
    {},
    ({ people }) => people.length === 3 && people.every(({ state }) => state === 'member'),
  );

beforeAll(async () => {
  browser = await launchBrowser();
  relay = await startRelay(folder);
  const links: string[] = [];
  await at('ana', async ({ client }) => {
    await createTeam(client, 'Ana Moreira', [relay.url]);
    for (let nth = 0; nth < 2; nth++) links.push((await run(client, 'invitation.create', {})).link);
  });
  await at('samira', async ({ client }) => {
    samiraId = (await joinTeam(client, links[0] ?? '', 'Samira Qureshi', 'Asia/Karachi')).personId;
  });
  await at('haruto', async ({ client }) => {
    await joinTeam(client, links[1] ?? '', 'Haruto Ishikawa', 'Asia/Tokyo');
  });
  await at('ana', async (profile) => {
    const { client } = profile;
    await everybodyIsIn(profile);
    const { me } = await read(client, 'session', {});
    await run(client, 'member.setManager', { personId: samiraId, managerId: me?.id ?? '' });
    const made = await createObjective(client, me?.id ?? '', 'New teams publish unaided', {
      contributorIds: [samiraId],
      keyResults: [{ title: 'First-run completion', type: 'number', start: 0, target: 10, ownerId: samiraId }],
    });
    objectiveId = made.id;
  });
}, 240_000);
afterAll(async () => {
  await browser.close();
  await open?.stop();
  await relay.stop();
  remove();
});

describe('a week of three people who are never online together', () => {
  it('Samira plans, sends on what will not be done, and checks in with a blocker', async () => {
    await inWindow('samira', async (page, profile) => {
      await everybodyIsIn(profile);
      await eventually(profile.client, 'objective', { id: objectiveId }, ({ objective }) => objective !== null);
      await goTo(page, 'w', 'Work');
      for (const title of ['Ship the shorter form', 'Write the guide']) {
        await page.keyboard.press('n');
        await page.getByRole('dialog', { name: 'New task' }).waitFor();
        await page.keyboard.type(title);
        await page.keyboard.press('Enter');
        await page.getByRole('dialog', { name: 'New task' }).waitFor({ state: 'detached' });
        await page.getByRole('region', { name: 'The task' }).getByRole('heading', { name: title }).waitFor();
      }
      // The guide has to wait for next week.
      await page.keyboard.press('>');
      await page.getByRole('listitem').filter({ hasText: 'Write the guide' }).getByText('carried on').waitFor();

      await goTo(page, 'c', 'Check-in');
      await page.getByLabel('Value of First-run completion').fill('1');
      await page.getByLabel('Where you expect First-run completion to end').fill('4');
      const confidence = page.getByRole('group', { name: 'Confidence in First-run completion' });
      await confidence.getByRole('button', { name: 'At risk' }).press('Enter');
      await page.keyboard.press('Escape');
      await page.getByLabel('Add a plan').fill('Ship the shorter form');
      await page.keyboard.press('Enter');
      await page.keyboard.press('Escape');
      await page.keyboard.press('b');
      await page.getByRole('combobox', { name: 'Waiting for' }).fill('Haruto');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await page.getByLabel('What blocker 1 is about').fill('Which error states do we ship?');
      await page.keyboard.press('ControlOrMeta+Enter');
      await page.getByText('Sent to everyone').first().waitFor();
    });
  });

  it('Haruto finds the blocker in his Today with its norm running', async () => {
    await inWindow('haruto', async (page, profile) => {
      const needs = page.getByRole('list', { name: 'What needs you' });
      const waits = needs.getByRole('listitem').filter({ hasText: 'Samira waits for you' });
      await waits.waitFor();
      const { needsMe } = await read(profile.client, 'today', {});
      const blocker = needsMe.find(({ kind }) => kind === 'blocker');
      expect(blocker?.norm?.leftMs).toBeGreaterThan(0);
    });
  });

  it('Ana sees why the goal is at risk, acknowledges the check-in and writes to Samira alone', async () => {
    await inWindow('ana', async (page, profile) => {
      await eventually(profile.client, 'triage', {}, ({ items }) => items.length > 0);
      await page.keyboard.press('g');
      await page.keyboard.press('m');
      const triaged = page.getByRole('article').getByRole('heading', { name: 'Samira Qureshi' });
      await triaged.waitFor();
      await page.keyboard.press('a');
      await page.getByRole('heading', { name: 'Acknowledged this week' }).waitFor();

      await goTo(page, 'o', 'Goals');
      await page.getByText('First-run completion').first().click();
      await page.getByRole('button', { name: 'Why this?' }).press('Enter');
      await page.getByText('0 to 10').last().waitFor();
      await page.getByText(/A miss is less than 70%/u).waitFor();

      await giveFeedbackIn(page, 'Samira Qureshi', 'Only Samira', 'You said at risk in time.');
    });
  });

  it('Samira reads that it was acknowledged', async () => {
    await inWindow('samira', async (page) => {
      await page
        .getByText(/acknowledged your check-in/u)
        .first()
        .waitFor();
    });
  });

  it('Ana scores the goal at the end of the cycle, and Haruto has the score', async () => {
    await inWindow('ana', async (page) => {
      await page.goto(`${page.url().split('#')[0] ?? ''}#/goals/${objectiveId}`);
      await page.getByRole('heading', { name: 'New teams publish unaided' }).waitFor();
      await page.getByRole('button', { name: 'More about New teams publish unaided' }).click();
      await page.getByRole('menuitem', { name: 'Score and close' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('Score, 0.0 to 1.0').fill('0.4');
      await dialog.getByRole('textbox').last().fill('The form came late.');
      await page.keyboard.press('ControlOrMeta+Enter');
      await dialog.waitFor({ state: 'detached' });
    });
    await at('haruto', async ({ client }) => {
      const closed = await eventually(
        client,
        'objective',
        { id: objectiveId },
        ({ objective }) => objective?.state === 'closed',
      );
      expect(closed.objective?.score).toBe(0.4);
    });
  });

  it('meets no complaint of the browser on the way', () => {
    expect(complaints).toEqual([]);
  });
});
