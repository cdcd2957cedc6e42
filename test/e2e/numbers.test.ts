import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '#test/support/browser.ts';
import { scratch, startProfile, type RunningProfile } from '#test/support/running.ts';
import { eventually, read, run } from '#test/support/team.ts';
import { openWindow, type ProfileWindow } from '#test/support/window.ts';

const { folder, remove } = scratch();
let browser: Browser;
let samira: RunningProfile;
let objectiveId = '';

beforeAll(async () => {
  samira = await startProfile(join(folder, 'samira'));
  await run(samira.client, 'team.sample', {});
  const { me } = await read(samira.client, 'session', {});
  const { currentId } = await read(samira.client, 'cycles', {});
  const made = await run(samira.client, 'objective.create', {
    title: 'The house stays warm',
    cycleId: currentId ?? '',
    ownerId: me?.id ?? null,
    keyResults: [{ title: 'Coldest room', type: 'number', unit: '°C', start: -20, target: 20 }],
  });
  objectiveId = made.id;
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await samira.stop();
  remove();
});

const objective = async () => (await read(samira.client, 'objective', { id: objectiveId })).objective;

const open = async (language: 'en' | 'de'): Promise<ProfileWindow> => {
  const window = await openWindow(browser, samira, async (page) => {
    await page.addInitScript((chosen) => localStorage.setItem('meridian-language', JSON.stringify(chosen)), language);
  });
  await window.page.locator(`html[lang="${language}"]`).waitFor();
  await window.page.goto(`${samira.entrance.replace(/#.*/u, '')}#/goals/${objectiveId}`);
  await window.page.getByRole('heading', { name: 'The house stays warm' }).waitFor();
  return window;
};

/** Types key by key, and tells what stands in the field after each. */
const typed = async (page: Page, keys: string): Promise<readonly string[]> => {
  const field = page.locator('input:focus');
  const seen: string[] = [];
  for (const key of keys) {
    await page.keyboard.press(key);
    seen.push(await field.inputValue());
  }
  return seen;
};

describe('numbers with parts, typed key by key', () => {
  it('stay as they are typed in German, below zero and with its comma, and are reported', async () => {
    const { page, complaints, close } = await open('de');
    await page.getByRole('treeitem', { name: /Coldest room/u }).click();
    await page.getByRole('button', { name: 'Fortschritt melden' }).first().click();
    await page.getByRole('form', { name: 'Fortschritt melden' }).waitFor();
    expect(await typed(page, '-12,50')).toEqual(['-', '-1', '-12', '-12,', '-12,5', '-12,50']);
    await page.keyboard.press('Tab');
    expect(await page.getByRole('form').getByRole('textbox').first().inputValue()).toBe('-12,5');
    // The point of a number block means the same.
    expect(await typed(page, '0.05')).toEqual(['0', '0,', '0,0', '0,05']);
    await page.keyboard.press('Tab');
    await page.keyboard.press('1');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Der Ofen ist an.');
    await page.keyboard.press('Control+Enter');
    const { objective: reported } = await eventually(
      samira.client,
      'objective',
      { id: objectiveId },
      (answer) => answer.objective?.keyResults[0]?.lastUpdateAt !== null,
    );
    expect(reported?.keyResults[0]).toMatchObject({ value: -12.5, projection: 0.05 });
    expect(complaints).toEqual([]);
    await close();
  });

  it('of a score are neither lost on the way nor when the field is left, and an emptied field stays empty', async () => {
    const { page, complaints, close } = await open('en');
    await page.getByRole('button', { name: 'More about The house stays warm' }).click();
    await page.getByRole('menuitem', { name: 'Score and close' }).click();
    const dialog = page.getByRole('dialog');
    const score = dialog.getByLabel('Score, 0.0 to 1.0');
    await score.focus();
    expect(await typed(page, '0.')).toEqual(['0', '0.']);
    await page.keyboard.press('Backspace');
    await page.keyboard.press('Backspace');
    expect(await score.inputValue()).toBe('');
    expect(await typed(page, '0.7')).toEqual(['0', '0.', '0.7']);
    await page.keyboard.press('Tab');
    expect(await score.inputValue()).toBe('0.7');
    await dialog.getByRole('textbox').last().fill('The stove came late.');
    await page.keyboard.press('Control+Enter');
    await dialog.waitFor({ state: 'detached' });
    expect(await objective()).toMatchObject({ state: 'closed', score: 0.7 });
    expect(complaints).toEqual([]);
    await close();
  });
});
