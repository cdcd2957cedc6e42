import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openProfile, type OpenedProfile } from '#engine/index.ts';
import { systemClock, systemRandom, systemTimers } from '#engine/hosts/system-ports.ts';
import { startRelay, type RunningRelay } from '#relay/index.ts';
import type { EngineApi } from '#shared/protocol/index.ts';
import { expectOk } from '#shared/std/index.ts';

const folder = mkdtempSync(join(tmpdir(), 'meridian-recovery-'));
const log = { info: () => undefined, warn: () => undefined };
let relay: RunningRelay;
let url = '';
beforeAll(async () => {
  relay = await startRelay({ host: '127.0.0.1', port: 0, data: join(folder, 'relay.db') }, log);
  url = `ws://127.0.0.1:${relay.port}`;
});
const opened = new Map<EngineApi, OpenedProfile>();
afterAll(async () => {
  for (const profile of opened.values()) await profile.close();
  await relay.stop();
  rmSync(folder, { recursive: true, force: true });
});

const open = async (name: string): Promise<EngineApi> => {
  const ports = { clock: systemClock, random: systemRandom, timers: systemTimers, log };
  const profile = expectOk(await openProfile({ directory: join(folder, name), ...ports, lan: false }));
  opened.set(profile.engine, profile);
  return profile.engine;
};
/** The machine is gone, with everything on it. */
const lose = async (engine: EngineApi, name: string): Promise<void> => {
  await opened.get(engine)?.close();
  opened.delete(engine);
  rmSync(join(folder, name), { recursive: true, force: true });
};

const person = (name: string) => ({ name, timeZone: 'UTC', workingHours: [null, null, null, null, null, null, null] });
const patience = { timeout: 20_000 };
const pendingOf = async (engine: EngineApi) => expectOk(await engine.read('sync', {})).pending;
const delivered = (engine: EngineApi) => expect.poll(() => pendingOf(engine), patience).toBe(0);
const synced = (engine: EngineApi) =>
  expect
    .poll(async () => expectOk(await engine.read('sync', {})).relays.map(({ state }) => state), patience)
    .toEqual(['synced']);

const goal = async (engine: EngineApi, title: string): Promise<string> => {
  const cycleId = expectOk(await engine.read('cycles', {})).currentId ?? '';
  return expectOk(await engine.run('objective.create', { title, cycleId, ownerId: null })).id;
};
const titleOf = async (engine: EngineApi, id: string) =>
  expectOk(await engine.read('objective', { id })).objective?.title;

/** Both see each other as members: the newcomer was accepted. */
const together = async (...engines: readonly EngineApi[]) => {
  for (const engine of engines)
    await expect
      .poll(async () => expectOk(await engine.read('people', {})).people.map(({ state }) => state), patience)
      .toEqual(['member', 'member']);
};

/** Makes and confirms a phrase, as somebody does who wrote it down. */
const setUp = async (engine: EngineApi) => {
  const { words, sheet, ask } = expectOk(await engine.run('recovery.begin', {}));
  const answers = ask.map((position) => ({ position, word: words[position - 1] ?? '' }));
  expectOk(await engine.run('recovery.confirm', { answers }));
  return { phrase: words.join(' '), sheet };
};
const noProblems = async (engine: EngineApi) => {
  const { problems } = expectOk(await engine.run('verify.run', {}));
  expect(problems).toEqual([]);
  expect(expectOk(await engine.read('trust', {})).forks).toEqual([]);
};

describe('a phrase', () => {
  test('is confirmed only by who wrote it down, and is in the team then', { timeout: 60_000 }, async () => {
    const ana = await open('confirm');
    expectOk(await ana.run('team.create', { teamName: 'Kestrel', person: person('Ana') }));
    expect(expectOk(await ana.read('recovery', {})).offer).toBe(true);
    const { words, ask } = expectOk(await ana.run('recovery.begin', {}));
    const wrong = await ana.run('recovery.confirm', { answers: ask.map((position) => ({ position, word: 'zoo' })) });
    expect(wrong.ok ? '' : wrong.error.code).toBe('invalid');
    const partly = await ana.run('recovery.confirm', {
      answers: [{ position: ask[0] ?? 1, word: words[(ask[0] ?? 1) - 1] ?? '' }],
    });
    expect(partly.ok ? '' : partly.error.field).toBe(`word.${ask[1]}`);
    expect(expectOk(await ana.read('recovery', {})).phrase).toBeNull();
    await setUp(ana);
    const { phrase, offer } = expectOk(await ana.read('recovery', {}));
    expect(phrase?.kit).toBe(true);
    expect(offer).toBe(false);
  });
});

