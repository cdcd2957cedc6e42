import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '#test/support/browser.ts';
import { gate } from '#test/support/cut-wire.ts';
import { scratch, startProfile, type RunningProfile } from '#test/support/running.ts';
import { read, run } from '#test/support/team.ts';
import { openWindow } from '#test/support/window.ts';

const { folder, remove } = scratch();
let browser: Browser;
let samira: RunningProfile;
let personId: string;

beforeAll(async () => {
  samira = await startProfile(join(folder, 'samira'));
  await run(samira.client, 'team.sample', {});
  const { people } = await read(samira.client, 'people', {});
  personId = people.find(({ name }) => name === 'Ana Moreira')?.id ?? '';
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await samira.stop();
  remove();
});

const kept = async (key: string): Promise<string | null> => (await read(samira.client, 'draft', { key })).value;

/** A window on a page of the app whose engine can be kept from answering. */
const at = async (address: string) => {
  const way = gate();
  const window = await openWindow(browser, samira, way.hold);
  await window.page.goto(`${samira.entrance.replace(/#.*/u, '')}#${address}`);
  return { ...window, way };
};
const oneOnOne = async () => {
  const window = await at(`/people/${personId}`);
  await window.page.getByRole('heading', { name: 'Ana Moreira' }).first().waitFor();
  await window.page.keyboard.press('1');
  return window;
};

/** Presses what sends, and goes on typing before the engine has said that it is done. */
const sendAndGoOn = async (page: Page, way: ReturnType<typeof gate>, keys: string, more: string): Promise<void> => {
  way.shut();
  await page.keyboard.press(keys);
  await page.keyboard.type(more);
  way.open();
};

describe('what is typed while what was written before is sent, in the real app', () => {
  it('is the next point of an agenda', async () => {
    const { page, way, complaints, close } = await oneOnOne();
    const field = page.getByRole('textbox', { name: 'Add to the agenda' });
    await field.fill('The budget');
    await sendAndGoOn(page, way, 'Enter', 'The hire');
    await expect.poll(() => field.inputValue()).toBe('The hire');
    await page.keyboard.press('Enter');
    await expect.poll(() => field.inputValue()).toBe('');
    const { open } = await read(samira.client, 'agenda', { personId });
    expect(open.map(({ text }) => text)).toEqual(expect.arrayContaining(['The budget', 'The hire']));
    expect(complaints).toEqual([]);
    await close();
  });

  it('stays in the field of a comment, and stays kept', async () => {
    const { items } = await read(samira.client, 'triage', {});
    const id = items[0]?.checkInId ?? '';
    const { page, way, complaints, close } = await at(`/check-in/${id}`);
    const field = page.getByRole('textbox', { name: 'Comment' });
    await field.fill('Thanks.');
    await sendAndGoOn(page, way, 'Control+Enter', ' And one more');
    await expect.poll(() => field.inputValue()).toBe(' And one more');
    await expect.poll(() => kept(`comment/${id}`)).toBe(' And one more');
    await page.getByRole('listitem').getByText('Thanks.', { exact: true }).waitFor();
    expect(complaints).toEqual([]);
    await close();
  });

  it('goes on in notes of a 1:1 behind what was saved, which stands there once', async () => {
    const { page, way, complaints, close } = await oneOnOne();
    const { today } = await read(samira.client, 'agenda', { personId });
    const notes = async () =>
      (await read(samira.client, 'agenda', { personId })).meetings.find(({ day }) => day === today);
    const field = page.getByRole('textbox', { name: 'Notes' });
    await field.fill('One.');
    await sendAndGoOn(page, way, 'Control+Enter', ' Two.');
    await expect.poll(async () => (await notes())?.notes).toBe('One.');
    await expect.poll(() => field.inputValue()).toBe('One. Two.');
    const save = page.getByRole('button', { name: 'Save notes' });
    await save.click();
    await save.waitFor({ state: 'detached' });
    expect((await notes())?.notes).toBe('One. Two.');
    await field.press('Control+End');
    await page.keyboard.type(' Three.');
    const seen = await notes();
    const base = [...(seen?.heads ?? [])];
    await run(samira.client, 'meeting.write', { personId, day: today, base, notes: 'Zero. One. Two.' });
    await sendAndGoOn(page, way, 'Control+Enter', ' Four.');
    await expect.poll(() => field.inputValue()).toBe('Zero. One. Two. Three. Four.');
    await save.click();
    await save.waitFor({ state: 'detached' });
    expect((await notes())?.notes).toBe('Zero. One. Two. Three. Four.');
    expect(complaints).toEqual([]);
    await close();
  });
});
