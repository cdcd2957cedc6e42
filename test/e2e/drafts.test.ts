import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '#test/support/browser.ts';
import { drip } from '#test/support/cut-wire.ts';
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

describe('what somebody is writing, in the real app', () => {
  it('takes what is typed before the kept words have been read, and puts it behind them', async () => {
    const { items } = await read(samira.client, 'triage', {});
    const key = `comment/${items[0]?.checkInId ?? ''}`;
    await run(samira.client, 'draft.save', { key, value: 'I read this. ' });
    const { page, complaints, close } = await openWindow(browser, samira, drip(250));
    await page.getByRole('heading', { name: 'Today', level: 1 }).waitFor();
    await page.keyboard.press('g');
    await page.keyboard.press('m');
    const field = page.getByRole('article').getByRole('textbox', { name: 'Comment' });
    await field.waitFor();
    await page.keyboard.press('c');
    // An "a" outside a field acknowledges.
    await page.keyboard.type('Thanks a lot, @haru');
    await expect.poll(() => field.inputValue()).toBe('I read this. Thanks a lot, @haru');
    await expect.poll(async () => (await read(samira.client, 'draft', { key })).value).toBe(await field.inputValue());
    await page.getByRole('option', { name: 'Haruto Ishikawa' }).waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.type('again');
    expect(await field.inputValue()).toBe('I read this. Thanks a lot, @Haruto Ishikawa again');
    const after = await read(samira.client, 'triage', {});
    expect(after.items.map(({ group }) => group)).toEqual(items.map(({ group }) => group));
    expect(complaints).toEqual([]);
    await close();
  });

  it('merges notes of a 1:1 with what the other wrote since they were begun, also after the window was closed', async () => {
    const { people } = await read(samira.client, 'people', {});
    const personId = people.find(({ name }) => name === 'Ana Moreira')?.id ?? '';
    const { today } = await read(samira.client, 'agenda', { personId });
    const notes = async () => {
      const meeting = (await read(samira.client, 'agenda', { personId })).meetings.find(({ day }) => day === today);
      return { text: meeting?.notes, base: [...(meeting?.heads ?? [])] };
    };
    await run(samira.client, 'meeting.write', { personId, day: today, base: null, notes: 'One: the budget.\n' });
    const seen = await notes();
    const open = async () => {
      const window = await openWindow(browser, samira);
      await window.page.goto(`${samira.entrance.replace(/#.*/u, '')}#/people/${personId}`);
      await window.page.getByRole('heading', { name: 'Ana Moreira' }).first().waitFor();
      await window.page.keyboard.press('1');
      return { ...window, field: window.page.getByRole('textbox', { name: 'Notes' }) };
    };
    const first = await open();
    await expect.poll(() => first.field.inputValue()).toBe('One: the budget.\n');
    await first.field.press('Control+End');
    await first.page.keyboard.type('Two: the hire.');
    await expect
      .poll(async () => (await read(samira.client, 'draft', { key: `meeting/${personId}` })).value)
      .toContain('Two: the hire.');
    await first.close();
    const theirs = 'Zero: who is away.\nOne: the budget.\n';
    await run(samira.client, 'meeting.write', { personId, day: today, base: seen.base, notes: theirs });
    const second = await open();
    await expect.poll(() => second.field.inputValue()).toBe('One: the budget.\nTwo: the hire.');
    await second.field.press('Control+Enter');
    const both = `${theirs}Two: the hire.`;
    await expect.poll(async () => (await notes()).text).toBe(both);
    await expect.poll(() => second.field.inputValue()).toBe(both);
    expect([...first.complaints, ...second.complaints]).toEqual([]);
    await second.close();
  });
});
