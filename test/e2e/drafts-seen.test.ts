import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays, addWeeks } from '#shared/domain/index.ts';
import { launchBrowser } from '#test/support/browser.ts';
import { scratch, startProfile, type RunningProfile } from '#test/support/running.ts';
import { createTeam, read, run } from '#test/support/team.ts';
import { openWindow } from '#test/support/window.ts';

const { folder, remove } = scratch();
let browser: Browser;
let samira: RunningProfile;

beforeAll(async () => {
  samira = await startProfile(join(folder, 'samira'));
  await run(samira.client, 'team.sample', {});
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await samira.stop();
  remove();
});

const at = async (address: string) => {
  const window = await openWindow(browser, samira);
  await window.page.goto(`${samira.entrance.replace(/#.*/u, '')}#${address}`);
  return window;
};
const goal = async (id: string) => {
  const { objective } = await read(samira.client, 'objective', { id });
  if (objective === null) throw new Error('The goal is not there.');
  return objective;
};
const beginGoal = async (title: string, cycleId?: string): Promise<string> => {
  const { me } = await read(samira.client, 'session', {});
  const { currentId } = await read(samira.client, 'cycles', {});
  const made = { title, cycleId: cycleId ?? currentId ?? '', ownerId: me?.id ?? '' };
  return (await run(samira.client, 'objective.create', made)).id;
};
/** Closes a goal with these words, and opens it again. */
const closeOnce = async (id: string, reflection: string): Promise<void> => {
  await run(samira.client, 'objective.close', { id, base: (await goal(id)).heads, score: 0.7, reflection });
  await run(samira.client, 'objective.update', { id, base: (await goal(id)).heads, state: 'active' });
};

describe('nothing is written over that its author has not seen, in the real app', () => {
  it('a goal that was closed before: its reflection stands in the form of the goal and of the cycle', async () => {
    const cycle = { title: 'Short cycle', start: '2024-01-01', end: '2024-02-29' };
    const { id: cycleId } = await run(samira.client, 'cycle.create', cycle);
    const one = await beginGoal('Alone', cycleId);
    const key = `close/${one}`;
    const { page, ...first } = await at(`/goals/${one}`);
    const scoreAndClose = async (): Promise<void> => {
      await page.getByRole('article').getByRole('button', { name: /Alone/u }).first().click();
      await page.getByRole('menuitem', { name: 'Score and close' }).click();
    };
    await scoreAndClose();
    const words = page.getByRole('dialog').getByLabel('What was learned');
    await words.fill('Mine.');
    await expect.poll(async () => (await read(samira.client, 'draft', { key })).value).toContain('Mine.');
    await words.press('Escape');
    const before = await goal(one);
    await closeOnce(one, 'Begin earlier.');
    await scoreAndClose();
    await expect.poll(() => words.inputValue()).toBe('Begin earlier.\nMine.');
    await words.press('Escape');

    await first.close();

    const second = await at('/goals');
    const goals = second.page;
    await goals
      .getByRole('button', { name: /day \d+ of \d+/ })
      .first()
      .click();
    await goals.getByRole('menuitem', { name: 'Short cycle' }).click();
    await goals.getByText('Alone').first().waitFor();
    await goals.keyboard.press('x');
    const dialog = goals.getByRole('dialog', { name: 'Close Short cycle' });
    const learned = dialog.getByRole('group', { name: 'Alone' }).getByLabel('What was learned');
    await expect.poll(() => learned.inputValue()).toBe('Begin earlier.');
    await dialog.getByLabel('Score, 0.0 to 1.0').fill('0.5');
    await learned.press('Control+End');
    await goals.keyboard.type(' Ask first.');
    await goals.keyboard.press('Control+Enter');
    await dialog.waitFor({ state: 'hidden' });
    expect(await goal(one)).toMatchObject({ state: 'closed', reflection: 'Begin earlier. Ask first.' });
    const again = { id: one, base: before.heads, score: 1, reflection: 'Again.' };
    expect(await samira.client.run('objective.close', again)).toMatchObject({ ok: false, error: { code: 'conflict' } });
    expect([...first.complaints, ...second.complaints]).toEqual([]);
    await second.close();
  });

  it('a side of a conflict that came while the answer was written is not settled with it', async () => {
    const id = await beginGoal('Apart');
    const { heads: base } = await goal(id);
    for (const title of ['One name', 'Other name']) await run(samira.client, 'objective.update', { id, base, title });
    const { page, complaints, close } = await at(`/goals/${id}`);
    await page.getByRole('button', { name: 'Write another value' }).click();
    const panel = page.getByRole('region', { name: /written twice/u });
    const field = panel.getByRole('textbox');
    await field.fill('From both');
    await run(samira.client, 'objective.update', { id, base, title: 'Third name' });
    await panel.getByText('Third name').waitFor();
    await panel.getByRole('button', { name: 'Save', exact: true }).click();
    await field.waitFor({ state: 'detached' });
    const sides = async () => (await goal(id)).conflicts[0]?.variants.map(({ value }) => value).toSorted();
    expect(await sides()).toEqual(['From both', 'Third name']);
    await panel.getByRole('listitem').filter({ hasText: 'Third name' }).getByRole('button').click();
    await panel.waitFor({ state: 'detached' });
    expect(await goal(id)).toMatchObject({ title: 'Third name', conflicts: [] });
    expect(complaints).toEqual([]);
    await close();
  });
});

