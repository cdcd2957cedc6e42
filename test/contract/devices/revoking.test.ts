import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startLabRelay, type LabRelay } from '#test/support/sync/relay-lab.ts';
import type { EngineApi } from '#shared/protocol/index.ts';
import { expectOk } from '#shared/std/index.ts';
import { createProfiles, eventually, pair, person, type Profiles } from './profiles.ts';

const slow = { timeout: 120_000 };
let profiles: Profiles;
let relay: LabRelay;
let ana: EngineApi;
let bilal: EngineApi;
let phone: EngineApi;
let phoneId: string;
beforeEach(async () => {
  profiles = createProfiles();
  relay = await startLabRelay();
  ana = await profiles.open('ana');
  expectOk(await ana.run('team.create', { teamName: 'Kestrel', person: person('Ana'), relayUrls: [relay.url] }));
  const { link } = expectOk(await ana.run('invitation.create', {}));
  await eventually(ana, 'sync', {}, ({ pending }) => pending === 0);
  bilal = await profiles.open('bilal');
  expectOk(await bilal.run('team.join', { link, person: person('Bilal') }));
  await eventually(bilal, 'session', {}, ({ me }) => me?.state === 'member');
  phone = await profiles.open('phone');
  phoneId = (await pair(bilal, phone, 'Phone')).deviceId;
  await eventually(ana, 'devices', {}, ({ others }) => others.length === 2);
});
afterEach(async () => {
  await profiles.end();
  await relay.stop();
});

const objective = async (engine: EngineApi, title: string): Promise<string> => {
  const { currentId } = expectOk(await engine.read('cycles', {}));
  return expectOk(await engine.run('objective.create', { title, cycleId: currentId ?? '', ownerId: null })).id;
};
const isOut = (engine: EngineApi, id: string) =>
  eventually(engine, 'devices', {}, ({ mine, others }) =>
    [...mine, ...others].some((one) => one.id === id && one.state === 'revoked'),
  );
const arrives = (engine: EngineApi, id: string) =>
  eventually(engine, 'objective', { id }, (value) => value.objective !== null);

describe('a machine that was shut out', () => {
  test('is out for everybody, knows it, and writes nothing more', slow, async () => {
    expectOk(await bilal.run('device.revoke', { deviceId: phoneId }));
    for (const engine of [ana, bilal, phone]) await isOut(engine, phoneId);
    const { out } = await eventually(phone, 'devices', {}, (list) => list.out !== null);
    expect(out?.sentence).toContain('from another of your machines');
    const { currentId } = expectOk(await phone.read('cycles', {}));
    const refused = await phone.run('objective.create', { title: 'Late', cycleId: currentId ?? '', ownerId: null });
    expect(refused.ok ? '' : refused.error.code).toBe('not-allowed');
    const again = await bilal.run('device.revoke', { deviceId: phoneId });
    expect(again.ok ? '' : again.error.sentence).toContain('already');
    await eventually(phone, 'sync', {}, ({ relays }) => relays.every(({ state }) => state === 'refused'));
  });

  test('gets nothing that is written afterwards, while its person goes on in every space', slow, async () => {
    const before = await objective(bilal, 'Before');
    await arrives(phone, before);
    expectOk(await bilal.run('device.revoke', { deviceId: phoneId }));
    await isOut(ana, phoneId);
    const people = expectOk(await bilal.read('session', {})).me;
    const anaId = expectOk(await ana.read('session', {})).me?.id ?? '';
    const after = await objective(bilal, 'After');
    const theirs = await objective(ana, 'Hers');
    const feedback = { visibility: 'recipient' as const, text: 'Between the two' };
    expectOk(await ana.run('feedback.give', { aboutId: people?.id ?? '', ...feedback }));
    await arrives(ana, after);
    await arrives(bilal, theirs);
    await eventually(bilal, 'thread', { personId: people?.id ?? '' }, (thread) => thread.feedback.length === 1);
    // Even handed every sealed entry by a relay that ignores revocations, it could not open them: see the e2e test.
    for (const id of [after, theirs]) expect(expectOk(await phone.read('objective', { id })).objective).toBeNull();
    expect(expectOk(await phone.read('thread', { personId: anaId })).feedback).toEqual([]);
    for (const engine of [ana, bilal]) expect(expectOk(await engine.run('verify.run', {})).problems).toEqual([]);
  });

  test('K5: by an admin leaves its person the others, who make a new key by themselves', slow, async () => {
    const first = expectOk(await bilal.read('devices', {})).mine.find(({ thisDevice }) => thisDevice)?.id ?? '';
    expectOk(await ana.run('device.revoke', { deviceId: first }));
    await isOut(bilal, first);
    await isOut(phone, first);
    const personId = expectOk(await phone.read('session', {})).me?.id ?? '';
    const feedback = { visibility: 'recipient' as const, text: 'For the phone alone' };
    expectOk(await ana.run('feedback.give', { aboutId: personId, ...feedback }));
    await eventually(phone, 'thread', { personId }, (thread) => thread.feedback.length === 1);
    const id = await objective(phone, 'From the one that is left');
    await arrives(ana, id);
    expect(expectOk(await bilal.read('objective', { id })).objective).toBeNull();
  });

  test('is never the only one, nor oneself, nor somebody else’s by somebody without the rank', slow, async () => {
    const mine = expectOk(await bilal.read('devices', {})).mine.find(({ thisDevice }) => thisDevice)?.id ?? '';
    const hers = expectOk(await ana.read('devices', {})).mine[0]?.id ?? '';
    const tries = [
      await bilal.run('device.revoke', { deviceId: mine }),
      await bilal.run('device.revoke', { deviceId: hers }),
      await ana.run('device.revoke', { deviceId: hers }),
      await ana.run('device.revoke', { deviceId: 'A'.repeat(43) }),
    ];
    expect(tries.map((one) => (one.ok ? 'ok' : one.error.code))).toEqual([
      'not-allowed',
      'not-allowed',
      'not-allowed',
      'not-found',
    ]);
  });
});
