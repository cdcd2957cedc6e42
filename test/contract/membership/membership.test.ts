import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startLabRelay, type LabRelay } from '#test/support/sync/relay-lab.ts';
import type { CommandParams, EngineApi } from '#shared/protocol/index.ts';
import { expectOk } from '#shared/std/index.ts';
import { createProfiles, eventually, person, type Profiles } from '../devices/profiles.ts';

const slow = { timeout: 120_000 };
let profiles: Profiles;
let relay: LabRelay;
let ana: EngineApi;
beforeEach(async () => {
  profiles = createProfiles();
  relay = await startLabRelay();
  ana = await profiles.open('ana');
  expectOk(await ana.run('team.create', { teamName: 'Kestrel', person: person('Ana'), relayUrls: [relay.url] }));
});
afterEach(async () => {
  await profiles.end();
  await relay.stop();
});

const meOf = async (engine: EngineApi): Promise<string> => expectOk(await engine.read('session', {})).me?.id ?? '';
const delivered = (engine: EngineApi) => eventually(engine, 'sync', {}, ({ pending }) => pending === 0);
const isA = (engine: EngineApi, id: string, role: string) =>
  eventually(engine, 'people', {}, ({ people }) =>
    people.some((one) => one.id === id && one.role === role && one.state === 'member'),
  );

/** Somebody joins with a link of Ana's; resolves to them once Ana's machine has heard of it. */
const join = async (name: string, invitation: CommandParams<'invitation.create'> = {}) => {
  const { link } = expectOk(await ana.run('invitation.create', invitation));
  await delivered(ana);
  const engine = await profiles.open(name.toLowerCase());
  expectOk(await engine.run('team.join', { link, person: person(name) }));
  const id = await meOf(engine);
  await eventually(ana, 'people', {}, ({ people }) => people.some((one) => one.id === id));
  return { engine, id };
};

describe('a newcomer whose invitation asks for approval', () => {
  test('waits until an admin has compared the number that both see, and is let in', slow, async () => {
    const { engine: ben, id } = await join('Ben', { approval: true });
    const { waiting } = await eventually(ana, 'membership', {}, (view) => view.waiting.length === 1);
    expect(waiting[0]).toMatchObject({ personId: id, byHand: true, may: null });
    const mine = expectOk(await ben.read('membership', {})).people;
    const anas = await meOf(ana);
    expect(mine.find((one) => one.personId === anas)?.safetyNumber).toBe(waiting[0]?.safetyNumber);
    expect(waiting[0]?.safetyNumber).toMatch(/^(\d{5} ){5}\d{5}$/);
    // Nobody's machine lets them in by itself: something else that Ana writes meanwhile does not either.
    expectOk(await ana.run('team.checkpoint', {}));
    expect(expectOk(await ana.read('membership', {})).waiting).toHaveLength(1);
    expectOk(await ana.run('invitation.approve', { personId: id }));
    await isA(ben, id, 'member');
  });

  test('is told when they are turned away, and the keys they had are out of use', slow, async () => {
    const { engine: ben, id } = await join('Ben', { approval: true });
    expectOk(await ana.run('invitation.decline', { personId: id }));
    const { out } = await eventually(ben, 'membership', {}, (view) => view.out !== null);
    expect(['turned-away', 'relay']).toContain(out?.how);
    expect(expectOk(await ana.read('membership', {})).keysDue).toBe(0);
    expect(expectOk(await ana.read('membership', {})).gone).toMatchObject([{ personId: id, how: 'turned-away' }]);
  });
});