describe('who lost their only machine', () => {
  test(
    'is back from phrase and relay on an empty profile: nothing acknowledged is lost, private records too, nothing forks',
    { timeout: 120_000 },
    async () => {
      const ana = await open('ana');
      expectOk(await ana.run('team.create', { teamName: 'Kestrel', person: person('Ana'), relayUrls: [url] }));
      const { link } = expectOk(await ana.run('invitation.create', {}));
      await delivered(ana);
      const ben = await open('ben');
      const { personId: benId } = expectOk(await ben.run('team.join', { link, person: person('Ben') }));
      await together(ana, ben);
      const { phrase } = await setUp(ana);
      const shared = await goal(ana, 'Acknowledged by the relay');
      const feedback = expectOk(
        await ana.run('feedback.give', { aboutId: benId, visibility: 'recipient', text: 'Between the two of us' }),
      );
      await delivered(ana);
      await delivered(ben);
      const before = expectOk(await ana.read('session', {})).me?.id;
      await lose(ana, 'ana');

      const again = await open('ana-again');
      const restored = expectOk(await again.run('recovery.restore', { phrase, relayUrls: [url] }));
      expect(restored).toMatchObject({ personId: before, alone: false });
      expect(await titleOf(again, shared)).toBe('Acknowledged by the relay');
      expect(expectOk(await again.read('history', { recordId: feedback.id })).entries).toHaveLength(1);
      const { restored: card, phrase: kept } = expectOk(await again.read('recovery', {}));
      expect(card?.others).toHaveLength(1);
      expect(kept?.kit).toBe(true);

      const newer = await goal(again, 'Written on the new machine');
      await expect.poll(() => titleOf(ben, newer), patience).toBe('Written on the new machine');
      const answer = await goal(ben, 'Written by Ben meanwhile');
      await expect.poll(() => titleOf(again, answer), patience).toBe('Written by Ben meanwhile');
      await noProblems(again);
      await noProblems(ben);

      // The same words work a second time, for another machine: the log they sign in is a new one each time.
      await delivered(again);
      await lose(again, 'ana-again');
      const third = await open('ana-third');
      expectOk(await third.run('recovery.restore', { phrase, relayUrls: [url] }));
      expect(await titleOf(third, newer)).toBe('Written on the new machine');
      await goal(third, 'Still here');
      await delivered(third);
      await noProblems(third);
      await expect.poll(async () => expectOk(await ben.read('trust', {})).forks, patience).toEqual([]);
    },
  );

  test('as a member who may not let anybody in is back as well', { timeout: 120_000 }, async () => {
    const ana = await open('owner');
    expectOk(await ana.run('team.create', { teamName: 'Kestrel', person: person('Ana'), relayUrls: [url] }));
    const { link } = expectOk(await ana.run('invitation.create', {}));
    await delivered(ana);
    const ben = await open('member');
    expectOk(await ben.run('team.join', { link, person: person('Ben') }));
    await together(ana, ben);
    const { phrase } = await setUp(ben);
    const id = await goal(ben, 'Written by Ben');
    await delivered(ben);
    await expect.poll(() => titleOf(ana, id), patience).toBe('Written by Ben');
    await lose(ben, 'member');
    const again = await open('member-again');
    expectOk(await again.run('recovery.restore', { phrase, relayUrls: [url] }));
    const newer = await goal(again, 'Written by Ben again');
    await expect.poll(() => titleOf(ana, newer), patience).toBe('Written by Ben again');
    await noProblems(again);
  });

  test('with words that were replaced gets nothing, and is told what to do', { timeout: 90_000 }, async () => {
    const ana = await open('replacing');
    expectOk(await ana.run('team.create', { teamName: 'Kestrel', person: person('Ana'), relayUrls: [url] }));
    const { phrase: old } = await setUp(ana);
    await delivered(ana);
    const { phrase } = await setUp(ana);
    await delivered(ana);
    await synced(ana);
    const again = await open('replaced');
    const refused = await again.run('recovery.restore', { phrase: old, relayUrls: [url] });
    expect(refused.ok ? '' : refused.error.code).toBe('not-found');
    expect(expectOk(await again.read('session', {})).state).toBe('empty');
    expectOk(await again.run('recovery.restore', { phrase, relayUrls: [url] }));
  });

  test('is told which word is wrong, and that a relay cannot be reached', { timeout: 60_000 }, async () => {
    const lost = await open('typing');
    const words = 'abandon '.repeat(23);
    const wrong = await lost.run('recovery.restore', { phrase: `${words}abandno`, relayUrls: [url] });
    expect(wrong.ok ? '' : wrong.error.sentence).toContain('Word 24');
    const checked = expectOk(await lost.run('recovery.check', { text: `${words}abandno` }));
    expect(checked.words[0]).toMatchObject({ position: 24, suggestions: ['abandon'] });
    const { words: good } = await (async () => {
      const other = await open('typing-other');
      expectOk(await other.run('team.create', { teamName: 'Kestrel', person: person('Ana') }));
      return expectOk(await other.run('recovery.begin', {}));
    })();
    const nobody = await lost.run('recovery.restore', { phrase: good.join(' '), relayUrls: ['ws://127.0.0.1:9'] });
    expect(nobody.ok ? '' : nobody.error.code).toBe('unreachable');
    const unknown = await lost.run('recovery.restore', { phrase: good.join(' '), relayUrls: [url] });
    expect(unknown.ok ? '' : unknown.error.code).toBe('not-found');
  });
});

describe('without any relay', () => {
  test('a teammate’s machine on the local network has it all', { timeout: 120_000 }, async () => {
    const ana = await open('lan-ana');
    expectOk(await ana.run('team.create', { teamName: 'Kestrel', person: person('Ana') }));
    expectOk(await ana.run('lan.set', { enabled: true }));
    const port = expectOk(await ana.read('sync', {})).lan.port ?? 0;
    const { link } = expectOk(await ana.run('invitation.create', {}));
    const ben = await open('lan-ben');
    expectOk(await ben.run('team.join', { link, address: `127.0.0.1:${port}`, person: person('Ben') }));
    await together(ana, ben);
    const { phrase, sheet } = await setUp(ben);
    const id = await goal(ben, 'Seen by Ana');
    await expect.poll(() => titleOf(ana, id), patience).toBe('Seen by Ana');
    await delivered(ben);
    await lose(ben, 'lan-ben');

    const again = await open('lan-again');
    const words = await again.run('recovery.restore', { phrase, address: `127.0.0.1:${port}` });
    expect(words.ok ? '' : words.error.sentence).toContain('whole recovery sheet');
    expectOk(await again.run('recovery.restore', { phrase: sheet, address: `127.0.0.1:${port}` }));
    expect(await titleOf(again, id)).toBe('Seen by Ana');
  });
});
