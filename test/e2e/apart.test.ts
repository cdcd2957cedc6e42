import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EngineClient, ObjectiveView } from '#shared/protocol/index.ts';
import { scratch, startProfile, startRelay, type RunningProfile, type RunningRelay } from '#test/support/running.ts';
import { createObjective, createTeam, delivered, eventually, joinTeam, read, run } from '#test/support/team.ts';

const { folder, remove } = scratch();
let relay: RunningRelay;
let ana: RunningProfile;
let ben: RunningProfile;
const ids = { ana: '', ben: '', objective: '', first: '', second: '' };

const objectiveOf = async (client: EngineClient): Promise<ObjectiveView> => {
  const { objective } = await read(client, 'objective', { id: ids.objective });
  if (objective === null) throw new Error('the objective is not here');
  return objective;
};

/** What was written, without what each device works out for its reader's own day. */
const written = ({ heads, title, description, comments, conflicts, keyResults }: ObjectiveView) => ({
  ...{ heads, title, description, comments, conflicts },
  keyResults: keyResults.map(({ id, value, updates, progress }) => ({ id, value, updates, progress })),
});

/** Both devices online until both hold the same, then what they hold. */
const meet = async (holds: (objective: ObjectiveView) => boolean): Promise<ObjectiveView> => {
  await relay.start();
  for (const { client } of [ana, ben]) await run(client, 'relay.retry', {});
  for (const { client } of [ana, ben]) {
    await eventually(
      client,
      'objective',
      { id: ids.objective },
      ({ objective }) => objective !== null && holds(objective),
    );
    await delivered(client);
  }
  expect(written(await objectiveOf(ana.client))).toEqual(written(await objectiveOf(ben.client)));
  await relay.stop();
  return objectiveOf(ana.client);
};

beforeAll(async () => {
  relay = await startRelay(folder);
  ana = await startProfile(join(folder, 'ana'));
  ben = await startProfile(join(folder, 'ben'));
  ids.ana = (await createTeam(ana.client, 'Ana', [relay.url])).personId;
  const { link } = await run(ana.client, 'invitation.create', {});
  await delivered(ana.client);
  ids.ben = (await joinTeam(ben.client, link, 'Ben')).personId;
  await eventually(ana.client, 'people', {}, ({ people }) =>
    people.some(({ id, state }) => id === ids.ben && state === 'member'),
  );
  const made = await createObjective(ana.client, ids.ana, 'Work apart', {
    description: 'We ship on Fridays.',
    contributorIds: [ids.ben],
    keyResults: [
      { title: 'First', type: 'number', start: 0, target: 10 },
      { title: 'Second', type: 'number', start: 0, target: 10 },
    ],
  });
  ids.objective = made.id;
  [ids.first = '', ids.second = ''] = made.keyResultIds;
  await eventually(ben.client, 'objective', { id: made.id }, ({ objective }) => objective !== null);
  await eventually(ben.client, 'people', {}, ({ people }) => people.every(({ state }) => state === 'member'));
  await relay.stop();
});

afterAll(async () => {
  await ana.stop();
  await ben.stop();
  remove();
});

describe('two people who are never online together', () => {
  it('edit different places of one text, different key results and comment: everything is kept on both sides', async () => {
    const { heads: base } = await objectiveOf(ana.client);
    const id = ids.objective;
    await run(ana.client, 'objective.update', { id, base, description: 'Together, we ship on Fridays.' });
    await run(ben.client, 'objective.update', { id, base, description: 'We ship on Fridays. Nobody works late.' });
    for (const [client, keyResultId, value] of [
      [ana.client, ids.first, 4],
      [ben.client, ids.second, 7],
    ] as const) {
      const { heads } = await objectiveOf(client);
      const report = { value, confidence: 'on-track', projection: 9, note: '' } as const;
      await run(client, 'keyResult.progress', { objectiveId: id, keyResultId, base: heads, ...report });
      await run(client, 'comment.add', { targetId: id, text: `${value} so far` });
    }
    const met = await meet(
      ({ comments, keyResults }) => comments.length === 2 && keyResults.every(({ value }) => value > 0),
    );
    expect(met.description).toContain('Together');
    expect(met.description).toContain('Nobody works late.');
    expect(met.description.match(/on Fridays/g)).toHaveLength(1);
    expect(met.keyResults.map(({ value }) => value)).toEqual([4, 7]);
    expect(met.comments.map(({ text }) => text).sort()).toEqual(['4 so far', '7 so far']);
    expect(met.conflicts).toEqual([]);
  });

  it('rewrite the same sentence: both texts stand side by side until somebody settles it, for both', async () => {
    const { heads: base, description } = await objectiveOf(ana.client);
    const [hers, his] = [
      description.replace('on Fridays', 'every Tuesday morning'),
      description.replace('on Fridays', 'whenever it is ready'),
    ];
    const id = ids.objective;
    await run(ana.client, 'objective.update', { id, base, description: hers });
    await run(ben.client, 'objective.update', { id, base, description: his });
    const met = await meet(({ conflicts }) => conflicts.length > 0);
    expect(met.conflicts).toMatchObject([{ path: 'description', kind: 'prose' }]);
    const variants = met.conflicts[0]?.variants ?? [];
    expect(new Map(variants.map(({ byId, value }) => [byId, value]))).toEqual(
      new Map([
        [ids.ana, hers],
        [ids.ben, his],
      ]),
    );
    const settled = description.replace('on Fridays', 'every Tuesday, when it is ready');
    await run(ben.client, 'conflict.resolve', { recordId: id, path: 'description', base: met.heads, value: settled });
    const after = await meet(({ conflicts }) => conflicts.length === 0);
    expect(after.description).toBe(settled);
  });

  it('set the same single value: both are shown with who, until somebody picks', async () => {
    const { heads: base } = await objectiveOf(ana.client);
    const id = ids.objective;
    await run(ana.client, 'objective.update', { id, base, title: 'Apart, by Ana' });
    await run(ben.client, 'objective.update', { id, base, title: 'Apart, by Ben' });
    const met = await meet(({ conflicts }) => conflicts.length > 0);
    expect(met.conflicts).toMatchObject([{ path: 'title', kind: 'value' }]);
    expect(new Map(met.conflicts[0]?.variants.map(({ byId, value }) => [byId, value]))).toEqual(
      new Map([
        [ids.ana, 'Apart, by Ana'],
        [ids.ben, 'Apart, by Ben'],
      ]),
    );
    await run(ana.client, 'conflict.resolve', { recordId: id, path: 'title', base: met.heads, value: 'Apart, by Ben' });
    const after = await meet(({ conflicts }) => conflicts.length === 0);
    expect(after.title).toBe('Apart, by Ben');
  });

  it('the history says who changed what, and every signature verifies', async () => {
    for (const { client } of [ana, ben]) {
      const { entries } = await read(client, 'history', { recordId: ids.objective });
      expect(entries.every(({ verified, state }) => verified && state === 'applied')).toBe(true);
      const of = (path: string) =>
        entries.filter(({ changes }) => changes.some((change) => change.path.startsWith(path)));
      expect(new Set(of('description').map(({ byId }) => byId))).toEqual(new Set([ids.ana, ids.ben]));
      expect(new Set(of('title').map(({ byId }) => byId))).toEqual(new Set([ids.ana, ids.ben]));
      expect((await run(client, 'verify.run', {})).problems).toEqual([]);
    }
  });
});
