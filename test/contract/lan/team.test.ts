import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { openProfile, type OpenedProfile } from '#engine/index.ts';
import { systemClock, systemRandom, systemTimers } from '#engine/hosts/system-ports.ts';
import type { EngineApi } from '#shared/protocol/index.ts';
import { expectOk } from '#shared/std/index.ts';

const folder = mkdtempSync(join(tmpdir(), 'meridian-lan-'));
const opened: OpenedProfile[] = [];
afterEach(async () => {
  for (const profile of opened.splice(0)) await profile.close();
  rmSync(folder, { recursive: true, force: true });
});

const open = async (name: string): Promise<EngineApi> => {
  const log = { info: () => undefined, warn: () => undefined };
  const ports = { clock: systemClock, random: systemRandom, timers: systemTimers, log };
  const profile = expectOk(await openProfile({ directory: join(folder, name), ...ports, lan: false }));
  opened.push(profile);
  return profile.engine;
};

const person = (name: string) => ({ name, timeZone: 'UTC', workingHours: [null, null, null, null, null, null, null] });

test(
  'a team without any relay: a newcomer joins by address, and edits pass directly both ways',
  { timeout: 60_000 },
  async () => {
    const ana = await open('ana');
    expectOk(await ana.run('team.create', { teamName: 'Kestrel', person: person('Ana') }));
    expectOk(await ana.run('lan.set', { enabled: true }));
    const { lan } = expectOk(await ana.read('sync', {}));
    const { link } = expectOk(await ana.run('invitation.create', {}));

    const bilal = await open('bilal');
    const alone = await bilal.run('team.join', { link, person: person('Bilal') });
    expect(alone.ok ? null : alone.error.code).toBe('unreachable');
    expectOk(await bilal.run('team.join', { link, address: `127.0.0.1:${lan.port ?? 0}`, person: person('Bilal') }));

    const cycleId = expectOk(await bilal.read('cycles', {})).currentId ?? '';
    const { id } = expectOk(
      await bilal.run('objective.create', { title: 'Written in Karachi', cycleId, ownerId: null }),
    );
    await expect
      .poll(async () => expectOk(await ana.read('objective', { id })).objective?.title, { timeout: 15_000 })
      .toBe('Written in Karachi');
    expectOk(await ana.run('comment.add', { targetId: id, text: 'Read in Lisbon' }));
    await expect
      .poll(async () => expectOk(await bilal.read('objective', { id })).objective?.comments.length, { timeout: 15_000 })
      .toBe(1);
    // Ana's machine accepts by itself; that may arrive after her comment.
    await expect
      .poll(async () => expectOk(await bilal.read('people', {})).people.map((one) => one.state), { timeout: 15_000 })
      .toEqual(['member', 'member']);
  },
);

test('a stranger who finds the port gets nowhere with a link of another team', { timeout: 90_000 }, async () => {
  const ana = await open('ana-again');
  expectOk(await ana.run('team.create', { teamName: 'Kestrel', person: person('Ana') }));
  expectOk(await ana.run('lan.set', { enabled: true }));
  const { lan } = expectOk(await ana.read('sync', {}));
  const other = await open('other');
  expectOk(await other.run('team.create', { teamName: 'Heron', person: person('Ola') }));
  const { link } = expectOk(await other.run('invitation.create', {}));
  const stranger = await open('stranger');
  const joined = await stranger.run('team.join', {
    link,
    address: `127.0.0.1:${lan.port ?? 0}`,
    person: person('Mallory'),
  });
  expect(joined.ok ? null : joined.error.code).toBe('unreachable');
  expect(expectOk(await ana.read('people', {})).people).toHaveLength(1);
  expect(expectOk(await stranger.read('session', {})).state).toBe('empty');
});
