import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '#test/support/browser.ts';
import { violationsOf } from '#test/support/place-checks.ts';
import { scratch, startProfile, type RunningProfile } from '#test/support/running.ts';
import { read, run } from '#test/support/team.ts';
import { openWindow, type ProfileWindow } from '#test/support/window.ts';

const { folder, remove } = scratch();
let browser: Browser;
let samira: RunningProfile;
let window: ProfileWindow;

beforeAll(async () => {
  samira = await startProfile(join(folder, 'samira'));
  await run(samira.client, 'team.sample', {});
  browser = await launchBrowser();
  window = await openWindow(browser, samira);
  await window.page.getByRole('heading', { name: 'Today', level: 1 }).waitFor();
});
afterAll(async () => {
  await browser.close();
  await samira.stop();
  remove();
});

const current = () => window.page.locator('li[aria-current="true"]');
const focused = (): Promise<string> => window.page.evaluate(() => document.activeElement?.textContent ?? '');

describe('a manager’s triage, by keyboard in the real app', () => {
  it('shows who waits first, each with the whole check-in and the one before', async () => {
    const { page } = window;
    await page.keyboard.press('g');
    await page.keyboard.press('m');
    await page.getByRole('heading', { name: 'Blocked on you' }).waitFor();
    expect(await current().textContent()).toContain('Haruto Ishikawa');
    await page.getByRole('article').getByRole('heading', { name: 'Haruto Ishikawa' }).waitFor();
    await page.getByRole('heading', { name: 'The week before' }).waitFor();
    expect(page.url()).toContain('/today/team');
  });

  it.each(['light', 'dark'] as const)('axe finds nothing, %s', async (scheme) => {
    const { page } = window;
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    expect(await violationsOf(page)).toEqual([]);
  });

  it('answers with r what somebody waits for, puts a check-in on the 1:1 with 1, and acknowledges with a', async () => {
    const { page } = window;
    await page.keyboard.press('j');
    await page.getByRole('article').getByRole('heading', { name: 'Lucas Prado' }).waitFor();
    const before = await read(samira.client, 'triage', {});
    const waiting = before.items.find(({ group, blockers }) => group === 'blocked' && blockers[0]?.urgent === false);
    await page.keyboard.press('1');
    await expect
      .poll(async () => (await read(samira.client, 'agenda', { personId: waiting?.personId ?? '' })).open)
      .toMatchObject([{ text: waiting?.blockers[0]?.text, source: { id: waiting?.checkInId } }]);
    await page.keyboard.press('r');
    await page.keyboard.type('Each colour of the syntax.');
    await page.keyboard.press('Control+Enter');
    await page
      .getByText(/^Solved/u)
      .first()
      .waitFor();
    await expect
      .poll(async () => (await read(samira.client, 'triage', {})).items.map((item) => [item.checkInId, item.group]))
      .toContainEqual([waiting?.checkInId, 'unread']);
    await page.getByRole('article').getByRole('heading', { name: 'Lucas Prado' }).waitFor();
    await expect.poll(focused).toContain('Lucas Prado');
    await page.keyboard.press('a');
    await page.getByRole('heading', { name: 'Acknowledged this week' }).waitFor();
    await expect.poll(() => page.url()).not.toContain(waiting?.checkInId);
    await expect.poll(focused).toBe(await current().textContent());
    expect(window.complaints).toEqual([]);
  });

  it('moves on to the next after a comment, and never loses the focus', async () => {
    const { page } = window;
    const first = await current().textContent();
    // Keys belong to the check-in that is shown, once it is.
    await page.getByRole('article').waitFor();
    await page.keyboard.press('c');
    // A name is completed after an @; whoever is named, and can read it, is told.
    await page.keyboard.type('I read this. @haru');
    await page.getByRole('option', { name: 'Haruto Ishikawa' }).waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Control+Enter');
    await expect.poll(async () => await current().textContent()).not.toBe(first);
    await expect.poll(focused).toBe(await current().textContent());
  });

  it('keeps questions in a place of its own: what waits for me is counted, and my own are said better with e', async () => {
    const { page } = window;
    const { forMe, byMe } = await read(samira.client, 'requests', {});
    await page.keyboard.press('g');
    await page.keyboard.press('q');
    await page.getByRole('heading', { name: 'Questions', level: 1 }).waitFor();
    const link = page.getByRole('navigation', { name: 'Places' }).getByRole('link', { name: /^Questions/u });
    expect(await link.textContent()).toBe(`Questions${String(forMe.length)}`);
    await page.getByText('From you', { exact: true }).click();
    const asked = byMe[0];
    await page.getByRole('heading', { name: asked?.question ?? '', level: 2 }).waitFor();
    await page.keyboard.press('e');
    const dialog = page.getByRole('dialog', { name: 'Change the question' });
    await dialog.getByRole('textbox', { name: 'Question' }).fill('Does a second publish count as a failure?');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Does a second publish count as a failure?', level: 2 }).waitFor();
    expect(await violationsOf(page)).toEqual([]);
    await page.keyboard.press('g');
    await page.keyboard.press('m');
    await page.getByRole('heading', { name: 'Not in yet' }).waitFor();
  });

  it('reads a person’s past weeks in a row, by month, and finds words in them', async () => {
    const { page } = window;
    await page.keyboard.press('g');
    await page.keyboard.press('j');
    await page.getByRole('heading', { name: 'My journal', level: 1 }).waitFor();
    const { me } = await read(samira.client, 'session', {});
    const { checkIns } = await read(samira.client, 'journal', { personId: me?.id ?? '' });
    const weeks = page.getByRole('main').locator('li[aria-current]');
    await expect.poll(() => weeks.count()).toBe(checkIns.length);
    const months = page.getByRole('navigation', { name: 'Months' }).getByRole('button');
    const [earliest] = (await months.allTextContents()).slice(-1);
    await months.last().press('Enter');
    const monthOfFocus = (): Promise<string> =>
      page.evaluate(() => document.activeElement?.closest('ul')?.previousElementSibling?.textContent ?? 'nothing');
    await expect.poll(async () => earliest?.startsWith(await monthOfFocus())).toBe(true);
    await expect.poll(() => months.last().getAttribute('aria-current')).toBe('true');
    await page.keyboard.press('f');
    await page.keyboard.type('five-person notes');
    await expect.poll(() => weeks.count()).toBe(1);
    expect(await violationsOf(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.keyboard.press('g');
    await page.keyboard.press('m');
    await page.getByRole('heading', { name: 'Not in yet' }).waitFor();
  });

  it('says who is not in yet and shows the team’s weeks with a name for every mark', async () => {
    const { page } = window;
    const table = page.getByRole('table');
    await table
      .getByRole('link', { name: /^Lucas Prado, week \d+: checked in, acknowledged$/u })
      .first()
      .waitFor();
    await page.getByRole('heading', { name: 'Not in yet' }).waitFor();
    await page.keyboard.press('g');
    await page.keyboard.press('t');
    await page.getByRole('heading', { name: 'Needs you' }).waitFor();
  });
});

describe('between two people, by keyboard in the real app', () => {
  const clean = async (): Promise<void> => {
    expect(await violationsOf(window.page)).toEqual([]);
    expect(window.complaints).toEqual([]);
  };
  /** Opens the thread of somebody in the sample team. */
  const open = async (name: string): Promise<void> => {
    const { people } = await read(samira.client, 'people', {});
    const id = people.find((person) => person.name === name)?.id ?? '';
    await window.page.evaluate((to) => void (location.hash = to), `/people/${id}`);
    await window.page.getByRole('region', { name: `Thread with ${name}` }).waitFor();
  };
  const write = async (text: string): Promise<void> => {
    await window.page.getByRole('form').waitFor();
    await window.page.keyboard.type(text);
    await window.page.keyboard.press('ControlOrMeta+Enter');
    await window.page.getByRole('form').waitFor({ state: 'detached' });
  };

  it('groups what arrived while I was away by goal, person or kind, and forgets it once it is read', async () => {
    const { page } = window;
    const away = page.getByRole('region', { name: 'While you were away' });
    await away.waitFor();
    const groups = away.getByRole('list', { name: 'What arrived' }).getByRole('heading');
    const chosen = (name: string): Promise<void> =>
      expect.poll(() => away.getByRole('radio', { name }).isChecked()).toBe(true);
    await chosen('By goal');
    const byGoal = await groups.allTextContents();
    await page.keyboard.press('v');
    await chosen('By person');
    expect(await groups.allTextContents()).not.toEqual(byGoal);
    await page.keyboard.press('v');
    await chosen('By kind');
    await away.getByRole('heading', { name: 'Progress' }).waitFor();
    await clean();
    await page.keyboard.press('m');
    await away.waitFor({ state: 'detached' });
  });

  it('keeps the 1:1 in writing: what was carried over, what became an action, what was decided', async () => {
    const { page } = window;
    await open('Ana Moreira');
    await page.keyboard.press('1');
    const agenda = page.getByRole('list', { name: 'Agenda with Ana Moreira' });
    await agenda.getByText('carried over once').waitFor();
    await page.getByText(/^Decided: Teams that come with a link/u).waitFor();
    await page.keyboard.press('n');
    await page.keyboard.type('When the guide is out');
    await page.keyboard.press('Enter');
    await agenda.getByText('When the guide is out').waitFor();
    await page.getByRole('button', { name: 'What becomes of When the guide is out' }).press('Enter');
    await page.getByRole('menuitem', { name: 'Make it an action' }).press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Make it an action' });
    await dialog.getByLabel('Until').fill('2099-01-08');
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    await page
      .getByRole('region', { name: 'Actions' })
      .getByRole('listitem')
      .filter({ hasText: 'When the guide is out' })
      .getByText(/Samira Qureshi, until/u)
      .waitFor();
    await clean();
  });

  it('asks for feedback with the clock running, and answers a request with words that its asker reads', async () => {
    const { page } = window;
    await open('Ana Moreira');
    await page.keyboard.press('r');
    await write('Was the brief short enough?');
    const mine = page.getByRole('listitem').filter({ hasText: 'You ask Ana for feedback' });
    await mine.getByText(/left, until/u).waitFor();
    await clean();
    await open('Haruto Ishikawa');
    await page.getByText('Haruto asks you for feedback').waitFor();
    await page.keyboard.press('a');
    // Who may read it is chosen before anything is written.
    await page.getByRole('radio', { name: 'Only Haruto' }).press('Space');
    await write('I stopped at the word quorum.');
    const answer = page.getByRole('listitem').filter({ hasText: 'I stopped at the word quorum.' });
    await answer.getByText('Asked for').waitFor();
    await page.getByText(/^Answered /u).waitFor();
    await clean();
  });

  it('keeps notes about somebody for their author alone', async () => {
    const { page } = window;
    await open('Lucas Prado');
    await page.keyboard.press('e');
    await write('Asked for the brief before he drew.');
    const notes = page.getByRole('list', { name: 'Your notes about Lucas Prado' }).getByRole('listitem');
    await expect.poll(() => notes.count()).toBe(3);
    expect(await notes.first().textContent()).toContain('Asked for the brief before he drew.');
    await page
      .getByText(/Only you/u)
      .first()
      .waitFor();
    await clean();
  });

  it('gives the badge of a finished milestone where the milestone stands, and shows it there and on the thread', async () => {
    const { page } = window;
    await page.keyboard.press('g');
    await page.keyboard.press('w');
    await page.getByText('Milestones', { exact: true }).click();
    await page.getByText('Everybody', { exact: true }).click();
    await page
      .getByRole('list', { name: 'Finished' })
      .getByText('Swahili onboarding in the hands of two teams')
      .click();
    const panel = page.getByRole('region', { name: 'The task' });
    await panel.getByText('Badge: First steps in Swahili').waitFor();
    await panel.getByRole('button', { name: 'Give a badge' }).waitFor();
    await page.keyboard.press('b');
    const dialog = page.getByRole('dialog', { name: 'Give a badge' });
    await dialog.getByText('Wanjiru Kamau').waitFor();
    await clean();
    await dialog.getByLabel('What the badge says').fill('Swahili, thanks to you');
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    await panel.getByText('Badge: Swahili, thanks to you').waitFor();
    await clean();
    await open('Wanjiru Kamau');
    await page.getByRole('tab', { name: 'Kudos' }).click();
    await page.getByText('Badge: Swahili, thanks to you').waitFor();
    await clean();
  });
});
