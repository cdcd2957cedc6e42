import { expect, test } from 'vitest';
import { ana, bilal, idOf, snapshot } from '../readmodels/profile.ts';
import { day, hour, openQueries, storeEntry, wednesday } from './engine.ts';
import { anaPage, bilalPage, checkIn, comment, cycle, objective } from './records.ts';

const minute = 60_000;
const goal = objective('Mine');
const base = [anaPage(), bilalPage(), checkIn(ana, '2026-W20'), cycle(), goal];

/** Bilal's clock is five minutes ahead: what he writes now claims a time that has not come. */
const claimed = wednesday + 5 * minute;
const asks = comment('ask', goal.id, bilal, 'Why?', claimed);
const names = snapshot(
  'comment',
  'ask',
  { targetId: goal.id, targetKind: 'objective', text: 'Why, @Ana?', mentions: `${ana} Ana` },
  { by: bilal, at: claimed },
);

const waiting = (asked: typeof asks, answeredAt: number): readonly string[] => {
  const { db, handlers } = openQueries([...base, asked, comment('reply', goal.id, ana, 'Because', answeredAt)], {
    now: wednesday + hour,
  });
  const arrival = { recordId: asked.id, kind: 'comment', by: bilal, receivedAt: wednesday, claimedAt: claimed };
  storeEntry(db, { ...arrival, begins: true });
  return handlers.today.run({}).needsMe.map(({ kind }) => kind);
};

test.each([
  ['comment', asks],
  ['mention', names],
])('a %s of a clock that is ahead is answered by what I write after it came', (kind, asked) => {
  expect(waiting(asked, wednesday + minute)).toEqual([]);
  expect(waiting(asked, wednesday - minute)).toEqual([kind]);
});

test('nobody is asked to answer on a record that was erased', () => {
  const on = (targetId: string) =>
    snapshot(
      'comment',
      'ask',
      { targetId, targetKind: 'objective', text: 'Look, @Ana', mentions: `${ana} Ana` },
      { by: bilal, at: wednesday - day },
    );
  const kinds = (targetId: string) =>
    openQueries([...base, on(targetId)])
      .handlers.today.run({})
      .needsMe.map(({ kind }) => kind);
  expect(kinds(goal.id)).toEqual(['mention']);
  expect(kinds(idOf('erased'))).toEqual([]);
});
