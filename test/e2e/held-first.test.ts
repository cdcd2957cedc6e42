import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '#test/support/browser.ts';
import { scratch, startProfile, type RunningProfile } from '#test/support/running.ts';
import { eventually, read, run } from '#test/support/team.ts';
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

/** Presses the two letters that lead to a place. */
const go = async (letter: string, heading: string): Promise<void> => {
  await window.page.keyboard.press('g');
  await window.page.keyboard.press(letter);
  await window.page.getByRole('heading', { name: heading }).first().waitFor();
};

describe('the first of a list, acted on without having been chosen', () => {
  it('in the triage stays under the keys once its blocker is answered: they act on it, and not on the next one', async () => {
    const { page } = window;
    const { client } = samira;
    const [first, next] = (await read(client, 'triage', {})).items;
    const id = first?.checkInId ?? '';
    expect(first?.blockers).toHaveLength(1);
    const { people } = await read(client, 'people', {});
    const named = (personId: string | undefined) =>
      page.getByRole('article').getByRole('heading', { name: people.find((one) => one.id === personId)?.name ?? '' });

    await go('m', 'Blocked on you');
    await named(first?.personId).waitFor();
    await page.keyboard.press('r');
    await page.keyboard.type('The second of the two.');
    await page.keyboard.press('Control+Enter');
    // Whoever only waited for an answer is out of the queue; what was read stays beside it.
    await eventually(client, 'triage', {}, ({ items }) => items[0]?.checkInId === next?.checkInId);
    await expect
      .poll(() => page.getByRole('list', { name: 'Blocked on you' }).getByRole('listitem').count())
      .toBe((await read(client, 'triage', {})).items.filter(({ group }) => group === 'blocked').length);
    await page
      .getByText(/^Solved/u)
      .first()
      .waitFor();
    await named(first?.personId).waitFor();
    await page.keyboard.press('a');
    await page.keyboard.press('c');
    await page.keyboard.type('Said in full at the review.');
    await page.keyboard.press('Control+Enter');
    const commented = await eventually(client, 'checkIn', { id }, ({ checkIn }) => checkIn?.comments.length === 1);
    expect(commented.checkIn?.comments[0]?.text).toBe('Said in full at the review.');
    // What is done with makes way for the next, which nothing happened to meanwhile.
    await named(next?.personId).waitFor();
    expect((await read(client, 'triage', {})).items.map(({ group }) => group)).not.toContain('acknowledged');
    const untouched = (await read(client, 'checkIn', { id: next?.checkInId ?? '' })).checkIn;
    expect(untouched).toMatchObject({ comments: [], acknowledgements: [] });
    expect(window.complaints).toEqual([]);
  });

  it('in the questions stays, too, when it is settled and leaves the list', async () => {
    const { page } = window;
    const { forMe } = await read(samira.client, 'requests', {});
    const question = forMe[0]?.question ?? '';
    const heading = page.getByRole('heading', { name: question, level: 2 });
    await go('q', 'Questions');
    await heading.waitFor();
    await page.keyboard.press('r');
    await page.keyboard.type('After the second week.');
    await page.keyboard.press('Control+Enter');
    const list = page.getByRole('list', { name: 'For you' }).getByRole('listitem');
    await expect.poll(() => list.count()).toBe(forMe.length - 1);
    await heading.waitFor();
    await page.getByRole('list', { name: 'Answers' }).getByText('After the second week.').waitFor();
    // Whoever goes on takes the first of those that are left.
    await page.keyboard.press('Escape');
    await page.keyboard.press('j');
    await page.getByRole('heading', { name: forMe[1]?.question ?? '', level: 2 }).waitFor();
    expect(window.complaints).toEqual([]);
  });
});
