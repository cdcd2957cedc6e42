import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EngineClient } from '#shared/protocol/index.ts';
import { createListeningRelay, type ListeningRelay } from '#test/support/listening-relay.ts';
import { scratch, startProfile, startRelay, type RunningProfile, type RunningRelay } from '#test/support/running.ts';
import { createObjective, createTeam, delivered, eventually, joinTeam, read, run } from '#test/support/team.ts';
import { attacker, contentsOf, filesBelow, listsReadBy, openedBy, secretsOn } from './removed-disk.ts';

/** What stays and goes on, with words that stand nowhere else. */
const before = 'kookaburrabefore';
const after = {
  objective: 'echidnatitle',
  description: 'platypusprose',
  comment: 'cassowarycomment',
  plan: 'wallabyplan',
  feedback: 'taipansecret',
  group: 'goannagroup',
  managed: 'dugongmanaged',
  newcomer: 'Emuelle',
} as const;
/** Entries that bring new keys: those who stay have to open them with the old one. They hold ids, pins and seals. */
const announcements = ['act remove', 'act rotate', 'act offer', 'act ask'];

const { folder, remove } = scratch();
let relay: RunningRelay;
let listener: ListeningRelay;
const profiles = new Map<string, RunningProfile>();
const ids = { ana: '', ben: '', cem: '', dan: '' };
const copy = join(folder, 'copy-of-cem');
let since = 0;
let early = '';
let groupFeedback = '';

const of = (name: string): EngineClient => {
  const profile = profiles.get(name);
  if (profile === undefined) throw new Error(`${name} is not running.`);
  return profile.client;
};
const start = async (name: string, directory = join(folder, name)): Promise<EngineClient> => {
  const profile = await startProfile(directory);
  profiles.set(name, profile);
  return profile.client;
};
const areMembers = (client: EngineClient, count: number) =>
  eventually(client, 'people', {}, ({ people }) => people.filter(({ state }) => state === 'member').length === count);

beforeAll(async () => {
  listener = await createListeningRelay(() => relay.url);
  relay = await startRelay(folder, ['--origin', listener.url]);
  for (const name of ['ana', 'ben', 'cem', 'dan']) await start(name);
  ids.ana = (await createTeam(of('ana'), 'Ana', [listener.url])).personId;
  for (const name of ['ben', 'cem', 'dan'] as const) {
    const { link } = await run(of('ana'), 'invitation.create', {});
    await delivered(of('ana'));
    ids[name] = (await joinTeam(of(name), link, name)).personId;
    await eventually(of('ana'), 'people', {}, ({ people }) =>
      people.some(({ id, state }) => id === ids[name] && state === 'member'),
    );
  }
  for (const name of ['ana', 'ben', 'cem', 'dan']) await areMembers(of(name), 4);
  await run(of('ana'), 'member.setManager', { personId: ids.ben, managerId: ids.cem });
  await createObjective(of('cem'), ids.cem, before);
  await run(of('ana'), 'feedback.give', { aboutId: ids.cem, visibility: 'recipient', text: before });
  const shared = { aboutId: ids.ben, visibility: 'recipient-and-manager', text: before } as const;
  groupFeedback = (await run(of('ana'), 'feedback.give', shared)).id;
  early = (await run(of('ana'), 'invitation.create', {})).link;
  for (const name of ['ana', 'cem']) await delivered(of(name));
  await eventually(of('cem'), 'thread', { personId: ids.ben }, ({ feedback }) => feedback.length === 1);
  await eventually(of('ben'), 'thread', { personId: ids.ben }, ({ feedback }) => feedback.length === 1);
  await eventually(of('cem'), 'thread', { personId: ids.cem }, ({ feedback }) => feedback.length === 1);

  // A full copy of the profile, keys and all, from when its person belonged to the team.
  await profiles.get('cem')?.stop();
  cpSync(join(folder, 'cem'), copy, { recursive: true });
  await start('cem');
  await eventually(of('cem'), 'sync', {}, ({ relays }) => relays.some(({ state }) => state === 'synced'));
});

afterAll(async () => {
  for (const profile of profiles.values()) await profile.stop();
  await relay.stop();
  await listener.close();
  remove();
});

