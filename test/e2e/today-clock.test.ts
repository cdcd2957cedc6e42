import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '#test/support/browser.ts';
import { violationsOf } from '#test/support/place-checks.ts';
import { startProfile, type RunningProfile } from '#test/support/running.ts';
import { openWindow, type ProfileWindow } from '#test/support/window.ts';

let browser: Browser;
let profile: RunningProfile;
let window: ProfileWindow;
const folder = mkdtempSync(join(tmpdir(), 'meridian-today-'));

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
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

describe('Questions, by keyboard in the real app', () => {
  it('asks from anywhere, shows the clock of both sides, hands on, takes back and asks again', async () => {
    const { page } = window;
    await page.keyboard.press('q');
    const dialog = page.getByRole('dialog', { name: 'Ask somebody' });
    await dialog.waitFor();
    await dialog.getByRole('combobox', { name: 'Whom' }).fill('Haruto');
    await page.getByRole('option', { name: /Haruto/ }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await dialog.getByText(/left, until/).waitFor();
    await dialog.getByRole('textbox', { name: 'Question' }).fill('Which error states do we ship?');
    expect(await violationsOf(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'hidden' });

    await page.keyboard.press('g');
    await page.keyboard.press('q');
    await page.getByRole('heading', { name: 'Questions', level: 1 }).waitFor();
    await page.getByText('Which error states do we ship for token refresh?').first().waitFor();
    await page.keyboard.press('v');
    await page.getByText('Which error states do we ship?').first().click();
    const detail = page.getByRole('region', { name: 'The question' });
    await detail.getByRole('heading', { name: 'Which error states do we ship?' }).waitFor();
    await detail.getByText(/left, until .*for Haruto/).waitFor();
    expect(await violationsOf(page)).toEqual([]);

    await page.keyboard.press('h');
    const hand = page.getByRole('dialog', { name: 'Hand the question on' });
    await hand.getByRole('combobox', { name: 'To whom' }).fill('Bilal');
    await page.getByRole('option', { name: /Bilal/ }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await hand.getByRole('button', { name: 'Hand on' }).click();
    await hand.waitFor({ state: 'hidden' });
    await detail.getByText(/You asked Bilal/).waitFor();

    await page.keyboard.press('w');
    await detail.getByText(/^Taken back/).waitFor();
    await page.keyboard.press('o');
    await detail.getByText(/left, until/).waitFor();
  });
});
