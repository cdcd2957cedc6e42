import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '#test/support/browser.ts';
import { violationsOf } from '#test/support/place-checks.ts';
import { scratch, startProfile, type RunningProfile } from '#test/support/running.ts';
import { createTeam, read } from '#test/support/team.ts';
import { goTo, openWindow, type ProfileWindow } from '#test/support/window.ts';

const data = join(import.meta.dirname, '..', '..', '..', 'shared', 'data', 'ipfs-okrs');
const { folder, remove } = scratch();
let browser: Browser;
let ana: RunningProfile;
let window: ProfileWindow;

beforeAll(async () => {
  browser = await launchBrowser();
  ana = await startProfile(join(folder, 'ana'));
  await createTeam(ana.client, 'Ana');
  window = await openWindow(browser, ana);
});
afterAll(async () => {
  await browser.close();
  await ana.stop();
  remove();
});

const choose = async (name: string): Promise<void> => {
  const { page } = window;
  await goTo(page, 'd', 'Data and trust');
  await page.getByRole('button', { name: 'Import a file' }).click();
  await page.getByRole('heading', { name: 'Import', level: 1 }).waitFor();
  await page.locator('input[type=file]').setInputFiles(join(data, name));
  await page.getByRole('heading', { name: 'What would happen' }).waitFor();
};

const objectives = async (): Promise<string[]> => {
  const { cycles } = await read(ana.client, 'cycles', {});
  const titles = await Promise.all(
    cycles.map(async ({ id }) => (await read(ana.client, 'goals', { cycleId: id })).rows),
  );
  return titles.flat().flatMap((row) => (row.kind === 'objective' ? [row.title] : []));
};

describe.skipIf(!existsSync(data))('the tables of a real team, through the interface', () => {
  it.each([
    ['CLUSTER.md', 4],
    ['PROJECT.md', 5],
  ])('%s is previewed, imported, and found unchanged the second time', async (name, count) => {
    const { page } = window;
    const before = await objectives();
    await choose(name);
    await page.getByText('Guessed from their names').waitFor();
    await page.getByRole('button', { name: /^Import \d+ rows$/ }).click();
    await page.getByText('Imported, and saved on this device').waitFor();
    const after = await objectives();
    expect(after).toHaveLength(before.length + count);
    await page.getByRole('button', { name: 'Show the goals' }).click();
    await page
      .getByText(after.find((title) => !before.includes(title)) ?? 'none')
      .first()
      .waitFor();

    await choose(name);
    await page.getByText('Everything is here already').waitFor();
    expect(await page.getByRole('button', { name: /^Import 0 rows$/ }).isDisabled()).toBe(true);
    expect(window.complaints).toEqual([]);
  });
});

describe('a board of Trello, through the interface', () => {
  const card = { desc: '', idList: 'l', idMembers: [], due: '2026-12-01T10:00:00.000Z' };
  const board = (...names: readonly string[]) => ({
    name: 'board.json',
    mimeType: 'application/json',
    buffer: Buffer.from(
      JSON.stringify({
        lists: [{ id: 'l', name: 'Doing' }],
        members: [],
        cards: names.map((name, nth) => ({ ...card, id: `card-${nth}`, name })),
      }),
    ),
  });
  const open = async (...names: readonly string[]): Promise<void> => {
    const { page } = window;
    await goTo(page, 'd', 'Data and trust');
    await page.getByRole('button', { name: 'Import a file' }).click();
    await page.locator('input[type=file]').setInputFiles(board(...names));
    await page.getByRole('heading', { name: 'Tasks from Trello' }).waitFor();
  };

  it('is known by its fields, previewed, imported as tasks, and imported again as what has changed alone', async () => {
    const { page } = window;
    await open('Fix the form', 'Write the guide', '');
    await page.getByText('This row has no title.').waitFor();
    expect(await violationsOf(page)).toEqual([]);
    await page.getByRole('button', { name: 'Import 2 tasks' }).click();
    await page.getByText('Tasks imported, and saved on this device').waitFor();
    await open('Fix the form', 'Write the short guide', '');
    await page.getByRole('button', { name: 'Import 1 task', exact: true }).click();
    await page.getByText('Tasks imported, and saved on this device').waitFor();
    const found = await read(ana.client, 'search', { text: '', kinds: ['task'] });
    expect(found.hits.map((hit) => hit.title).toSorted()).toEqual(['Fix the form', 'Write the short guide']);
    expect(window.complaints).toEqual([]);
  });
});

describe('a list of people, through the interface', () => {
  const list = {
    name: 'people.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('Name,Email,Role,Job title\nAna,,,Founder\nBen Lee,ben@x.example,guest,\nNo One,,boss,\n'),
  };
  const open = async (): Promise<void> => {
    const { page } = window;
    await goTo(page, 'd', 'Data and trust');
    await page.getByRole('button', { name: 'Import a file' }).click();
    await page.locator('input[type=file]').setInputFiles(list);
    await page.getByText('Recognised by its columns or fields.').waitFor();
  };

  it('is refused as what it is not, previewed as what it is, and gives one link for each newcomer, once', async () => {
    const { page } = window;
    await open();
    await page.getByLabel('The file is').first().click();
    await page.getByRole('option', { name: 'Tasks from Asana' }).click();
    await page.getByText('This is not a list of tasks that Asana exported').waitFor();
    await page.getByLabel('The file is').first().click();
    await page.getByRole('option', { name: 'A list of people' }).click();
    await page.getByLabel('What Role means').selectOption('Role in the team');
    await page.getByText('“boss” is not a role.').waitFor();
    expect(await violationsOf(page)).toEqual([]);
    await page.getByRole('button', { name: 'Change and invite' }).click();
    await page.getByRole('heading', { name: '1 invitation made' }).waitFor();
    expect(await page.getByRole('textbox', { name: 'Link for Ben Lee' }).inputValue()).toMatch(/^meridian:\/\/join\//u);
    expect(await violationsOf(page)).toEqual([]);
    const { people, invitations } = await read(ana.client, 'people', {});
    expect(people.map((one) => one.title)).toEqual(['Founder']);
    expect(invitations).toMatchObject([{ name: 'Ben Lee', role: 'guest', state: 'open' }]);
    await open();
    await page.getByText('1 invited already').waitFor();
    expect(await page.getByRole('button', { name: 'Change 0 people' }).isDisabled()).toBe(true);
    expect(window.complaints).toEqual([]);
  });
});
