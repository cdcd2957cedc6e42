import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '#test/support/browser.ts';
import { scratch, startProfile, startRelay, type RunningProfile, type RunningRelay } from '#test/support/running.ts';
import { createTeam, delivered, eventually, joinTeam, read, run } from '#test/support/team.ts';
import { goTo, openWindow, type ProfileWindow } from '#test/support/window.ts';

const { folder, remove } = scratch();
let browser: Browser;
let relay: RunningRelay;
let ana: RunningProfile;
let ben: RunningProfile;
let window: ProfileWindow;
let objectiveId = '';
let benId = '';

/** Marks the place it came from, so that a failure says where. */
const hostile = (place: string): string =>
  `${place}<script>window.hacked='${place}'</script><img src=x onerror="window.hacked='${place}'">{{7*7}}"'\u202e\u0000`;

/** What of it a reader must be able to see, exactly as written. */
const visible = (place: string): string => `${place}<script>window.hacked='${place}'</script>`;

beforeAll(async () => {
  browser = await launchBrowser();
  relay = await startRelay(folder);
  ana = await startProfile(join(folder, 'ana'));
  ben = await startProfile(join(folder, 'ben'));
  const { personId: anaId } = await createTeam(ana.client, hostile('name'), [relay.url]);
  const { link } = await run(ana.client, 'invitation.create', {});
  await delivered(ana.client);
  benId = (await joinTeam(ben.client, link, hostile('other'))).personId;
  await eventually(ana.client, 'people', {}, ({ people }) => people.length === 2);
  const session = await read(ana.client, 'session', {});
  await run(ana.client, 'team.update', {
    base: session.team?.heads ?? [],
    name: hostile('team'),
    questions: [hostile('question').slice(0, 300)],
    values: [hostile('value').slice(0, 60)],
  });
  await run(ana.client, 'person.update', {
    base: session.me?.heads ?? [],
    title: hostile('role').slice(0, 120),
    place: hostile('place').slice(0, 120),
    howToWorkWithMe: hostile('words'),
  });
  const { id: cycleId } = await run(ana.client, 'cycle.create', {
    title: hostile('cycle'),
    start: '2026-01-01',
    end: '2026-12-31',
  });
  const { currentId } = await read(ana.client, 'cycles', {});
  const made = await run(ana.client, 'objective.create', {
    title: hostile('objective'),
    description: hostile('description'),
    cycleId: currentId ?? cycleId,
    ownerId: anaId,
    keyResults: [{ title: hostile('result'), unit: '<b>x</b>', type: 'number', start: 0, target: 10 }],
  });
  objectiveId = made.id;
  const { objective } = await read(ana.client, 'objective', { id: made.id });
  await run(ana.client, 'keyResult.progress', {
    objectiveId: made.id,
    keyResultId: made.keyResultIds[0] ?? '',
    base: objective?.heads ?? [],
    value: 3,
    confidence: 'at-risk',
    projection: 5,
    note: hostile('note'),
  });
  await eventually(ben.client, 'objective', { id: made.id }, ({ objective: seen }) => seen !== null);
  await run(ben.client, 'comment.add', { targetId: made.id, text: hostile('comment') });
  await run(ben.client, 'feedback.give', { aboutId: anaId, visibility: 'recipient', text: hostile('feedback') });
  await run(ben.client, 'kudos.give', { toId: anaId, value: hostile('value').slice(0, 60), text: hostile('kudos') });
  const { week } = await read(ben.client, 'checkInDraft', {});
  await run(ben.client, 'checkIn.submit', {
    week,
    lastPlans: [],
    plans: [{ text: hostile('plan') }],
    updates: [],
    blockers: [{ text: hostile('blocker'), waitsForId: anaId, urgent: true }],
    question: hostile('question'),
    answer: hostile('answer'),
  });
  await eventually(ana.client, 'checkIns', { personId: benId }, ({ checkIns }) => checkIns.length === 1);
  await eventually(ana.client, 'thread', { personId: anaId }, ({ feedback }) => feedback.length === 1);
  window = await openWindow(browser, ana);
  await window.page.getByRole('heading', { name: 'Today', level: 1 }).waitFor();
});

afterAll(async () => {
  await window.close();
  await browser.close();
  await ana.stop();
  await ben.stop();
  await relay.stop();
  remove();
});

const nothingRan = async (): Promise<void> => {
  expect(await window.page.evaluate('window.hacked')).toBeUndefined();
  expect(window.complaints).toEqual([]);
};

describe('script and HTML in every text field', () => {
  it.each([
    ['t', 'Today'],
    ['c', 'Check-in'],
    ['o', 'Goals'],
    ['p', 'People'],
    ['d', 'Data and trust'],
  ] as const)('runs nowhere: g %s, %s', async (letter, heading) => {
    await goTo(window.page, letter, heading);
    await nothingRan();
  });

  it('is shown as what it is', async () => {
    await goTo(window.page, 'p', 'People');
    await window.page.getByText(visible('other')).first().waitFor();
    await window.page.goto(`${ana.url}#/goals/${objectiveId}`);
    for (const place of ['objective', 'description', 'result', 'comment']) {
      await window.page.getByText(visible(place)).first().waitFor();
    }
    await nothingRan();
  });

  it('is found and shown by the search without running', async () => {
    await window.page.keyboard.press('ControlOrMeta+k');
    await window.page.keyboard.type('objective');
    await window.page.getByRole('option').first().waitFor();
    await nothingRan();
    await window.page.keyboard.press('Escape');
  });
});

describe('10 MB pasted into a field', () => {
  it('is refused with a sentence, nothing is lost, and the app goes on', async () => {
    const { page } = window;
    await page.goto(`${ana.url}#/people/${benId}`);
    await page.getByRole('button', { name: 'Write feedback' }).click();
    await page.getByRole('form').getByRole('radio').first().check();
    const field = page.getByRole('textbox', { name: 'Feedback', exact: true });
    await field.fill('Short and kind.');
    await window.context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.evaluate(() => navigator.clipboard.writeText('paste '.repeat(1_700_000)));
    await field.press('ControlOrMeta+v');
    await page.getByText('over 100,000 characters').first().waitFor();
    expect(await field.inputValue()).toBe('Short and kind.');
    expect((await read(ana.client, 'thread', { personId: benId })).feedback).toHaveLength(1);
    await page.getByRole('button', { name: /^Send to/ }).click();
    await eventually(ben.client, 'thread', { personId: benId }, ({ feedback }) => feedback.length === 2);
    await nothingRan();
  });
});
