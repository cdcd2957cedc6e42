import { expect, test } from 'vitest';
import { ana, idOf, itemOf } from '../readmodels/profile.ts';
import { day, openQueries, storeEntry, wednesday } from './engine.ts';
import { anaPage, checkIn, cycle, objective } from './records.ts';

/** A goal of 1 April with one key result, which was written so many days ago; what of it is stale. */
const staleOf = (daysAgo: number, updates: object = {}) => {
  const keyResults = { [itemOf('k')]: { title: 'k', start: 0, target: 10, order: 1 } };
  const { db, handlers } = openQueries([
    anaPage(),
    checkIn(ana, '2026-W20'),
    cycle(),
    objective('Goal', { keyResults, ...updates }),
  ]);
  storeEntry(db, {
    recordId: idOf('Goal'),
    kind: 'objective',
    by: ana,
    receivedAt: wednesday,
    claimedAt: wednesday - daysAgo * day,
    touches: [`keyResults.${itemOf('k')}`],
  });
  return handlers.today.run({}).needsMe.flatMap(({ kind, title }) => (kind === 'stale-goal' ? [title] : []));
};

test('a key result that was added to an old goal has the same time for its first update as any', () => {
  expect([staleOf(0), staleOf(13), staleOf(15)]).toEqual([[], [], ['k']]);
});

test('one that was reported on counts from its last update, whenever it was written', () => {
  const updates = (daysAgo: number) => ({
    updates: { [itemOf('u')]: { keyResultId: itemOf('k'), value: 1, at: wednesday - daysAgo * day } },
  });
  expect([staleOf(30, updates(15)), staleOf(30, updates(3))]).toEqual([['k'], []]);
});