describe('notes of a 1:1 that were left unsaved, in the real app', () => {
  it('are found on the next day, say of which they are, and are saved there', async () => {
    const { people } = await read(samira.client, 'people', {});
    const personId = people.find(({ name }) => name === 'Ana Moreira')?.id ?? '';
    const { today } = await read(samira.client, 'agenda', { personId });
    const yesterday = addDays(today, -1);
    const notesOf = async (day: string) =>
      (await read(samira.client, 'agenda', { personId })).meetings.find((each) => each.day === day)?.notes;
    await run(samira.client, 'meeting.write', { personId, day: today, base: null, notes: 'Of today.' });
    const key = `meeting/${personId}`;
    const left = JSON.stringify({ base: null, text: 'Never saved.', about: yesterday });
    await run(samira.client, 'draft.save', { key, value: left });
    // As they were kept before: each day under its own key.
    const old = `${key}/${yesterday}`;
    await run(samira.client, 'draft.save', { key: old, value: 'From before.' });
    const { page, complaints, close } = await at(`/people/${personId}`);
    await page.getByRole('heading', { name: 'Ana Moreira' }).first().waitFor();
    await page.keyboard.press('1');
    const field = page.getByRole('textbox', { name: 'Notes that were not saved' });
    await expect.poll(() => field.inputValue()).toBe('Never saved.');
    await page.getByText('Of today.').waitFor();
    await page.getByRole('button', { name: /^Save for / }).click();
    await expect.poll(() => notesOf(yesterday)).toBe('Never saved.');
    expect(await notesOf(today)).toBe('Of today.');
    await expect.poll(() => field.inputValue()).toBe('From before.');
    await page.getByText('Of today.').waitFor();
    await page.getByRole('button', { name: 'Throw away' }).click();
    await expect.poll(() => page.getByRole('textbox', { name: 'Notes of today' }).inputValue()).toBe('Of today.');
    for (const each of [key, old])
      await expect.poll(async () => (await read(samira.client, 'draft', { key: each })).value).toBe(null);
    expect(await notesOf(yesterday)).toBe('Never saved.');
    expect(complaints).toEqual([]);
    await close();
  });
});

describe('a check-in that was left unsent, in the real app', () => {
  it('is found in the next week, and can be sent still', async () => {
    const ana = await startProfile(join(folder, 'ana'));
    await createTeam(ana.client, 'Ana');
    const { week } = await read(ana.client, 'checkInDraft', {});
    const before = addWeeks(week, -1);
    const form = {
      ...{ version: 1, choices: {}, plans: [], adding: '', updates: {}, blockers: [], pulse: null, next: 1 },
      answer: 'Written on Sunday.',
    };
    await run(ana.client, 'draft.save', { key: `check-in/${before}`, value: JSON.stringify(form) });
    const { page, complaints, close } = await openWindow(browser, ana);
    await page.goto(`${ana.entrance.replace(/#.*/u, '')}#/check-in`);
    await page.getByRole('button', { name: 'Go on with it' }).click();
    await page.getByText(/is over\. Its check-in can still be sent\./u).waitFor();
    const answer = page.getByRole('form', { name: 'Check-in' }).getByText('Written on Sunday.');
    await answer.waitFor();
    await page.getByRole('button', { name: 'Submit to everyone' }).click();
    await answer.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Submit to everyone' }).waitFor();
    expect((await read(ana.client, 'checkInDraft', { week: before })).submitted?.answer).toBe('Written on Sunday.');
    expect((await read(ana.client, 'checkInDraft', {})).submitted).toBe(null);
    expect((await read(ana.client, 'draft', { key: `check-in/${before}` })).value).toBe(null);
    expect(complaints).toEqual([]);
    await close();
    await ana.stop();
  });
});
