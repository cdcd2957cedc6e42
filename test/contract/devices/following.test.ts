import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startLabRelay, type LabRelay } from '#test/support/sync/relay-lab.ts';
import type { EngineApi } from '#shared/protocol/index.ts';
import { expectOk } from '#shared/std/index.ts';
import { createProfiles, eventually, pair, person, type Profiles } from './profiles.ts';

const slow = { timeout: 90_000 };
let profiles: Profiles;
let relay: LabRelay;
let laptop: EngineApi;
let phone: EngineApi;
beforeEach(async () => {
  profiles = createProfiles();
  relay = await startLabRelay();
  laptop = await profiles.open('laptop');
  expectOk(await laptop.run('team.create', { teamName: 'Kestrel', person: person('Ana'), relayUrls: [relay.url] }));
  phone = await profiles.open('phone');
  await pair(laptop, phone, 'Phone');
});
afterEach(async () => {
  await profiles.end();
  await relay.stop();
});

const offline = async (...engines: readonly EngineApi[]): Promise<void> => {
  for (const engine of engines) expectOk(await engine.run('relay.remove', { url: relay.url }));
};
const online = async (...engines: readonly EngineApi[]): Promise<void> => {
  for (const engine of engines) expectOk(await engine.run('relay.add', { url: relay.url }));
};
const draftIs = (engine: EngineApi, key: string, text: string | null) =>
  eventually(engine, 'draft', { key }, ({ value }) => value === text);

describe('a draft', () => {
  test('appears on the other machine, and what is typed there comes back', slow, async () => {
    expectOk(await laptop.run('draft.save', { key: 'feedback/x', value: 'Half a sen' }));
    await draftIs(phone, 'feedback/x', 'Half a sen');
    expectOk(await phone.run('draft.save', { key: 'feedback/x', value: 'Half a sentence' }));
    await draftIs(laptop, 'feedback/x', 'Half a sentence');
    const entries = expectOk(await laptop.read('trust', {})).entries;
    expectOk(await laptop.run('draft.save', { key: 'feedback/x', value: 'Half a sentence more' }));
    await draftIs(phone, 'feedback/x', 'Half a sentence more');
    expect(expectOk(await laptop.read('trust', {})).entries).toBe(entries);
  });

  test('that was finished on one machine does not come back from the other', slow, async () => {
    expectOk(await laptop.run('draft.save', { key: 'feedback/x', value: 'Thank you' }));
    await draftIs(phone, 'feedback/x', 'Thank you');
    await offline(phone);
    expectOk(await laptop.run('draft.save', { key: 'feedback/x', value: '' }));
    expectOk(await laptop.run('draft.save', { key: 'other', value: 'marker' }));
    await online(phone);
    await draftIs(phone, 'other', 'marker');
    await draftIs(phone, 'feedback/x', null);
    expectOk(await phone.run('draft.save', { key: 'third', value: 'marker' }));
    await draftIs(laptop, 'third', 'marker');
    await draftIs(laptop, 'feedback/x', null);
  });

  test('saved here and now counts although the other machine lives in the future', slow, async () => {
    profiles.shift('phone', 3_600_000);
    expectOk(await phone.run('draft.save', { key: 'comment/y', value: 'from the future' }));
    await draftIs(laptop, 'comment/y', 'from the future');
    expectOk(await laptop.run('draft.save', { key: 'comment/y', value: 'and on with it' }));
    await draftIs(phone, 'comment/y', 'and on with it');
  });
});

describe('two machines of one person', () => {
  test('edit offline, and meet with both edits', slow, async () => {
    const { currentId } = expectOk(await laptop.read('cycles', {}));
    const made = expectOk(
      await laptop.run('objective.create', { title: 'Plan', cycleId: currentId ?? '', ownerId: null }),
    );
    const { id } = made;
    await eventually(phone, 'objective', { id }, ({ objective }) => objective !== null);
    await offline(laptop, phone);
    const base = expectOk(await laptop.read('objective', { id })).objective?.heads ?? [];
    expectOk(await laptop.run('objective.update', { id, base, title: 'Plan of the laptop' }));
    expectOk(await phone.run('objective.update', { id, base, description: 'Described on the phone' }));
    await online(laptop, phone);
    for (const engine of [laptop, phone]) {
      await eventually(
        engine,
        'objective',
        { id },
        ({ objective }) =>
          objective?.title === 'Plan of the laptop' && objective.description === 'Described on the phone',
      );
    }
  });

  test('submit the same week offline, and it is one check-in with both', slow, async () => {
    await offline(laptop, phone);
    const { week, question } = expectOk(await laptop.read('checkInDraft', {}));
    const submit = (engine: EngineApi, plan: string) =>
      engine.run('checkIn.submit', {
        week,
        lastPlans: [],
        plans: [{ text: plan }],
        updates: [],
        blockers: [],
        question,
        answer: '',
      });
    const here = expectOk(await submit(laptop, 'Planned on the laptop'));
    const there = expectOk(await submit(phone, 'Planned on the phone'));
    expect(there.id).toBe(here.id);
    await online(laptop, phone);
    for (const engine of [laptop, phone]) {
      const { checkIn } = await eventually(
        engine,
        'checkIn',
        { id: here.id },
        (value) => value.checkIn?.plans.length === 2,
      );
      expect(checkIn?.plans.map(({ text }) => text).sort()).toEqual(['Planned on the laptop', 'Planned on the phone']);
    }
    for (const engine of [laptop, phone]) expect(expectOk(await engine.run('verify.run', {})).problems).toEqual([]);
  });

  test('share the names of machines, and keep pins to themselves', slow, async () => {
    const { mine } = expectOk(await laptop.read('devices', {}));
    const first = mine.find(({ thisDevice }) => thisDevice)?.id ?? '';
    expectOk(await laptop.run('device.rename', { deviceId: first, name: 'Blue laptop' }));
    await eventually(phone, 'devices', {}, (list) => list.mine.some(({ name }) => name === 'Blue laptop'));
    expectOk(await phone.run('device.rename', { deviceId: first, name: 'Old laptop' }));
    await eventually(laptop, 'devices', {}, (list) => list.mine.some(({ name }) => name === 'Old laptop'));
    const { currentId } = expectOk(await laptop.read('cycles', {}));
    const goal = { title: 'Pinned', cycleId: currentId ?? '', ownerId: null };
    const { id } = expectOk(await laptop.run('objective.create', goal));
    await eventually(phone, 'objective', { id }, ({ objective }) => objective !== null);
    expectOk(await laptop.run('pin.set', { targetId: id, pinned: true }));
    expectOk(await laptop.run('draft.save', { key: 'marker', value: 'after the pin' }));
    await draftIs(phone, 'marker', 'after the pin');
    expect(expectOk(await laptop.read('pins', {})).items).toHaveLength(1);
    expect(expectOk(await phone.read('pins', {})).items).toEqual([]);
  });
});
