import { join, resolve } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { systemRandom, systemTimers } from '#engine/hosts/system-ports.ts';
import { openProfile, type OpenedProfile } from '#engine/index.ts';
import type { EngineApi } from '#shared/protocol/index.ts';
import { expectOk, type Timers } from '#shared/std/index.ts';
import { scratch } from '#test/support/running.ts';
import { smallDisk } from '#test/support/small-disk.ts';
import { startLabRelay, type LabRelay } from '#test/support/sync/relay-lab.ts';

const day = 86_400_000;
const week = ['09:00-17:00', '09:00-17:00', '09:00-17:00', '09:00-17:00', '09:00-17:00', null, null];
const person = (name: string) => ({ name, timeZone: 'UTC', workingHours: week });

let place: ReturnType<typeof scratch>;
let relay: LabRelay;
let opened: OpenedProfile[];
let ana: EngineApi;

/** For a join that has to run out of patience: its polls and retries come twenty times as often. */
const hurried: Timers = { after: (ms, task) => systemTimers.after(ms / 20, task) };

const open = async (name: string, clockAhead = 0, timers = systemTimers): Promise<EngineApi> => {
  const profile = expectOk(
    await openProfile({
      directory: resolve(place.folder, name),
      clock: { now: () => Date.now() + clockAhead },
      random: systemRandom,
      timers,
      log: { info: () => undefined, warn: () => undefined },
      lan: false,
    }),
  );
  opened.push(profile);
  return profile.engine;
};

beforeEach(async () => {
  place = scratch();
  relay = await startLabRelay();
  opened = [];
  ana = await open('ana');
  expectOk(
    await ana.run('team.create', { teamName: 'Northern Lights', person: person('Ana'), relayUrls: [relay.url] }),
  );
});
afterEach(async () => {
  for (const profile of opened) await profile.close();
  await relay.stop();
  place.remove();
});

const delivered = () =>
  expect.poll(async () => expectOk(await ana.read('sync', {})).pending, { timeout: 20_000 }).toBe(0);
/** An invitation that waits at the relay, package included. */
const invite = async (): Promise<{ id: string; link: string }> => {
  const made = expectOk(await ana.run('invitation.create', { days: 7 }));
  await delivered();
  return made;
};
const membersOf = async (engine: EngineApi): Promise<string[]> =>
  expectOk(await engine.read('people', {}))
    .people.filter(({ state }) => state === 'member')
    .map(({ name }) => name)
    .sort();
const eventuallyMembers = (engine: EngineApi, names: readonly string[]) =>
  expect.poll(() => membersOf(engine), { timeout: 20_000 }).toEqual(names);
const tryToJoin = (engine: EngineApi, link: string, name = 'Bilal') =>
  engine.run('team.join', { link, person: person(name) });
const stateOf = async (engine: EngineApi) => expectOk(await engine.read('session', {})).state;

describe('a profile that is given an invitation', () => {
  it('that has run out is told so, stays empty, and comes in with another', async () => {
    const { link } = await invite();
    const late = await open('late', 8 * day);
    const refused = await tryToJoin(late, link);
    expect(refused).toMatchObject({
      ok: false,
      error: { code: 'invitation-expired', field: 'link', sentence: expect.stringMatching(/run out/) },
    });
    expect(expectOk(await late.read('session', {}))).toMatchObject({ state: 'empty', team: null, me: null });
    const longer = expectOk(await ana.run('invitation.create', { days: 30 }));
    await delivered();
    expectOk(await tryToJoin(late, longer.link));
    expect(await stateOf(late)).toBe('ready');
  });

  it('that was revoked is told so, stays empty, and comes in with another', async () => {
    const bilal = await open('bilal');
    const { id, link } = await invite();
    expectOk(await ana.run('invitation.revoke', { id }));
    await delivered();
    const refused = await tryToJoin(bilal, link);
    expect(refused.ok ? '' : refused.error.code).toMatch(/^invitation-(revoked|used|invalid)$/);
    expect(refused).toMatchObject({ error: { field: 'link' } });
    expect(await stateOf(bilal)).toBe('empty');
    expectOk(await tryToJoin(bilal, (await invite()).link));
    await eventuallyMembers(ana, ['Ana', 'Bilal']);
  });

  it('that somebody else has used is told so, stays empty, and comes in with another', async () => {
    const { link } = await invite();
    const first = await open('first');
    expectOk(await tryToJoin(first, link, 'First'));
    await eventuallyMembers(ana, ['Ana', 'First']);
    await delivered();
    const bilal = await open('bilal');
    expect(await tryToJoin(bilal, link)).toMatchObject({
      ok: false,
      error: { code: 'invitation-used', field: 'link', sentence: expect.stringMatching(/used/) },
    });
    expect(expectOk(await bilal.read('session', {}))).toMatchObject({ state: 'empty', team: null, me: null });
    expectOk(await tryToJoin(bilal, (await invite()).link));
    await eventuallyMembers(ana, ['Ana', 'Bilal', 'First']);
  });

  it('of a team that the relay does not hold is told that nobody could be reached there, and stays empty', async () => {
    const elsewhere = await open('elsewhere');
    const nowhere = await startLabRelay();
    expectOk(
      await elsewhere.run('team.create', { teamName: 'Heron', person: person('Ola'), relayUrls: [nowhere.url] }),
    );
    const { link } = expectOk(await elsewhere.run('invitation.create', {}));
    await nowhere.stop();
    const bilal = await open('bilal', 0, hurried);
    expect(await tryToJoin(bilal, link)).toMatchObject({ ok: false, error: { code: 'unreachable' } });
    expect(await stateOf(bilal)).toBe('empty');
    expectOk(await tryToJoin(bilal, (await invite()).link));
  });
});

