import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '#test/support/browser.ts';
import { violationsOf } from '#test/support/place-checks.ts';
import { scratch, startProfile, type RunningProfile } from '#test/support/running.ts';
import { eventually, read, run } from '#test/support/team.ts';
import { openWindow, type ProfileWindow } from '#test/support/window.ts';

const { folder, remove } = scratch();
let browser: Browser;
let profile: RunningProfile;
let window: ProfileWindow;

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
  remove();
});

const goTo = async (page: Page, place: string, title: string): Promise<void> => {
  await page.goto(`${page.url().split('#')[0] ?? ''}#/${place}`);
  await page.getByRole('heading', { name: title, level: 2 }).waitFor();
};
const settle = async (page: Page, field: string, value: string): Promise<void> => {
  const conflict = page.getByRole('region', { name: `${field}: written twice, apart from each other` });
  const side = conflict.getByRole('listitem').filter({ hasText: value });
  await side.waitFor();
  expect(await violationsOf(page)).toEqual([]);
  await side.getByRole('button').click();
  await conflict.waitFor({ state: 'detached' });
};
const waiting = (recordId: string, is: boolean) =>
  eventually(profile.client, 'today', {}, ({ needsMe }) => needsMe.some((need) => need.targetId === recordId) === is);

describe('what was written twice is chosen where Today leads to', () => {
  it('of a task', async () => {
    const { client } = profile;
    const me = (await read(client, 'people', {})).people.find((person) => person.me)?.id ?? '';
    const { id } = await run(client, 'task.create', { title: 'Write the guide', ownerId: me });
    const base = (await read(client, 'task', { id })).task?.heads ?? [];
    await run(client, 'task.update', { id, base, deliverable: 'A page' });
    await run(client, 'task.update', { id, base, deliverable: 'A film' });
    await waiting(id, true);
    await goTo(window.page, `tasks/${id}`, 'Write the guide');
    await settle(window.page, 'Deliverable', 'A page');
    expect((await read(client, 'task', { id })).task?.deliverable).toBe('A page');
    await waiting(id, false);
  });

  it('of a question', async () => {
    const { client } = profile;
    const { people } = await read(client, 'people', {});
    const toId = people.find(({ me, role }) => !me && role === 'member')?.id ?? '';
    const { id } = await run(client, 'request.ask', { toId, question: 'Which icons?', text: '', readers: 'team' });
    const base = (await read(client, 'request', { id })).request?.heads ?? [];
    await run(client, 'request.update', { id, base, question: 'Which icons at which size?' });
    await run(client, 'request.update', { id, base, question: 'Which icons by when?' });
    await waiting(id, true);
    const shown = (await read(client, 'request', { id })).request?.question ?? '';
    await goTo(window.page, `requests/${id}`, shown);
    await settle(window.page, 'Question', 'Which icons at which size?');
    expect((await read(client, 'request', { id })).request?.question).toBe('Which icons at which size?');
    await waiting(id, false);
  });
});
