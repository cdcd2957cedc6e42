import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { cliFile, scratch, startProfile, startRelay } from '#test/support/running.ts';
import { smallDisk } from '#test/support/small-disk.ts';
import { createObjective, createTeam, delivered, eventually, joinTeam, read, run } from '#test/support/team.ts';

const disk = smallDisk(24);
const root = join(import.meta.dirname, '..', '..');
afterAll(() => disk?.remove());

// Only root on Linux can make a small file system; elsewhere these are reported as skipped.
describe.skipIf(disk === undefined)('a disk that takes no more', () => {
  const directory = join(disk?.folder ?? '', 'profile');
  const long = 'word '.repeat(15_000);

  it('refuses what does not fit with a sentence, keeps what was saved, and goes on once there is space', async () => {
    const profile = await startProfile(directory);
    const { personId } = await createTeam(profile.client, 'Ana');
    const { id } = await createObjective(profile.client, personId, 'Fit in');
    await run(profile.client, 'comment.add', { targetId: id, text: 'before' });
    disk?.fill();
    const kept = ['before'];
    let refused;
    for (let i = 0; i < 400 && refused === undefined; i++) {
      const text = `${i} ${long}`;
      const result = await profile.client.run('comment.add', { targetId: id, text });
      if (result.ok) kept.push(text);
      else refused = result.error;
    }
    expect(refused).toMatchObject({ code: 'disk-full' });
    expect(refused?.sentence).toMatch(/disk/i);
    const texts = async () =>
      (await read(profile.client, 'objective', { id })).objective?.comments.map(({ text }) => text);
    expect(await texts()).toEqual(kept);

    disk?.free();
    await run(profile.client, 'comment.add', { targetId: id, text: 'after' });
    expect(await texts()).toEqual([...kept, 'after']);
    expect((await run(profile.client, 'verify.run', {})).problems).toEqual([]);
    await profile.stop();
  });

  it('what arrives meanwhile is not lost: it is fetched again once there is space', async () => {
    const { folder, remove } = scratch();
    const relay = await startRelay(folder);
    const sender = await startProfile(join(folder, 'sender'));
    const receiver = await startProfile(join(disk?.folder ?? '', 'receiver'));
    const { personId } = await createTeam(sender.client, 'Ana', [relay.url]);
    const { link } = await run(sender.client, 'invitation.create', {});
    await delivered(sender.client);
    await joinTeam(receiver.client, link, 'Ben');
    const { id } = await createObjective(sender.client, personId, 'Arrive');
    await eventually(receiver.client, 'objective', { id }, ({ objective }) => objective !== null);
    disk?.fill();
    for (let i = 0; i < 12; i++) await run(sender.client, 'comment.add', { targetId: id, text: `${i} ${long}` });
    await delivered(sender.client);
    expect((await read(receiver.client, 'objective', { id })).objective?.title).toBe('Arrive');
    disk?.free();
    await run(receiver.client, 'relay.retry', {});
    await eventually(receiver.client, 'objective', { id }, ({ objective }) => objective?.comments.length === 12);
    expect((await run(receiver.client, 'verify.run', {})).problems).toEqual([]);
    await receiver.stop();
    await sender.stop();
    await relay.stop();
    remove();
  });

  it('a profile that may not be written is refused with a sentence that names its folder', () => {
    disk?.readOnly(true);
    const { status, stderr } = spawnSync(
      process.execPath,
      [join(root, cliFile), 'serve', '--profile', directory, '--no-open', '--port', '0'],
      { encoding: 'utf8', timeout: 30_000 },
    );
    disk?.readOnly(false);
    expect(stderr).toContain(directory);
    expect(stderr).not.toMatch(/SQLITE|EROFS|at /);
    expect(status).toBe(3);
  });
});
