import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '#test/support/browser.ts';
import { scratch, startProfile, type RunningProfile } from '#test/support/running.ts';
import { read, run } from '#test/support/team.ts';
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

describe('Esc closes one thing at a time', () => {
  it('the names after an @, then what was opened over a dialog, then the dialog', async () => {
    const { page, complaints, close } = await openWindow(browser, samira);
    await page.getByRole('heading', { name: 'Today', level: 1 }).waitFor();
    await page.keyboard.press('q');
    const dialog = page.getByRole('dialog', { name: 'Ask somebody' });
    const field = dialog.locator('textarea').first();
    await field.focus();
    await page.keyboard.type('Could you look at this, @ha');
    await dialog.getByRole('listbox', { name: 'Names' }).waitFor();
    await page.keyboard.press('Escape');
    await dialog.getByRole('listbox', { name: 'Names' }).waitFor({ state: 'detached' });
    expect(await field.inputValue()).toBe('Could you look at this, @ha');
    await page.keyboard.press('ControlOrMeta+k');
    const palette = page.getByRole('dialog', { name: 'Search or go to' });
    await palette.getByRole('combobox').waitFor();
    // A click beside the field leaves its keys where they are.
    await palette.getByText('Searches this device').click();
    await page.keyboard.press('Escape');
    await palette.waitFor({ state: 'detached' });
    expect(await field.inputValue()).toBe('Could you look at this, @ha');
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    expect(complaints).toEqual([]);
    await close();
  });

  it('an open list of a form that is edited in place, then the form', async () => {
    const { me } = await read(samira.client, 'session', {});
    const { currentId } = await read(samira.client, 'cycles', {});
    const { id } = await run(samira.client, 'objective.create', {
      title: 'The house stays warm',
      cycleId: currentId ?? '',
      ownerId: me?.id ?? null,
    });
    const { page, complaints, close } = await openWindow(browser, samira);
    await page.getByRole('heading', { name: 'Today', level: 1 }).waitFor();
    await page.goto(`${samira.entrance.replace(/#.*/u, '')}#/goals/${id}`);
    await page.getByRole('heading', { name: 'The house stays warm' }).waitFor();
    await page.keyboard.press('e');
    const form = page.getByRole('form', { name: 'Edit' });
    await form.getByLabel('Title').fill('The house stays warm all winter');
    for (const label of ['Progress comes from', 'Contributors', 'Owner']) {
      const list = form.getByRole('combobox', { name: label });
      await list.press('ArrowDown');
      await expect.poll(() => list.getAttribute('aria-expanded')).toBe('true');
      await page.keyboard.press('Escape');
      await expect.poll(() => list.getAttribute('aria-expanded')).toBe('false');
      expect(await form.getByLabel('Title').inputValue()).toBe('The house stays warm all winter');
    }
    await page.keyboard.press('Escape');
    await form.waitFor({ state: 'detached' });
    expect(complaints).toEqual([]);
    await close();
  });
});
