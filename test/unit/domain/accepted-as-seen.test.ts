import { expect, test } from 'vitest';
import { acceptedSince } from '#shared/domain/index.ts';
import { kinds } from '#shared/schema/index.ts';
import { expectOk } from '#shared/std/index.ts';
import { createMachine } from './machines.ts';
import type { Entry, Machine } from './machines.ts';
import { ana, bilal, members, signer } from './team.ts';

const give = (entries: readonly Entry[], to: Machine): void => {
  for (const entry of entries) expect(to.receive(entry)).toBe('applied');
};

/** Bilal has finished what Ana asked for, and Ana has heard of it. */
const finished = () => {
  const hers = createMachine(signer(ana), members, 'a');
  const his = createMachine(signer(bilal), members, 'bb');
  const made = his.run('task.create', { title: 'Guide', ownerId: bilal, acceptedById: ana, deliverable: 'Two pages' });
  const id = made[0]?.recordId ?? '';
  give([...made, ...his.run('task.update', { id, base: [...his.heads(id)], state: 'done' })], hers);
  const seen = [...hers.heads(id)];
  const update = (change: object) => his.run('task.update', { id, base: [...his.heads(id)], ...change });
  const since = (): number | null =>
    acceptedSince(expectOk(kinds.task.parse(hers.record(id)?.value)), (text) => hers.digest(text));
  return { hers, id, seen, update, since };
};

test('what is done is accepted as it was seen', () => {
  const { hers, id, seen, since } = finished();
  expect(hers.run('task.accept', { id, base: seen })).toHaveLength(1);
  expect(since()).not.toBeNull();
});

test('an expectation that changed before it was seen is not accepted with it', () => {
  const { hers, id, seen, update, since } = finished();
  // It arrives while Ana looks at the task as it was.
  give(update({ deliverable: 'Half a page' }), hers);
  hers.run('task.accept', { id, base: seen });
  expect(hers.record(id)?.value['deliverable']).toBe('Half a page');
  expect(since()).toBeNull();
});

test('what was opened again meanwhile is not accepted', () => {
  const { hers, id, seen, update, since } = finished();
  give(update({ state: 'open' }), hers);
  expect(hers.run('task.accept', { id, base: seen })).toEqual([]);
  expect(since()).toBeNull();
});
