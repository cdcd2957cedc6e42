import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '#test/support/browser.ts';
import { holdOpen } from '#test/support/held-open.ts';
import { scratch, startProfile, startRelay, type RunningProfile, type RunningRelay } from '#test/support/running.ts';
import { createObjective, createTeam, delivered, eventually, joinTeam, read, run } from '#test/support/team.ts';
import { giveFeedbackIn, goTo, openWindow } from '#test/support/window.ts';

/** A week of three people who are never online at the same time: each opens the app, acts, and closes it again. */
const { folder, remove } = scratch();
let browser: Browser;
let relay: RunningRelay;
let open: RunningProfile | undefined;
let samiraId = '';
let anaId = '';
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

/** Moves the focus with Tab, or Shift+Tab, as somebody without a mouse does. */
const tabTo = async (page: Page, element: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> => {
  for (let presses = 0; presses < 30; presses++) {
    if (await element.evaluate((found) => found === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${key} does not lead to ${element.toString()}.`);
};

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
    await createTeam(client, 'Ana Moreira', [relay.url], 'Europe/Lisbon');
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
    anaId = (await read(client, 'session', {})).me?.id ?? '';
    await run(client, 'member.setManager', { personId: samiraId, managerId: anaId });
    const made = await createObjective(client, anaId, 'New teams publish unaided', {
      contributorIds: [samiraId],
      keyResults: [
        { title: 'First-run completion', type: 'number', start: 0, target: 10, ownerId: samiraId },
        { title: 'Steps to unaided teams', type: 'milestone', start: 0, target: 2, ownerId: samiraId },
      ],
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

      // The check-in, from here on with the keyboard alone.
      await goTo(page, 'c', 'Check-in');
      const value = page.getByLabel('Value of First-run completion');
      await value.waitFor();
      // Down to the second key result, and back to the first.
      await page.keyboard.press('j');
      await page.keyboard.press('k');
      await page.keyboard.press('2');
      await page.keyboard.press('Enter');
      await tabTo(page, value);
      await page.keyboard.type('1');
      await tabTo(page, page.getByLabel('Where you expect First-run completion to end'));
      await page.keyboard.type('4');
      await page.keyboard.press('Escape');
      await page.keyboard.press('p');
      for (const plan of ['Ship the shorter form first', 'Ask new teams what stopped them']) {
        await page.keyboard.type(plan);
        await page.keyboard.press('Enter');
      }
      await page.keyboard.press('Escape');
      await page.keyboard.press('b');
      const blocker = page.getByLabel('What blocker 1 is about');
      await blocker.waitFor();
      await tabTo(page, blocker);
      await page.keyboard.type('Which error states do we ship?');
      await tabTo(page, page.getByRole('combobox', { name: 'Waiting for' }), 'Shift+Tab');
      await page.keyboard.type('Haruto');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await page.keyboard.press('ControlOrMeta+Enter');
      await page.getByText('Sent to everyone').first().waitFor();

      const said = (await read(profile.client, 'checkInDraft', {})).submitted;
      expect(said?.updates[0]).toMatchObject({ value: 1, projection: 4, confidence: 'at-risk' });
      expect(said?.blockers.map(({ text }) => text)).toEqual(['Which error states do we ship?']);
    });
  });

  it('Samira writes a milestone down and finishes it, and the key result it belongs to moves', async () => {
    await inWindow('samira', async (page, profile) => {
      const steps = async (): Promise<number | null | undefined> =>
        (await read(profile.client, 'objective', { id: objectiveId })).objective?.keyResults.find(
          ({ title }) => title === 'Steps to unaided teams',
        )?.progress;
      const before = await steps();
      await goTo(page, 'w', 'Work');
      await page.getByText('Milestones', { exact: true }).click();
      await page.keyboard.press('n');
      const dialog = page.getByRole('dialog', { name: 'New milestone' });
      await dialog.waitFor();
      await page.keyboard.type('First team published');
      await tabTo(page, dialog.getByRole('combobox', { name: 'Key result' }));
      await page.keyboard.type('Steps to');
      await page.getByRole('option', { name: /Steps to unaided teams/u }).waitFor();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await page.keyboard.press('ControlOrMeta+Enter');
      await dialog.waitFor({ state: 'detached' });
      const panel = page.getByRole('region', { name: 'The task' });
      await panel.getByRole('heading', { name: 'First team published' }).waitFor();
      await panel.getByRole('link', { name: 'Steps to unaided teams' }).waitFor();
      expect(await steps()).toBe(before);
      await page.keyboard.press('x');
      await panel.getByRole('button', { name: /Open again/u }).waitFor();
      await panel.getByRole('link', { name: 'Steps to unaided teams' }).press('Enter');
      await page.getByRole('region', { name: 'The chosen goal' }).getByText('First team published').first().waitFor();
      expect([before ?? 0, await steps()]).toEqual([0, 0.5]);
    });
  });

  it('Haruto finds the blocker in his Today with its norm running, and answers it while the norm lasts', async () => {
    await inWindow('haruto', async (page, profile) => {
      const needs = page.getByRole('list', { name: 'What needs you' });
      const waits = needs.getByRole('listitem').filter({ hasText: 'Samira waits for you' });
      await waits.waitFor();
      const { needsMe } = await read(profile.client, 'today', {});
      const blocker = needsMe.find(({ kind }) => kind === 'blocker');
      expect(blocker?.norm?.leftMs).toBeGreaterThan(0);

      const current = needs.locator('[aria-current="true"]');
      for (let at = 0; at < needsMe.length; at++) {
        if ((await current.textContent())?.includes('Samira waits for you') === true) break;
        await page.keyboard.press('j');
      }
      await page.keyboard.press('Enter');
      await page.getByRole('textbox', { name: 'Answer the blocker' }).waitFor();
      await page.keyboard.press('r');
      await page.keyboard.type('Only the two that a person can act on.');
      await page.keyboard.press('ControlOrMeta+Enter');
      await page.getByRole('textbox', { name: 'Answer the blocker' }).waitFor({ state: 'detached' });
      const after = await read(profile.client, 'today', {});
      expect(after.needsMe.filter(({ kind }) => kind === 'blocker')).toEqual([]);
    });
  });

  it('Ana puts the check-in on the 1:1, acknowledges it, sees why the goal is at risk and writes to Samira alone', async () => {
    await inWindow('ana', async (page, profile) => {
      await eventually(profile.client, 'triage', {}, ({ items }) => items.length > 0);
      await page.keyboard.press('g');
      await page.keyboard.press('m');
      const triaged = page.getByRole('article').getByRole('heading', { name: 'Samira Qureshi' });
      await triaged.waitFor();
      await page.keyboard.press('1');
      await eventually(profile.client, 'agenda', { personId: samiraId }, (agenda) => agenda.open.length === 1);
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

  it('Ana gives Samira kudos, and the badge of the milestone that she finished', async () => {
    await inWindow('ana', async (page, profile) => {
      await page.goto(`${page.url().split('#')[0] ?? ''}#/people/${samiraId}`);
      await page.getByRole('heading', { name: 'Samira Qureshi' }).first().waitFor();
      await page.keyboard.press('u');
      await page.getByRole('form').waitFor();
      await page.keyboard.type('The shorter form was yours.');
      await page.keyboard.press('ControlOrMeta+Enter');
      await page.getByRole('form').waitFor({ state: 'detached' });
      await page.keyboard.press('b');
      const dialog = page.getByRole('dialog');
      await dialog.getByText('Samira Qureshi').waitFor();
      await tabTo(page, dialog.getByRole('textbox').first());
      await page.keyboard.press('Enter');
      await dialog.waitFor({ state: 'detached' });
      const { hits } = await read(profile.client, 'search', {
        text: '',
        kinds: ['badge', 'kudos'],
        aboutIds: [samiraId],
      });
      expect(hits.map(({ kind }) => kind).toSorted()).toEqual(['badge', 'kudos']);
    });
  });

  it('Samira reads what came of her week: answered, acknowledged, on the 1:1, recognised; and the guide waits in the next', async () => {
    await inWindow('samira', async (page, profile) => {
      const { client } = profile;
      await page
        .getByText(/acknowledged your check-in/u)
        .first()
        .waitFor();
      const { checkIns } = await read(client, 'checkIns', { personId: samiraId, limit: 1 });
      expect(checkIns[0]?.blockers[0]?.request).toMatchObject({ state: 'answered' });
      expect((await read(client, 'agenda', { personId: anaId })).open).toHaveLength(1);
      const { hits } = await read(client, 'search', { text: '', aboutIds: [samiraId], byIds: [anaId] });
      expect(hits.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['kudos', 'badge', 'feedback']));
      await goTo(page, 'w', 'Work');
      await page.getByText('Ship the shorter form').first().waitFor();
      await page.keyboard.press(']');
      await page.getByRole('listitem').filter({ hasText: 'Write the guide' }).first().waitFor();
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

  it('Samira finds her plans in the check-in of the next week, carries one on and drops the other', async () => {
    const next = Date.now() + 7 * 86_400_000;
    const held = await holdOpen(join(folder, 'samira'), next);
    try {
      const page = await (await browser.newContext({ locale: 'en-GB' })).newPage();
      page.on('pageerror', (error) => complaints.push(error.message));
      await held.dress(page);
      await page.goto(held.entrance);
      await goTo(page, 'c', 'Check-in');
      const last = page.getByRole('list', { name: 'Last week’s plans' }).getByRole('listitem');
      const current = page.locator('[aria-current="true"]');
      const [carried, dropped] = ['Ship the shorter form first', 'Ask new teams what stopped them'];
      await last.filter({ hasText: carried }).waitFor();
      for (const [plan, key] of [
        [carried, '>'],
        [dropped, 'd'],
      ] as const) {
        const count = await last.count();
        for (let nth = 0; nth < count; nth++) await page.keyboard.press('k');
        for (let nth = 0; nth < count; nth++) {
          if ((await current.textContent())?.includes(plan) === true) break;
          await page.keyboard.press('j');
        }
        await current.filter({ hasText: plan }).waitFor();
        await page.keyboard.press(key);
      }
      await page.keyboard.press('ControlOrMeta+Enter');
      await page.getByText('Sent to everyone').first().waitFor();
      const { checkIns } = await read(held.client, 'checkIns', { personId: samiraId, limit: 2 });
      expect(checkIns).toHaveLength(2);
      const outcomes = new Map(checkIns[0]?.lastPlans.map(({ text, outcome }) => [text, outcome]));
      expect([outcomes.get(carried), outcomes.get(dropped)]).toEqual(['carried', 'dropped']);
      const plans = new Map(checkIns[0]?.plans.map((plan) => [plan.text, plan.carried]));
      expect([plans.get(carried), plans.get(dropped)]).toEqual([1, undefined]);
      await page.context().close();
    } finally {
      await held.close();
    }
  });

  it('meets no complaint of the browser on the way', () => {
    expect(complaints).toEqual([]);
  });
});
