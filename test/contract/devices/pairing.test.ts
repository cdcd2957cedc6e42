import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startLabRelay, type LabRelay } from '#test/support/sync/relay-lab.ts';
import type { EngineApi } from '#shared/protocol/index.ts';
import { expectOk } from '#shared/std/index.ts';
import { answered, createProfiles, eventually, pair, person, type Profiles } from './profiles.ts';

const slow = { timeout: 90_000 };
let profiles: Profiles;
let relay: LabRelay;
beforeEach(async () => {
  profiles = createProfiles();
  relay = await startLabRelay();
});
afterEach(async () => {
  await profiles.end();
  await relay.stop();
});

const found = async (): Promise<EngineApi> => {
  const ana = await profiles.open('ana');
  expectOk(await ana.run('team.create', { teamName: 'Kestrel', person: person('Ana'), relayUrls: [relay.url] }));
  return ana;
};
const objective = async (engine: EngineApi, title: string): Promise<string> => {
  const { cycles, currentId } = expectOk(await engine.read('cycles', {}));
  const cycleId = currentId ?? cycles[0]?.id ?? '';
  return expectOk(await engine.run('objective.create', { title, cycleId, ownerId: null })).id;
};
const sentenceOf = async (engine: EngineApi): Promise<string> =>
  (await eventually(engine, 'pairing', {}, ({ answering }) => answering?.state === 'failed')).answering?.sentence ?? '';

describe('a second machine', () => {
  test('is added through a relay, reads everything its person reads, and writes as that person', slow, async () => {
    const ana = await found();
    const id = await objective(ana, 'Written before');
    const phone = await profiles.open('phone');
    const { deviceId } = await pair(ana, phone, 'Phone');
    const me = expectOk(await ana.read('session', {})).me;
    expect(expectOk(await phone.read('session', {})).me?.id).toBe(me?.id);
    await eventually(phone, 'objective', { id }, (one) => one.objective?.title === 'Written before');
    const later = await objective(phone, 'Written on the phone');
    const there = await eventually(ana, 'objective', { id: later }, (one) => one.objective !== null);
    expect(there.objective?.createdById).toBe(me?.id);
    await eventually(ana, 'pairing', {}, ({ offer }) => offer?.state === 'done');
    for (const engine of [ana, phone]) {
      const { mine, others } = await eventually(
        engine,
        'devices',
        {},
        (list) => list.mine.filter(({ heardAt, thisDevice }) => thisDevice || heardAt !== null).length === 2,
      );
      expect(mine.find(({ id: one }) => one === deviceId)).toMatchObject({ name: 'Phone', state: 'active' });
      expect(others).toEqual([]);
    }
    expect(expectOk(await phone.run('verify.run', {})).problems).toEqual([]);
  });

  test('stays after its program was closed and opened again', slow, async () => {
    const ana = await found();
    const phone = await profiles.open('phone');
    await pair(ana, phone, 'Phone');
    await profiles.close('phone');
    const again = await profiles.open('phone');
    const id = await objective(again, 'After the restart');
    await eventually(ana, 'objective', { id }, (one) => one.objective !== null);
  });

  test('is added although the first one was offline when the code was answered', slow, async () => {
    const ana = await found();
    const { code } = expectOk(await ana.run('device.pair.begin', {}));
    const client = expectOk(await ana.read('sync', {}));
    expect(client.relays).toHaveLength(1);
    expectOk(await ana.run('relay.remove', { url: relay.url }));
    const phone = await profiles.open('phone');
    const joining = expectOk(await phone.run('device.join', { code, name: 'Phone' }));
    await eventually(phone, 'pairing', {}, ({ answering }) => answering?.state === 'waiting');
    expectOk(await ana.run('relay.add', { url: relay.url }));
    await answered(ana);
    expectOk(await ana.run('device.pair.confirm', { deviceId: joining.deviceId }));
    await eventually(phone, 'session', {}, ({ state }) => state === 'ready');
  });

  test('of somebody who may not invite is let in too, and can add a third', slow, async () => {
    const ana = await found();
    const { link } = expectOk(await ana.run('invitation.create', {}));
    await eventually(ana, 'sync', {}, ({ pending }) => pending === 0);
    const bilal = await profiles.open('bilal');
    expectOk(await bilal.run('team.join', { link, person: person('Bilal') }));
    await eventually(bilal, 'session', {}, ({ me }) => me?.state === 'member');
    const phone = await profiles.open('phone');
    await pair(bilal, phone, 'Phone');
    const tablet = await profiles.open('tablet');
    await pair(phone, tablet, 'Tablet');
    const id = await objective(tablet, 'From the third');
    for (const engine of [ana, bilal, phone])
      await eventually(engine, 'objective', { id }, (one) => one.objective !== null);
    // Ana does not learn what Bilal calls his machines.
    const { others } = expectOk(await ana.read('devices', {}));
    expect(others.map(({ name }) => name)).toEqual(['', '', '']);
    const names = await eventually(bilal, 'devices', {}, ({ mine }) => mine.some(({ name }) => name === 'Tablet'));
    expect(names.mine.map(({ name }) => name)).toContain('Phone');
  });

  test('is added over the local network without any relay', slow, async () => {
    const ana = await profiles.open('ana');
    expectOk(await ana.run('team.create', { teamName: 'Kestrel', person: person('Ana') }));
    const alone = await ana.run('device.pair.begin', {});
    expect(alone.ok ? '' : alone.error.code).toBe('unreachable');
    expectOk(await ana.run('lan.set', { enabled: true }));
    const { lan } = expectOk(await ana.read('sync', {}));
    const id = await objective(ana, 'Same room');
    const phone = await profiles.open('phone');
    await pair(ana, phone, 'Phone', `127.0.0.1:${lan.port ?? 0}`);
    await eventually(phone, 'objective', { id }, (one) => one.objective?.title === 'Same room');
  });
});

