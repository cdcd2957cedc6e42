import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openProfile } from '#engine/index.ts';
import { systemRandom } from '#engine/hosts/system-ports.ts';
import { expectOk } from '#shared/std/index.ts';

test('erasing what one wrote takes what a check-in asked of people', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'meridian-asked-'));
  const timers = { after: () => () => undefined };
  const log = { info: () => undefined, warn: () => undefined };
  const clock = { now: () => Date.UTC(2026, 4, 12, 9) };
  const profile = expectOk(
    await openProfile({ directory: folder, clock, random: systemRandom, timers, log, network: false }),
  );
  const { engine } = profile;
  expectOk(await engine.run('team.sample', {}));
  const { people } = expectOk(await engine.read('people', {}));
  const waitsForId = people.find((person) => !person.me && person.role !== 'guest')?.id ?? '';
  const { week, question } = expectOk(await engine.read('checkInDraft', {}));
  const blockers = [{ text: 'numbatblocker', waitsForId, urgent: false }];
  const said = { week, question, answer: 'potorooweek', lastPlans: [], plans: [], updates: [], pulse: 4 };
  expectOk(await engine.run('checkIn.submit', { ...said, blockers }));
  const mine = async () => expectOk(await engine.read('erasure', {})).mine.map(({ kind }) => kind);
  expect(await mine()).toEqual(expect.arrayContaining(['check-in', 'pulse', 'request']));
  expectOk(await engine.run('person.erase', {}));
  expect(await mine()).toEqual([]);
  await profile.close();
  const files = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'latin1'));
  for (const word of ['numbatblocker', 'potorooweek']) expect(files.filter((file) => file.includes(word))).toEqual([]);
  rmSync(folder, { recursive: true, force: true });
});
