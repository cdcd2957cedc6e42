import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { expectOk } from '#shared/std/index.ts';
import { openProfile } from '#engine/index.ts';
import { systemRandom } from '#engine/hosts/system-ports.ts';
import { smallDisk } from '#test/support/small-disk.ts';
import { createManualTime } from '#test/support/sync/manual-timers.ts';

const disk = smallDisk(24);
afterAll(() => disk?.remove());

const week = ['09:00-17:00', '09:00-17:00', '09:00-17:00', '09:00-17:00', '09:00-17:00', null, null];
/** More changed rows than after which the image is written anew. */
const many = 2100;

// Only root on Linux can make a small file system; elsewhere this is reported as skipped.
describe.skipIf(disk === undefined)('an encrypted profile on a disk that takes no more', () => {
  it('goes on without a new image, and writes it once there is space', async () => {
    const time = createManualTime();
    const logged: string[] = [];
    const directory = join(disk?.folder ?? '', 'profile');
    const profile = expectOk(
      await openProfile({
        directory,
        clock: time.clock,
        random: systemRandom,
        timers: time.timers,
        log: { info: () => undefined, warn: (message) => void logged.push(message) },
        network: false,
      }),
    );
    const { engine } = profile;
    const person = { name: 'Ana', timeZone: 'UTC', workingHours: week };
    expectOk(await engine.run('team.create', { teamName: 'Northern Lights', person, relayUrls: [] }));
    expectOk(await engine.run('vault.encrypt', { on: true }));
    for (let left = many; left > 0; left -= 1)
      expectOk(await engine.run('draft.save', { key: `note ${left}`, value: 'word '.repeat(20) }));
    disk?.fill();
    // A minute is several looks at whether the image is due.
    time.advance(60_000);
    expect(new Set(logged)).toEqual(new Set(['The image of the encrypted profile could not be written']));
    expect(expectOk(await engine.read('draft', { key: 'note 1' })).value).toContain('word');
    const times = logged.length;
    disk?.free();
    time.advance(60_000);
    expect(logged).toHaveLength(times);
    expectOk(await engine.run('draft.save', { key: 'note 1', value: 'after' }));
    await profile.close();
  });
});
