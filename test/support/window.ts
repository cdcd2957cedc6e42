import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { RunningProfile } from './running.ts';

/** A window on a profile, as its owner has it open. */
export interface ProfileWindow {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What the page complained about: defects, blocked content. Expected to stay empty. */
  readonly complaints: readonly string[];
  readonly close: () => Promise<void>;
}

/** Opens a window on a running profile, in a browser session of its own; `prepare` runs before the page is there. */
export const openWindow = async (
  browser: Browser,
  profile: RunningProfile,
  prepare?: (page: Page) => Promise<void>,
): Promise<ProfileWindow> => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en-GB' });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('dialog', (dialog) => {
    complaints.push(`a dialog opened: ${dialog.message()}`);
    void dialog.dismiss();
  });
  await prepare?.(page);
  await page.goto(profile.entrance);
  return { page, context, complaints, close: () => context.close() };
};

/** Types into the field that has the focus and goes on to the next. */
export const typeAndTab = async (page: Page, text: string): Promise<void> => {
  await page.keyboard.type(text);
  await page.keyboard.press('Tab');
};

/** Goes to a place by its keys: `g`, then a letter. */
export const goTo = async (page: Page, letter: 't' | 'c' | 'o' | 'w' | 'p' | 'd', heading: string): Promise<void> => {
  await page.getByRole('navigation').first().waitFor();
  await page.keyboard.press('g');
  await page.keyboard.press(letter);
  await page.getByRole('heading', { name: heading, level: 1 }).waitFor();
};

/** Fills in the first run's form for a new team, and waits for the team's Today. */
export const createTeamIn = async (page: Page, name: string, relayUrl: string): Promise<void> => {
  await page.getByRole('heading', { name: 'Where would you like to start?' }).waitFor();
  await page.keyboard.press('1');
  await page.getByLabel('Name of the team').fill('Northern Lights');
  await page.getByLabel('Your name').fill(name);
  await page.getByLabel('Relay address').fill(relayUrl);
  await page.getByLabel('Relay address').press('Enter');
  await page.getByRole('heading', { name: 'Today', level: 1 }).waitFor();
};

/** Makes an invitation with the keyboard and returns its link. */
export const inviteFrom = async (page: Page): Promise<string> => {
  await goTo(page, 'p', 'People');
  await page.keyboard.press('i');
  await page.getByRole('button', { name: 'Make the link' }).press('Enter');
  const link = await page.getByRole('textbox', { name: 'Invitation link' }).inputValue();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  return link;
};

/** Joins with a link from the first run, and waits for the team's Today. */
export const joinIn = async (page: Page, link: string, name: string): Promise<void> => {
  await page.getByRole('heading', { name: 'Where would you like to start?' }).waitFor();
  await page.keyboard.press('2');
  await page.getByLabel('Invitation link').fill(link);
  await page.getByLabel('Your name').fill(name);
  await page.getByLabel('Your name').press('Enter');
  await page.getByRole('heading', { name: 'Today', level: 1 }).waitFor();
};

/** Writes feedback about somebody from their thread, for the readers that are named. */
export const giveFeedbackIn = async (page: Page, about: string, readers: string, text: string): Promise<void> => {
  await goTo(page, 'p', 'People');
  await page.getByRole('list', { name: 'Everyone in the team' }).getByText(about).first().click();
  await page.getByRole('button', { name: 'Write feedback' }).click();
  await page.getByLabel(readers).check();
  await page.getByRole('textbox', { name: 'Feedback', exact: true }).fill(text);
  await page.getByRole('button', { name: /^Send to/ }).click();
  await page.getByRole('form').waitFor({ state: 'detached' });
};

/** Makes a goal of the shown cycle with number key results from 0 to 10. */
export const newGoalIn = async (page: Page, title: string, keyResults: readonly string[]): Promise<void> => {
  await goTo(page, 'o', 'Goals');
  await page.getByRole('button', { name: 'New goal' }).first().waitFor();
  await page.keyboard.press('n');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Title').fill(title);
  for (const [index, keyResult] of keyResults.entries()) {
    const fields = dialog.getByLabel('Key result', { exact: true });
    if ((await fields.count()) <= index)
      await dialog.getByRole('button', { name: 'Another key result' }).press('Enter');
    await fields.nth(index).fill(keyResult);
    await dialog.getByLabel('Start').nth(index).fill('0');
    await dialog.getByLabel('Target').nth(index).fill('10');
  }
  await page.keyboard.press('ControlOrMeta+Enter');
  await dialog.waitFor({ state: 'detached' });
};

/** Checks in with one plan and a number for one key result. */
export const checkInFrom = async (page: Page, plan: string, keyResult: string, value: string): Promise<void> => {
  await goTo(page, 'c', 'Check-in');
  await page.getByLabel(`Value of ${keyResult}`).fill(value);
  await page.getByLabel('Add a plan').fill(plan);
  await page.keyboard.press('Enter');
  await page.keyboard.press('ControlOrMeta+Enter');
  await page.getByText('Sent to everyone').first().waitFor();
};