// Only root on Linux can make a small file system; elsewhere this is reported as skipped.
const disk = smallDisk(8);
afterAll(() => disk?.remove());

describe.skipIf(disk === undefined)('a join on a full disk', () => {
  it('says so, leaves the profile as it was, and succeeds with the same link once there is space', async () => {
    const { link } = await invite();
    const bilal = await open(join(disk?.folder ?? '', 'bilal'));
    disk?.fill();
    expect(await tryToJoin(bilal, link)).toMatchObject({ ok: false, error: { code: 'disk-full' } });
    disk?.free();
    expect(await stateOf(bilal)).toBe('empty');
    expectOk(await tryToJoin(bilal, link));
    await eventuallyMembers(ana, ['Ana', 'Bilal']);
    expect(expectOk(await bilal.run('verify.run', {})).problems).toEqual([]);
  });
});

describe('one profile', () => {
  it('joins once when it is told to join twice at the same moment, and the join that wins stays whole', async () => {
    const { link } = await invite();
    const other = await invite();
    const bilal = await open('bilal');
    const both = await Promise.all([tryToJoin(bilal, link, 'Bilal'), tryToJoin(bilal, other.link, 'Bilal again')]);
    expect(both.filter((one) => one.ok)).toHaveLength(1);
    expect(both.find((one) => !one.ok)).toMatchObject({ error: { code: 'conflict' } });
    expect(await stateOf(bilal)).toBe('ready');
    await eventuallyMembers(ana, ['Ana', 'Bilal']);
    await eventuallyMembers(bilal, ['Ana', 'Bilal']);
    expect(expectOk(await bilal.run('verify.run', {})).problems).toEqual([]);
  });

  it('that is joining refuses to found a team, to open the sample team and a link that leads nowhere', async () => {
    const { id, link } = await invite();
    expectOk(await ana.run('invitation.revoke', { id }));
    await delivered();
    const good = await invite();
    const bilal = await open('bilal');
    const joining = tryToJoin(bilal, good.link);
    const meanwhile = await Promise.all([
      bilal.run('team.create', { teamName: 'Another', person: person('Bilal') }),
      bilal.run('team.sample', {}),
      tryToJoin(bilal, link),
    ]);
    for (const one of meanwhile) expect(one).toMatchObject({ ok: false, error: { code: 'conflict' } });
    expectOk(await joining);
    expect(expectOk(await bilal.read('session', {}))).toMatchObject({
      state: 'ready',
      team: { name: 'Northern Lights' },
    });
    await opened.pop()?.close();
    const again = await open('bilal');
    expect(await stateOf(again)).toBe('ready');
    expect(expectOk(await again.run('verify.run', {})).problems).toEqual([]);
  });

  it('that makes the sample team refuses to join or found meanwhile, and can be left for a real team', async () => {
    const { link } = await invite();
    const bilal = await open('bilal');
    const sample = bilal.run('team.sample', {});
    const meanwhile = await Promise.all([
      tryToJoin(bilal, link),
      bilal.run('team.create', { teamName: 'Another', person: person('Bilal') }),
    ]);
    for (const one of meanwhile) expect(one).toMatchObject({ ok: false, error: { code: 'conflict' } });
    expectOk(await sample);
    expectOk(await bilal.run('team.leaveSample', {}));
    expectOk(await tryToJoin(bilal, link));
    await eventuallyMembers(ana, ['Ana', 'Bilal']);
  }, 60_000);

  it('that could not join because of a refused link is not left in between: it can be tried again at once', async () => {
    const bilal = await open('bilal');
    for (const link of ['', 'meridian://join/1#AAAA', 'https://example.com']) {
      expect(await tryToJoin(bilal, link)).toMatchObject({ ok: false, error: { code: 'invitation-invalid' } });
      expect(await stateOf(bilal)).toBe('empty');
    }
    expectOk(await tryToJoin(bilal, (await invite()).link));
  });
});
