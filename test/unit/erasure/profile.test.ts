import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openProfile, type OpenedProfile } from '#engine/index.ts';
import { systemRandom } from '#engine/hosts/system-ports.ts';
import { expectOk } from '#shared/std/index.ts';
import type { EngineApi } from '#shared/protocol/index.ts';

const start = Date.UTC(2026, 4, 12, 9);
const hours = ['09:00-17:00', '09:00-17:00', '09:00-17:00', '09:00-17:00', '09:00-17:00', null, null];

let folder: string;
let now: number;
let profile: OpenedProfile;
let engine: EngineApi;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'meridian-mine-'));
  now = start;
  await open();
  expectOk(
    await engine.run('team.create', {
      teamName: 'Kestrel',
      person: { name: 'Ana', timeZone: 'UTC', workingHours: hours },
    }),
  );
});
afterEach(async () => {
  await profile.close();
  rmSync(folder, { recursive: true, force: true });
});

const open = async (): Promise<void> => {
  // What is planned for later happens when the profile is opened again.
  const timers = { after: () => () => undefined };
  const log = { info: () => undefined, warn: () => undefined };
  const clock = { now: () => now };
  profile = expectOk(
    await openProfile({ directory: folder, clock, random: systemRandom, timers, log, network: false }),
  );
  ({ engine } = profile);
};

const goal = async (): Promise<string> => {
  const { currentId } = expectOk(await engine.read('cycles', {}));
  const made = await engine.run('objective.create', { title: 'Ship it', cycleId: currentId ?? '', ownerId: null });
  return expectOk(made).id;
};
const comment = async (targetId: string, text: string): Promise<string> =>
  expectOk(await engine.run('comment.add', { targetId, text })).id;
const erasure = async () => expectOk(await engine.read('erasure', {}));
const checkIn = async (answer: string): Promise<string> => {
  const { week, question } = expectOk(await engine.read('checkInDraft', {}));
  const said = { week, question, answer, lastPlans: [], plans: [], updates: [], blockers: [], pulse: 4 };
  return expectOk(await engine.run('checkIn.submit', said)).id;
};

describe('erasing what one wrote', () => {
  test('takes every record of one writer, says what stays, and leaves a tombstone in each history', async () => {
    const target = await goal();
    const words = await comment(target, 'bandicootwords');
    const week = await checkIn('potorooweek');
    expect(await erasure()).toMatchObject({
      mine: [
        { kind: 'check-in', count: 1 },
        { kind: 'comment', count: 1 },
        { kind: 'pulse', count: 1 },
      ],
      kept: { goals: 1 },
      erased: 0,
    });
    expect(expectOk(await engine.run('person.erase', {}))).toEqual({ erased: 3 });
    expect(await erasure()).toMatchObject({ mine: [], kept: { goals: 1 }, erased: 3 });
    for (const recordId of [words, week]) {
      const history = expectOk(await engine.read('history', { recordId }));
      expect(history.erased).toMatchObject({ why: 'asked', at: now });
      expect(history.erased?.byId).toBe(history.erased?.authorId);
      expect(history.entries.map((entry) => [entry.state, entry.verified, entry.changes])).toEqual([
        ['erased', true, []],
      ]);
    }
    expect(expectOk(await engine.read('search', { text: 'bandicootwords' })).hits).toEqual([]);
    expect(expectOk(await engine.read('objective', { id: target })).objective?.comments).toEqual([]);
    expect(expectOk(await engine.run('verify.run', {})).problems).toEqual([]);
    expect(expectOk(await engine.run('person.erase', {}))).toEqual({ erased: 0 });
    for (const name of readdirSync(folder)) {
      const bytes = readFileSync(join(folder, name));
      for (const word of ['bandicoot', 'potoroo']) expect(bytes.includes(word), `${word} in ${name}`).toBe(false);
    }
  });

  test('what is no longer there, and what is never erased, is refused with a sentence', async () => {
    const words = await comment(await goal(), 'words');
    expectOk(await engine.run('record.redact', { recordId: words }));
    expectOk(await engine.run('record.redact', { recordId: words }));
    const unknown = await engine.run('record.redact', { recordId: 'x'.repeat(43) });
    expect(unknown.ok ? '' : unknown.error.code).toBe('not-found');
    const page = expectOk(await engine.read('session', {})).me?.recordId ?? '';
    const refused = await engine.run('record.redact', { recordId: page });
    expect(refused.ok ? '' : refused.error.sentence).toBe('This can be changed, not erased.');
  });

  test('a link to what was erased says what became of it', async () => {
    const parentId = await goal();
    const { currentId } = expectOk(await engine.read('cycles', {}));
    const params = { title: 'Below', cycleId: currentId ?? '', ownerId: null, parentId };
    const { id } = expectOk(await engine.run('objective.create', params));
    expectOk(await engine.run('record.redact', { recordId: parentId }));
    const { entries } = expectOk(await engine.read('history', { recordId: id }));
    const parent = entries.flatMap((entry) => entry.changes).find((change) => change.path === 'parentId');
    expect(parent?.to).toBe('Erased by its author on 2026-05-12');
    expect(expectOk(await engine.read('objective', { id })).objective?.title).toBe('Below');
  });

  test('a draft about it and a pin on it go too', async () => {
    const target = await goal();
    expectOk(await engine.run('draft.save', { key: `comment/${target}`, value: 'half a sentence' }));
    expectOk(await engine.run('record.redact', { recordId: target }));
    expect(expectOk(await engine.read('draft', { key: `comment/${target}` })).value).toBeNull();
  });
});

describe('taking one’s own data along', () => {
  test('the export holds what is by me or about me', async () => {
    await comment(await goal(), 'bandicootwords');
    const done = expectOk(await engine.run('person.export', { directory: join(folder, 'mine') }));
    expect(existsSync(join(done.directory, 'meridian.json'))).toBe(true);
    const json = readFileSync(join(done.directory, 'meridian.json'), 'utf8');
    expect(json).toContain('bandicootwords');
    expect(done.records).toBeGreaterThan(2);
  });
});
