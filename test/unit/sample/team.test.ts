import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openProfile } from '#engine/index.ts';
import { systemClock, systemRandom, systemTimers } from '#engine/hosts/system-ports.ts';
import { expectOk } from '#shared/std/index.ts';

const directory = mkdtempSync(join(tmpdir(), 'meridian-sample-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

test(
  'the sample team is a real team: signed by twelve people in seven time zones, clean under verify, and left as easily as entered',
  { timeout: 120_000 },
  async () => {
    const log = { info: () => undefined, warn: () => undefined };
    const opened = expectOk(
      await openProfile({
        directory,
        clock: systemClock,
        random: systemRandom,
        timers: systemTimers,
        log,
        network: false,
      }),
    );
    const { engine } = opened;
    expectOk(await engine.run('team.sample', {}));
    const session = expectOk(await engine.read('session', {}));
    expect([session.state, session.sample, session.me?.name]).toEqual(['ready', true, 'Samira Qureshi']);
    const { people } = expectOk(await engine.read('people', {}));
    expect(people.filter((person) => person.state === 'member')).toHaveLength(12);
    expect(expectOk(await engine.read('cycles', {})).cycles).toHaveLength(3);
    expect(expectOk(await engine.run('verify.run', {})).problems).toEqual([]);
    const manager = people.find((person) => person.name === 'Ana Moreira');
    const sync = expectOk(await engine.read('sync', {}));
    const away = sync.peers.find((peer) => peer.personId === manager?.id);
    expect(away?.waiting).toBeGreaterThan(0);
    expect(away?.syncedAt).toBeLessThan(session.now - 2.9 * 86_400_000);

    expectOk(await engine.run('team.leaveSample', {}));
    expect(expectOk(await engine.read('session', {})).state).toBe('empty');
    expect(expectOk(await engine.read('search', { text: 'Publish' })).hits).toEqual([]);
    const again = await engine.run('team.leaveSample', {});
    expect(again.ok).toBe(false);
    await opened.close();
  },
);
