import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '#test/support/browser.ts';
import { scratch, startProfile, startRelay, type RunningProfile, type RunningRelay } from '#test/support/running.ts';
import { createObjective, createTeam, delivered, eventually, joinTeam, read, run } from '#test/support/team.ts';
import { goTo, openWindow, type ProfileWindow } from '#test/support/window.ts';
import { openWith } from './stolen-disk.ts';

const patience = 120_000;
/** Acts that everybody who stays has to open with the old key: they hold ids, pins and seals, and no word of anybody. */
const announcements = ['act device-revoke', 'act person-key', 'act rotate', 'act offer', 'act ask', 'act grant'];
const { folder, remove } = scratch();
let relay: RunningRelay;
let ana: RunningProfile;
let ben: RunningProfile;
let phone: RunningProfile;
let browser: Browser;
const ids = { ana: '', ben: '', objective: '' };

beforeAll(async () => {
  relay = await startRelay(folder);
  [ana, ben, phone] = [
    await startProfile(join(folder, 'ana')),
    await startProfile(join(folder, 'ben')),
    await startProfile(join(folder, 'phone')),
  ];
  browser = await launchBrowser();
  ids.ana = (await createTeam(ana.client, 'Ana', [relay.url])).personId;
  const { link } = await run(ana.client, 'invitation.create', {});
  await delivered(ana.client);
  ids.ben = (await joinTeam(ben.client, link, 'Ben')).personId;
  await eventually(ben.client, 'session', {}, ({ me }) => me?.state === 'member');
  ids.objective = (await createObjective(ben.client, ids.ben, 'Kept on two machines')).id;
  await run(ana.client, 'feedback.give', { aboutId: ids.ben, visibility: 'recipient', text: 'Said before' });
  await delivered(ben.client);
  await delivered(ana.client);
}, patience);
afterAll(async () => {
  await browser.close();
  for (const profile of [ana, ben, phone]) await profile.stop();
  await relay.stop();
  remove();
});

/** The number that a page shows to compare. */
const numberOn = async (page: Page | Locator): Promise<string> => {
  const shown = page.getByText(/^[0-9a-f]{4}( [0-9a-f]{4}){3}$/).first();
  await shown.waitFor();
  return (await shown.textContent()) ?? '';
};
const drafting = (page: Page) => page.getByRole('textbox', { name: 'Comment' }).first();

/** Pairs as a person does: code over, numbers compared, confirmed. */
const pairInWindows = async (old: ProfileWindow, fresh: ProfileWindow): Promise<void> => {
  await goTo(old.page, 'd', 'Data and trust');
  await old.page.getByRole('button', { name: 'Add a device' }).press('Enter');
  const code = await old.page.getByRole('textbox', { name: 'Pairing code' }).inputValue();
  await fresh.page.getByRole('heading', { name: 'Where would you like to start?' }).waitFor();
  await fresh.page.keyboard.press('4');
  await fresh.page.getByLabel('Pairing code').fill(code.slice(0, -4));
  await fresh.page.getByLabel('Name of this machine').fill('Phone');
  await fresh.page.keyboard.press('Enter');
  await fresh.page.getByText('A part of this code is missing or changed').waitFor();
  await fresh.page.getByLabel('Pairing code').fill(code);
  await fresh.page.getByLabel('Pairing code').press('Enter');
  const there = await numberOn(fresh.page);
  await old.page.getByText('Phone answered').waitFor();
  expect(await numberOn(old.page.getByRole('dialog'))).toBe(there);
  await old.page.getByRole('button', { name: 'They are the same, add it' }).press('Enter');
  await old.page.getByText('has fetched its keys').waitFor();
  await old.page.getByRole('button', { name: 'Close', exact: true }).last().press('Enter');
  await fresh.page.getByRole('heading', { name: 'Today', level: 1 }).waitFor();
};

