import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EngineClient } from '#shared/protocol/index.ts';
import { scratch, startProfile, startRelay, type RunningProfile, type RunningRelay } from '#test/support/running.ts';
import { createTeam, delivered, eventually, joinTeam, read, run, weekdays } from '#test/support/team.ts';

const { folder, remove } = scratch();
let relay: RunningRelay;
let ana: RunningProfile;
let stranger: RunningProfile;

beforeAll(async () => {
  relay = await startRelay(folder);
  ana = await startProfile(join(folder, 'ana'));
  stranger = await startProfile(join(folder, 'stranger'));
  await createTeam(ana.client, 'Ana', [relay.url]);
});
afterAll(async () => {
  await ana.stop();
  await stranger.stop();
  await relay.stop();
  remove();
});

const invite = async (): Promise<{ id: string; link: string }> => {
  const made = await run(ana.client, 'invitation.create', {});
  await delivered(ana.client);
  return made;
};

const tryToJoin = (client: EngineClient, link: string) =>
  client.run('team.join', {
    link,
    person: { name: 'Stranger', timeZone: 'Asia/Karachi', workingHours: weekdays('10:00-18:00') },
  });

/** The profile is as empty as before, and a right link would still work. */
const stillEmpty = async (client: EngineClient): Promise<void> => {
  expect(await read(client, 'session', {})).toMatchObject({ state: 'empty', team: null, me: null });
};

describe('an invitation', () => {
  it.each([
    ['nothing', ''],
    ['words', 'come and join us'],
    ['another address', 'https://example.com/#abc'],
    ['a page of text', 'x'.repeat(8000)],
  ])('that is %s is refused with a sentence about the link', async (_name, link) => {
    const joined = await tryToJoin(stranger.client, link);
    expect(joined).toMatchObject({ ok: false, error: { code: 'invitation-invalid', field: 'link' } });
    expect(!joined.ok && joined.error.sentence).toMatch(/invitation link/);
    await stillEmpty(stranger.client);
  });

  it('that was cut short or changed on the way is refused', async () => {
    const { link } = await invite();
    for (const broken of [link.slice(0, -6), `${link.slice(0, -8)}AAAAAAAA`, link.slice(0, link.length / 2)]) {
      const joined = await tryToJoin(stranger.client, broken);
      expect(joined.ok).toBe(false);
      expect(!joined.ok && joined.error.code).toMatch(/^invitation-|^unreachable$/);
      await stillEmpty(stranger.client);
    }
  });

  it('that was revoked lets nobody in', async () => {
    const { id, link } = await invite();
    await run(ana.client, 'invitation.revoke', { id });
    await delivered(ana.client);
    const joined = await tryToJoin(stranger.client, link);
    expect(joined.ok).toBe(false);
    expect(!joined.ok && joined.error.code).toMatch(/^invitation-/);
    await stillEmpty(stranger.client);
    const { invitations } = await read(ana.client, 'people', {});
    expect(invitations.find((one) => one.id === id)?.state).toBe('revoked');
  });

  it('works once: whoever comes second is refused and told so', async () => {
    const { id, link } = await invite();
    const first = await startProfile(join(folder, 'first'));
    const { personId } = await joinTeam(first.client, link, 'First');
    await eventually(ana.client, 'people', {}, ({ people }) =>
      people.some((person) => person.id === personId && person.state === 'member'),
    );
    await eventually(ana.client, 'people', {}, ({ invitations }) =>
      invitations.some((one) => one.id === id && one.state === 'used' && one.usedById === personId),
    );
    await delivered(ana.client);
    const second = await tryToJoin(stranger.client, link);
    expect(second).toMatchObject({ ok: false, error: { code: 'invitation-used' } });
    await stillEmpty(stranger.client);
    expect((await read(ana.client, 'people', {})).people).toHaveLength(2);
    await first.stop();
  });

  it('works while its maker is away, and the newcomer is on the team before the maker is back', async () => {
    const { link } = await invite();
    await ana.stop();
    const newcomer = await startProfile(join(folder, 'newcomer'));
    const { personId } = await joinTeam(newcomer.client, link, 'Newcomer');
    expect(await read(newcomer.client, 'session', {})).toMatchObject({
      state: 'ready',
      team: { name: 'Northern Lights' },
    });
    await newcomer.stop();
    ana = await startProfile(ana.directory);
    await eventually(ana.client, 'people', {}, ({ people }) =>
      people.some((person) => person.id === personId && person.name === 'Newcomer' && person.state === 'member'),
    );
  });

  it('without a network says that nobody could be reached, and the same link works later', async () => {
    const { link } = await invite();
    await relay.stop();
    expect(await tryToJoin(stranger.client, link)).toMatchObject({ ok: false, error: { code: 'unreachable' } });
    await stillEmpty(stranger.client);
    await relay.start();
    await run(ana.client, 'relay.retry', {});
    await joinTeam(stranger.client, link, 'Patient');
  });

  it('a profile that has a team cannot join another', async () => {
    const { link } = await invite();
    expect(await tryToJoin(ana.client, link)).toMatchObject({ ok: false, error: { code: 'conflict' } });
  });
});