describe('a pairing code', () => {
  test('P1: that two machines answer adds neither of them', slow, async () => {
    const ana = await found();
    expectOk(await ana.run('lan.set', { enabled: true }));
    const { lan } = expectOk(await ana.read('sync', {}));
    const { code } = expectOk(await ana.run('device.pair.begin', {}));
    const thief = await profiles.open('thief');
    expectOk(await thief.run('device.join', { code, name: 'Thief' }));
    await answered(ana);
    // The relay takes one device a code; over the local network a second one can still answer.
    const phone = await profiles.open('phone');
    expectOk(await phone.run('device.join', { code, name: 'Phone', address: `127.0.0.1:${lan.port ?? 0}` }));
    await expect
      .poll(
        async () => {
          const offer = expectOk(await ana.read('pairing', {})).offer;
          const answering = expectOk(await phone.read('pairing', {})).answering;
          return offer?.state === 'conflict' || answering?.state === 'failed';
        },
        { timeout: 30_000 },
      )
      .toBe(true);
    const { offer } = expectOk(await ana.read('pairing', {}));
    if (offer?.state === 'answered') expectOk(await ana.run('device.pair.cancel', {}));
    for (const engine of [thief, phone]) await sentenceOf(engine);
    expect(expectOk(await ana.read('devices', {})).mine).toHaveLength(1);
    expect(expectOk(await thief.read('session', {})).state).toBe('empty');
  });

  test('P3, P4: that was cancelled, has run out, or was used before lets nobody in', slow, async () => {
    const ana = await found();
    const first = expectOk(await ana.run('device.pair.begin', {}));
    const late = await profiles.open('late');
    expectOk(await late.run('device.join', { code: first.code, name: 'Late' }));
    await answered(ana);
    expectOk(await ana.run('device.pair.cancel', {}));
    expect(await sentenceOf(late)).toMatch(/code|pairing/);
    expect(expectOk(await late.read('session', {})).state).toBe('empty');

    const again = await late.run('device.join', { code: first.code, name: 'Late' });
    expect(again.ok).toBe(true);
    expect(await sentenceOf(late)).toMatch(/revoked|used|ended/);

    const second = expectOk(await ana.run('device.pair.begin', {}));
    profiles.shift('tardy', 11 * 60_000);
    const tardy = await profiles.open('tardy');
    const refused = await tardy.run('device.join', { code: second.code, name: 'Tardy' });
    expect(refused.ok ? '' : refused.error.code).toBe('invitation-expired');

    const phone = await profiles.open('phone');
    await pair(ana, phone, 'Phone');
    const { code } = second;
    const replayed = await profiles.open('replayed');
    expectOk(await replayed.run('device.join', { code, name: 'Replay' }));
    expect(await sentenceOf(replayed)).toMatch(/[A-Z].*[.]$/);
    expect(expectOk(await ana.read('devices', {})).mine).toHaveLength(2);
  });

  test('P1: confirmed for another machine than the one that answered adds nothing', slow, async () => {
    const ana = await found();
    const { code } = expectOk(await ana.run('device.pair.begin', {}));
    const phone = await profiles.open('phone');
    expectOk(await phone.run('device.join', { code, name: 'Phone' }));
    const { offer } = await answered(ana);
    const other = 'A'.repeat(43);
    const wrong = await ana.run('device.pair.confirm', { deviceId: other });
    expect(wrong.ok ? '' : wrong.error.code).toBe('not-ready');
    expect(expectOk(await ana.read('devices', {})).mine).toHaveLength(1);
    expectOk(await ana.run('device.pair.confirm', { deviceId: offer?.answer?.deviceId ?? '' }));
    await eventually(phone, 'session', {}, ({ state }) => state === 'ready');
  });
});