describe('a person with two machines', () => {
  it(
    'adds the second, edits on both offline, shuts one out, and everybody knows within one sync',
    { timeout: 2 * patience },
    async () => {
      const [old, fresh] = [await openWindow(browser, ben), await openWindow(browser, phone)];
      await pairInWindows(old, fresh);
      expect((await read(phone.client, 'session', {})).me?.id).toBe(ids.ben);
      const thread = await eventually(
        phone.client,
        'thread',
        { personId: ids.ben },
        (one) => one.feedback.length === 1,
      );
      expect(thread.feedback[0]?.text).toBe('Said before');

      // A draft follows its person into the other window.
      await run(ben.client, 'draft.save', { key: `comment/${ids.objective}`, value: 'Half a thought' });
      await eventually(
        phone.client,
        'draft',
        { key: `comment/${ids.objective}` },
        ({ value }) => value === 'Half a thought',
      );
      await run(phone.client, 'draft.save', { key: 'feedback/ana', value: 'Begun on the phone' });
      await eventually(ben.client, 'draft', { key: 'feedback/ana' }, ({ value }) => value === 'Begun on the phone');
      await goTo(fresh.page, 'o', 'Goals');
      await fresh.page.getByText('Kept on two machines').first().click();
      await fresh.page.getByRole('button', { name: 'Comment' }).first().press('Enter');
      await expect.poll(() => drafting(fresh.page).inputValue()).toBe('Half a thought');
      await fresh.page.keyboard.press('Escape');
      await drafting(fresh.page).waitFor({ state: 'hidden' });

      // Both go on without a relay, and meet with both edits.
      await relay.stop();
      const { objective } = await read(ben.client, 'objective', { id: ids.objective });
      const base = objective?.heads ?? [];
      await run(ben.client, 'objective.update', { id: ids.objective, base, title: 'Titled on the laptop' });
      await run(phone.client, 'objective.update', { id: ids.objective, base, description: 'Described on the phone' });
      await relay.start();
      for (const { client } of [ben, phone]) await run(client, 'relay.retry', {});
      for (const { client } of [ben, phone, ana]) {
        await run(client, 'relay.retry', {});
        await eventually(
          client,
          'objective',
          { id: ids.objective },
          ({ objective: one }) => one?.title === 'Titled on the laptop' && one.description === 'Described on the phone',
        );
      }

      // Ben shuts the phone out.
      const since = Date.now();
      await old.page.getByRole('button', { name: 'Shut out Phone' }).press('Enter');
      await old.page.getByText('What cannot happen').waitFor();
      await old.page.getByRole('button', { name: 'Shut it out' }).press('Enter');
      await old.page.getByRole('dialog').waitFor({ state: 'hidden' });
      await delivered(ben.client);
      await eventually(ana.client, 'devices', {}, ({ others }) => others.some(({ state }) => state === 'revoked'));
      await eventually(phone.client, 'devices', {}, ({ out }) => out !== null);
      await goTo(fresh.page, 'd', 'Data and trust');
      await fresh.page.getByText('Shut out', { exact: true }).first().waitFor();
      const refused = await phone.client.run('comment.add', { targetId: ids.objective, text: 'From outside' });
      expect(refused.ok ? '' : refused.error.code).toBe('not-allowed');
      await eventually(phone.client, 'sync', {}, ({ relays }) => relays.every(({ state }) => state === 'refused'));

      // Whatever is written from now on reaches Ben, and nobody opens it with what is on the phone.
      const words = ['quollgoal', 'wombatfeedback', 'bilbycomment'] as const;
      await createObjective(ana.client, ids.ana, words[0]);
      await run(ana.client, 'feedback.give', { aboutId: ids.ben, visibility: 'recipient', text: words[1] });
      await run(ben.client, 'comment.add', { targetId: ids.objective, text: words[2] });
      await eventually(ben.client, 'thread', { personId: ids.ben }, (one) => one.feedback.length === 2);
      await eventually(ana.client, 'objective', { id: ids.objective }, (one) => one.objective?.comments.length === 1);
      await delivered(ben.client);
      await delivered(ana.client);
      // Half-written texts that the phone could open are taken away from the relay, those of its own notes as well.
      const draftsForPhone = (): readonly string[] => {
        const phoneNow = openWith(join(folder, 'phone'), relay.dataFile);
        phoneNow.close();
        return phoneNow.drafts;
      };
      await expect.poll(draftsForPhone, { timeout: 20_000, interval: 500 }).toEqual([]);
      expect([...old.complaints, ...fresh.complaints]).toEqual([]);
      await old.close();
      await fresh.close();

      for (const profile of [phone, ben]) await profile.stop();
      await relay.stop();
      const later = (of: ReturnType<typeof openWith>) =>
        of.opened.filter(({ time, kind }) => time >= since && !announcements.includes(kind));
      const proof = openWith(join(folder, 'ben'), relay.dataFile);
      expect(later(proof).length).toBeGreaterThanOrEqual(words.length);
      for (const word of words) expect({ word, found: proof.finds(word) }).toEqual({ word, found: true });
      const stolen = openWith(join(folder, 'phone'), relay.dataFile);
      expect(later(stolen)).toEqual([]);
      for (const word of words) expect({ word, found: stolen.finds(word) }).toEqual({ word, found: false });
      expect(stolen.finds('titled'), 'what the phone had is still readable there').toBe(true);
      for (const one of [proof, stolen]) one.close();
    },
  );
});
