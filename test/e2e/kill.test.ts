import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { EngineClient } from '#shared/protocol/index.ts';
import type { Random } from '#shared/std/index.ts';
import { scratch, startProfile, startRelay } from '#test/support/running.ts';
import { createObjective, createTeam, delivered, eventually, joinTeam, read, run } from '#test/support/team.ts';
import { seededRandom } from '#test/support/seeded-random.ts';

const { folder, remove } = scratch();
afterAll(remove);

const below = (random: Random, limit: number): number => {
  const [high = 0, low = 0] = random.bytes(2);
  return (high * 256 + low) % limit;
};

/** Writes comments until the engine is gone. Returns what was acknowledged. */
const writeUntilKilled = async (client: EngineClient, targetId: string, round: number): Promise<string[]> => {
  const acknowledged: string[] = [];
  for (let i = 0; ; i++) {
    const text = `round ${round} comment ${i}`;
    const result = await client.run('comment.add', { targetId, text });
    if (!result.ok) return acknowledged;
    acknowledged.push(text);
  }
};

const textsOn = async (client: EngineClient, id: string): Promise<string[]> => {
  const { objective } = await read(client, 'objective', { id });
  return (objective?.comments ?? []).map(({ text }) => text);
};

describe('saved means saved', () => {
  it('a process killed while it writes loses nothing that it had acknowledged, and verify is clean', async () => {
    const directory = join(folder, 'writer');
    const moment = seededRandom(20261122);
    let profile = await startProfile(directory);
    const { personId } = await createTeam(profile.client, 'Ana');
    const { id } = await createObjective(profile.client, personId, 'Survive');
    const acknowledged: string[] = [];
    for (let round = 0; round < 4; round++) {
      const writing = writeUntilKilled(profile.client, id, round);
      await new Promise((resolve) => setTimeout(resolve, 40 + below(moment, 260)));
      await profile.kill();
      acknowledged.push(...(await writing));
      profile = await startProfile(directory);
      const kept = new Set(await textsOn(profile.client, id));
      expect(acknowledged.filter((text) => !kept.has(text))).toEqual([]);
      expect((await run(profile.client, 'verify.run', {})).problems).toEqual([]);
    }
    expect(acknowledged.length).toBeGreaterThan(4);
    await profile.stop();
  });

  it('a process killed while it receives catches up with everything, and verify is clean', async () => {
    const relay = await startRelay(folder);
    const sender = await startProfile(join(folder, 'sender'));
    const directory = join(folder, 'receiver');
    let receiver = await startProfile(directory);
    const { personId } = await createTeam(sender.client, 'Ana', [relay.url]);
    const { link } = await run(sender.client, 'invitation.create', {});
    await delivered(sender.client);
    await joinTeam(receiver.client, link, 'Ben');
    await eventually(sender.client, 'people', {}, ({ people }) => people.length === 2);
    const { id } = await createObjective(sender.client, personId, 'Arrive');
    await receiver.stop();
    for (let i = 0; i < 200; i++) await run(sender.client, 'comment.add', { targetId: id, text: `comment ${i}` });
    await delivered(sender.client);

    const moment = seededRandom(7);
    for (let round = 0; round < 4; round++) {
      receiver = await startProfile(directory);
      await new Promise((resolve) => setTimeout(resolve, below(moment, 250)));
      await receiver.kill();
    }
    receiver = await startProfile(directory);
    await eventually(receiver.client, 'objective', { id }, ({ objective }) => objective?.comments.length === 200);
    expect(await textsOn(receiver.client, id)).toEqual(await textsOn(sender.client, id));
    expect((await run(receiver.client, 'verify.run', {})).problems).toEqual([]);
    await receiver.stop();
    await sender.stop();
    await relay.stop();
  });
});
