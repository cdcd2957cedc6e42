import { join } from 'node:path';
import type { Browser, Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '#test/support/browser.ts';
import { gate } from '#test/support/cut-wire.ts';
import { scratch, startProfile, type RunningProfile } from '#test/support/running.ts';
import { read, run } from '#test/support/team.ts';
import { openWindow } from '#test/support/window.ts';

const { folder, remove } = scratch();
let browser: Browser;
let samira: RunningProfile;
let anaId = '';

beforeAll(async () => {
  samira = await startProfile(join(folder, 'samira'));
  await run(samira.client, 'team.sample', {});
  const { people } = await read(samira.client, 'people', {});
  anaId = people.find(({ name }) => name === 'Ana Moreira')?.id ?? '';
  await run(samira.client, 'agenda.add', { personId: anaId, text: 'Who writes the guide' });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await samira.stop();
  remove();
});

/** A window at a place, its answers held by a gate. */
const openAt = async (place: string, heading: string) => {
  const answers = gate();
  const window = await openWindow(browser, samira, answers.hold);
  await window.page.getByRole('heading', { name: 'Today', level: 1 }).waitFor();
  await window.page.goto(`${samira.entrance.replace(/#.*/u, '')}#${place}`);
  await window.page.getByRole('heading', { name: heading }).first().waitFor();
  return { ...window, answers };
};

/** The Enter with which somebody takes a word of an input method. */
const takeWord = (field: Locator): Promise<void> =>
  field.dispatchEvent('keydown', { key: 'Enter', code: 'Enter', isComposing: true, bubbles: true, cancelable: true });

describe('what is sent', () => {
  it('goes once, and its form stays until the answer is there', async () => {
    const { page, complaints, close, answers } = await openAt(`/people/${anaId}`, 'Ana Moreira');
    await page.keyboard.press('1');
    await page.getByRole('button', { name: 'What becomes of Who writes the guide' }).click();
    await page.getByRole('menuitem', { name: 'Write down a decision' }).click();
    const dialog = page.getByRole('dialog', { name: 'Decision' });
    const field = dialog.getByRole('textbox');
    await field.fill('Ana writes it.');
    answers.shut();
    await field.press('ControlOrMeta+Enter');
    await field.press('ControlOrMeta+Enter');
    await field.press('Escape');
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    expect(await field.inputValue()).toBe('Ana writes it.');
    answers.open();
    await dialog.waitFor({ state: 'detached' });
    expect(answers.asked('agenda.update')).toBe(1);
    await page.getByText('Ana writes it.').waitFor();
    expect(complaints).toEqual([]);
    await close();
  });

  it('holds forms with a place or a dialog of their own as well', async () => {
    const { me } = await read(samira.client, 'session', {});
    const { currentId } = await read(samira.client, 'cycles', {});
    const { id } = await run(samira.client, 'objective.create', {
      title: 'The house stays warm',
      cycleId: currentId ?? '',
      ownerId: me?.id ?? null,
    });
    const { page, complaints, close, answers } = await openAt(`/goals/${id}`, 'The house stays warm');
    await page.keyboard.press('e');
    const form = page.getByRole('form', { name: 'Edit' });
    const title = form.getByLabel('Title');
    await title.fill('The house stays warm all winter');
    answers.shut();
    await title.press('ControlOrMeta+Enter');
    await title.press('Escape');
    expect(await title.inputValue()).toBe('The house stays warm all winter');
    answers.open();
    await form.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'More about The house stays warm all winter' }).click();
    await page.getByRole('menuitem', { name: 'Score and close' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Score, 0.0 to 1.0').fill('0.4');
    const words = dialog.getByRole('textbox').last();
    await words.fill('The stove came late.');
    answers.shut();
    await words.press('ControlOrMeta+Enter');
    await words.press('ControlOrMeta+Enter');
    await words.press('Escape');
    expect(await words.inputValue()).toBe('The stove came late.');
    answers.open();
    await dialog.waitFor({ state: 'detached' });
    expect([answers.asked('objective.update'), answers.asked('objective.close')]).toEqual([1, 1]);
    expect(complaints).toEqual([]);
    await close();
  });

  it('is not a line that an input method is still at', async () => {
    const { page, complaints, close, answers } = await openAt(`/people/${anaId}`, 'Ana Moreira');
    await page.keyboard.press('1');
    const field = page.getByRole('textbox', { name: 'Add to the agenda' });
    await field.fill('予算');
    await takeWord(field);
    expect(await field.inputValue()).toBe('予算');
    await field.press('Enter');
    await expect.poll(() => field.inputValue()).toBe('');
    expect(answers.asked('agenda.add')).toBe(1);
    await page.getByRole('button', { name: 'What becomes of 予算' }).click();
    await page.getByRole('menuitem', { name: 'Change the words' }).click();
    const dialog = page.getByRole('dialog', { name: 'Change the words' });
    await dialog.getByRole('textbox').fill('予算と採用');
    await takeWord(dialog.getByRole('textbox'));
    expect(answers.asked('agenda.update')).toBe(0);
    await dialog.getByRole('textbox').press('Enter');
    await dialog.waitFor({ state: 'detached' });
    expect(answers.asked('agenda.update')).toBe(1);
    expect(complaints).toEqual([]);
    await close();
  });

  it('and was refused after its form was left is said all the same', async () => {
    const { id } = await run(samira.client, 'agenda.add', { personId: anaId, text: 'Who books the room' });
    const { page, complaints, close, answers } = await openAt(`/people/${anaId}`, 'Ana Moreira');
    await page.keyboard.press('1');
    await page.getByRole('button', { name: 'What becomes of Who books the room' }).click();
    await page.getByRole('menuitem', { name: 'Write down a decision' }).click();
    const dialog = page.getByRole('dialog', { name: 'Decision' });
    await dialog.getByRole('textbox').fill('Samira does.');
    answers.shut();
    const { open } = await read(samira.client, 'agenda', { personId: anaId });
    const base = [...(open.find((item) => item.id === id)?.heads ?? [])];
    await run(samira.client, 'record.redact', { recordId: id });
    const refused = await samira.client.run('agenda.update', { id, base, form: 'decision', decision: 'Samira does.' });
    if (refused.ok) throw new Error('An item that was erased has taken a decision.');
    await page.keyboard.press('ControlOrMeta+Enter');
    await page.goBack();
    await dialog.waitFor({ state: 'detached' });
    answers.open();
    await page.getByText(refused.error.sentence).waitFor();
    expect(complaints).toEqual([]);
    await close();
  });
});