describe('an owner', () => {
  test('hands over and becomes an admin; what is not allowed is said before it is tried', slow, async () => {
    const { engine: ben, id } = await join('Ben');
    await isA(ben, id, 'member');
    const anas = await meOf(ana);
    const before = expectOk(await ben.read('membership', {}));
    expect(before.people.find((one) => one.personId === anas)?.may.remove).toMatch(/owner/);
    expect(expectOk(await ana.read('membership', {})).leave).toMatch(/only owner/);
    expectOk(await ana.run('member.handOver', { personId: id }));
    await isA(ben, id, 'owner');
    await isA(ana, anas, 'admin');
    expect(expectOk(await ana.read('membership', {})).leave).toBeNull();
  });

  test('who is lost is replaced by more than half of the admins, each signing when they are there', slow, async () => {
    const anas = await meOf(ana);
    const admins: { engine: EngineApi; id: string }[] = [];
    for (const name of ['Ben', 'Cem']) {
      const one = await join(name);
      await isA(ana, one.id, 'member');
      expectOk(await ana.run('member.setRole', { personId: one.id, role: 'admin' }));
      admins.push(one);
    }
    const [ben, cem] = admins;
    if (ben === undefined || cem === undefined) throw new Error('Nobody joined.');
    for (const { engine } of admins) for (const { id } of admins) await isA(engine, id, 'admin');
    await profiles.close('ana');
    const proposal = { personId: ben.id, replacedId: anas };
    expect(expectOk(await ben.engine.run('succession.sign', proposal))).toEqual({ done: false, signed: 1, needed: 2 });
    // Signing again changes nothing.
    expect(expectOk(await ben.engine.run('succession.sign', proposal))).toEqual({ done: false, signed: 1, needed: 2 });
    await eventually(cem.engine, 'membership', {}, ({ successions }) => successions.length === 1);
    expect(expectOk(await cem.engine.run('succession.sign', proposal))).toEqual({ done: true, signed: 2, needed: 2 });
    await isA(ben.engine, ben.id, 'owner');
    expectOk(await ben.engine.run('member.remove', { personId: anas }));
    await eventually(cem.engine, 'membership', {}, ({ gone }) => gone.some((one) => one.personId === anas));
    expect(expectOk(await ben.engine.read('membership', {})).keysDue).toBe(0);
  });
});

describe('somebody who leaves', () => {
  test(
    'is out at once, the others change the keys by themselves, and a new link brings them back as somebody new',
    slow,
    async () => {
      const { engine: ben, id } = await join('Ben');
      await isA(ben, id, 'member');
      expectOk(await ben.run('member.leave', {}));
      expect(expectOk(await ben.read('membership', {})).out).toMatchObject({ how: 'left', byId: id });
      await eventually(ana, 'membership', {}, ({ gone, keysDue }) => gone.length === 1 && keysDue === 0);
      expect((await ben.run('member.leave', {})).ok).toBe(false);
      const { link } = expectOk(await ana.run('member.readmit', { personId: id }));
      await delivered(ana);
      const taken = await ben.run('team.join', { link, person: person('Ben') });
      expect(taken).toMatchObject({ ok: false, error: { code: 'conflict' } });
      expect((await ana.run('team.forget', {})).ok).toBe(false);
      expectOk(await ben.run('team.forget', {}));
      expect(expectOk(await ben.read('session', {}))).toMatchObject({ state: 'empty', me: null });
      expectOk(await ben.run('team.join', { link, person: person('Ben') }));
      const again = await meOf(ben);
      expect(again).not.toBe(id);
      await isA(ana, again, 'member');
    },
  );
});

describe('on the local network', () => {
  test('a machine that is out is parted from, and not let in again', slow, async () => {
    const { engine: ben, id } = await join('Ben');
    await isA(ben, id, 'member');
    expectOk(await ana.run('lan.set', { enabled: true }));
    const port = expectOk(await ana.read('sync', {})).lan.port ?? 0;
    const address = `127.0.0.1:${String(port)}`;
    expectOk(await ben.run('lan.connect', { address }));
    await eventually(ana, 'sync', {}, ({ lan }) => lan.peers.length === 1);
    expectOk(await ben.run('relay.remove', { url: relay.url }));
    expectOk(await ana.run('member.remove', { personId: id }));
    // The removal itself still reaches them over the same connection.
    await eventually(ben, 'membership', {}, ({ out }) => out?.how === 'removed');
    await eventually(ana, 'sync', {}, ({ lan }) => lan.peers.length === 0);
    // Dialling may look like it worked for a moment: Ana's side proves itself first, and then parts without a word.
    await ben.run('lan.connect', { address });
    await eventually(ben, 'sync', {}, ({ lan }) => lan.peers.length === 0);
    expect(expectOk(await ana.read('sync', {})).lan.peers).toEqual([]);
  });
});
