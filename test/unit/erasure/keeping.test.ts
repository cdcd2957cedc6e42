import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openProfile, type OpenedProfile } from '#engine/index.ts';
import { systemRandom } from '#engine/hosts/system-ports.ts';
import { expectOk } from '#shared/std/index.ts';
import { looksNeeded, retentionGraceMs } from '#shared/domain/index.ts';
import { manualTimers } from '#test/unit/renderer/manual-timers.ts';

const [hour, day] = [3_600_000, 86_400_000];
const start = Date.UTC(2026, 4, 12, 9);
const hours = ['09:00-17:00', '09:00-17:00', '09:00-17:00', '09:00-17:00', '09:00-17:00', null, null];

let folder: string;
let now: number;
let timers: ReturnType<typeof manualTimers>;
let profile: OpenedProfile;
let target: string;

const open = async (): Promise<void> => {
  timers = manualTimers();
  const log = { info: () => undefined, warn: () => undefined };
  const clock = { now: () => now };
  profile = expectOk(
    await openProfile({ directory: folder, clock, random: systemRandom, timers, log, network: false }),
  );
};
const reopen = async (): Promise<void> => {
  await profile.close();
  await open();
  await soon();
};
const soon = (): Promise<void> => new Promise((resolve) => setImmediate(() => setImmediate(resolve)));

/** The profile stays open for so long, and its clock goes with it. */
const runFor = (ms: number): void => {
  for (let left = ms; left > 0; left -= hour / 6) {
    now += hour / 6;
    timers.advance(hour / 6);
  }
};
/** As many looks as have to agree. */
const runForLooks = (): void => runFor(looksNeeded * hour);

const comment = async (text: string): Promise<void> => {
  expectOk(await profile.engine.run('comment.add', { targetId: target, text }));
};
const texts = async () =>
  expectOk(await profile.engine.read('objective', { id: target })).objective?.comments.map((one) => one.text);
const erasure = async () => expectOk(await profile.engine.read('erasure', {}));
const keep = async (months: number): Promise<void> => {
  const base = expectOk(await profile.engine.read('session', {})).team?.heads ?? [];
  expectOk(await profile.engine.run('team.update', { base: [...base], retention: { comments: months } }));
  await soon();
};

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'meridian-keeping-'));
  now = start;
  await open();
  const { engine } = profile;
  const person = { name: 'Ana', timeZone: 'UTC', workingHours: hours };
  expectOk(await engine.run('team.create', { teamName: 'Kestrel', person }));
  const cycleId = expectOk(await engine.read('cycles', {})).currentId ?? '';
  target = expectOk(await engine.run('objective.create', { title: 'Ship it', cycleId, ownerId: null })).id;
});
afterEach(async () => {
  await profile.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('what the team keeps for a limited time', () => {
  test('goes by its author’s own device past that time, after it was told for two weeks, and nothing else', async () => {
    await comment('old words');
    now += 70 * day;
    await comment('newer words');
    await keep(2);
    expect(await erasure()).toMatchObject({
      retention: { checkIns: 0, feedback: 0, comments: 2 },
      due: [{ group: 'comments', count: 1, firstAt: now + retentionGraceMs }],
      maySetRetention: true,
    });
    runFor(retentionGraceMs - hour);
    expect(await texts()).toEqual(['old words', 'newer words']);
    runFor(2 * hour);
    runForLooks();
    expect(await texts()).toEqual(['newer words']);
    expect(expectOk(await profile.engine.read('objective', { id: target })).objective?.title).toBe('Ship it');
    now += 90 * day;
    runForLooks();
    expect(await texts()).toEqual([]);
  });

  test('stays where that is switched off before its time', async () => {
    await comment('words');
    now += 100 * day;
    await keep(1);
    now += 10 * day;
    await keep(0);
    now += 30 * day;
    runForLooks();
    expect(await texts()).toHaveLength(1);
    expect((await erasure()).due).toEqual([]);
  });

  test('goes in short sessions too, of which each counts once; opening alone does not', async () => {
    await comment('words');
    await keep(1);
    now += 60 * day;
    for (let session = 1; session < looksNeeded; session += 1) {
      await reopen();
      runFor(hour / 6);
    }
    for (let times = 0; times < 3; times += 1) await reopen();
    expect(await texts()).toEqual(['words']);
    runFor(hour / 6);
    expect(await texts()).toEqual([]);
  });
});

describe('a clock that is ahead', () => {
  test('erases nothing, however often the profile is opened meanwhile, nor after it was put right', async () => {
    await comment('words');
    await keep(12);
    runForLooks();
    const right = now;
    now += 400 * day;
    for (let times = 0; times < 3; times += 1) await reopen();
    runFor((looksNeeded - 1) * hour);
    await reopen();
    expect(await texts()).toEqual(['words']);
    now = right + day;
    runForLooks();
    now += 400 * day;
    await reopen();
    runFor((looksNeeded - 1) * hour);
    expect(await texts(), 'looks of the first time do not count the second time').toEqual(['words']);
  });

  test('takes nothing along with what is due by the right time', async () => {
    await comment('old words');
    await keep(2);
    now += 55 * day;
    await comment('newer words');
    runFor(4 * day);
    now += 10 * day;
    runFor((looksNeeded - 1) * hour);
    expect(await texts()).toEqual(['old words', 'newer words']);
    now += 400 * day;
    runFor((looksNeeded - 1) * hour);
    expect(await texts()).toEqual(['newer words']);
  });

  test('and stays it is believed in the end: nothing else tells this device the time', async () => {
    await comment('words');
    await keep(12);
    now += 400 * day;
    runFor(looksNeeded * hour);
    expect(await texts()).toEqual([]);
  });
});