describe('a teammate who was removed', () => {
  it('is told plainly, writes nothing more, and keeps what they had', async () => {
    since = Date.now();
    await run(of('ana'), 'member.remove', { personId: ids.cem });
    const { out } = await eventually(of('cem'), 'membership', {}, (view) => view.out?.how === 'removed');
    expect(out).toMatchObject({ how: 'removed', byId: ids.ana });
    const late = await of('cem').run('kudos.give', { toId: ids.ana, value: '', text: 'still here' });
    expect(late).toMatchObject({ ok: false, error: { code: 'not-allowed' } });
    expect((await read(of('cem'), 'thread', { personId: ids.cem })).feedback).toMatchObject([{ text: before }]);
  });

  it('is refused by the relay, also with the copy of their profile', async () => {
    const refused = (client: EngineClient) =>
      eventually(client, 'sync', {}, ({ relays }) => relays.some(({ state }) => state === 'refused'));
    await refused(of('cem'));
    const { relays } = await refused(await start('copy', copy));
    expect(relays[0]?.sentence).toMatch(/removed/);
    expect((await eventually(of('copy'), 'membership', {}, ({ out }) => out !== null)).out?.how).toBe('relay');
  });

  it('while the others go on: goals, check-ins, feedback of two, a group, and a newcomer with an old link', async () => {
    for (const name of ['ben', 'dan']) await areMembers(of(name), 3);
    const { id } = await createObjective(of('ana'), ids.ana, after.objective, { description: after.description });
    await eventually(of('ben'), 'objective', { id }, ({ objective }) => objective?.title === after.objective);
    await run(of('ben'), 'comment.add', { targetId: id, text: after.comment });
    await run(of('ben'), 'feedback.give', { aboutId: ids.ana, visibility: 'recipient', text: after.feedback });
    // In the group that the removed could read, among those who are left.
    await run(of('ana'), 'comment.add', { targetId: groupFeedback, text: after.group });
    await run(of('ana'), 'member.setManager', { personId: ids.ben, managerId: ids.dan });
    await run(of('ana'), 'feedback.give', {
      aboutId: ids.ben,
      visibility: 'recipient-and-manager',
      text: after.managed,
    });
    const { week, question } = await read(of('ben'), 'checkInDraft', {});
    await run(of('ben'), 'checkIn.submit', {
      week,
      lastPlans: [],
      plans: [{ text: after.plan }],
      updates: [],
      blockers: [],
      question,
      answer: '',
    });
    await eventually(of('dan'), 'thread', { personId: ids.ben }, ({ feedback }) => feedback.length === 1);
    await eventually(of('ben'), 'search', { text: after.group }, ({ hits }) => hits.length === 1);
    await eventually(of('dan'), 'objective', { id }, ({ objective }) => objective?.comments.length === 1);
    await eventually(of('ana'), 'thread', { personId: ids.ana }, ({ feedback }) =>
      feedback.some(({ text }) => text === after.feedback),
    );
    const newcomer = await start('newcomer');
    await joinTeam(newcomer, early, after.newcomer);
    await areMembers(newcomer, 4);
    await eventually(newcomer, 'objective', { id }, ({ objective }) => objective?.comments.length === 1);
    for (const name of ['ana', 'ben', 'newcomer']) await delivered(of(name));
  });

  it('opens nothing of it: their whole disk, every key on it, the whole relay and all that passed on the wire', async () => {
    for (const name of ['cem', 'copy']) await profiles.get(name)?.stop();
    const { entries, objects } = contentsOf(relay.dataFile);
    expect(entries.length).toBeGreaterThan(20);
    const words = Object.values(after);

    // The same search finds every word for somebody who stayed, so it can find them.
    const ben = profiles.get('ben');
    await ben?.stop();
    const insider = attacker(secretsOn(join(folder, 'ben')), entries);
    const readable = openedBy(insider);
    expect(readable.filter(({ time, kind }) => time >= since && !announcements.includes(kind)).length).toBeGreaterThan(
      8,
    );
    expect(listsReadBy(insider, objects).some((at) => at >= since)).toBe(true);
    const finds = insider.db.prepare<unknown[], { n: number }>('SELECT count(*) AS n FROM search WHERE search MATCH ?');
    for (const word of [before, ...words.filter((one) => one !== after.newcomer)])
      expect({ word, found: (finds.get(word)?.n ?? 0) > 0 }).toEqual({ word, found: true });
    insider.close();

    for (const directory of [join(folder, 'cem'), copy]) {
      const ledger = attacker(secretsOn(directory), entries);
      const opened = openedBy(ledger);
      expect(opened.some(({ time }) => time < since)).toBe(true);
      expect(opened.filter(({ time, kind }) => time >= since && !announcements.includes(kind))).toEqual([]);
      expect(listsReadBy(ledger, objects).filter((at) => at > since + 1_000)).toEqual([]);
      for (const { bytes } of opened) for (const word of words) expect(bytes.includes(word)).toBe(false);
      ledger.close();
      for (const { path, bytes } of filesBelow(directory))
        for (const word of words) expect(bytes.includes(word) ? `${word} in ${path}` : '').toBe('');
    }
    const wire = Buffer.concat(listener.heard);
    for (const word of words) expect(wire.includes(word)).toBe(false);
  });
});
