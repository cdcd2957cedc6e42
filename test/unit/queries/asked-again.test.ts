import { expect, test } from 'vitest';
import { ana, bilal, chen, itemOf } from '../readmodels/profile.ts';
import { day, hour, openQueries, wednesday } from './engine.ts';
import { anaPage, bilalPage, request } from './records.ts';

const start = wednesday - 14 * day;
/** A blocker of Bilal's with turns of whom it waited for, so many days after it was asked. */
const blocker = (name: string, turns: readonly (readonly [toId: string, afterDays: number])[], more: object = {}) =>
  request(name, bilal, ana, start, {
    blockerId: itemOf(name),
    turns: Object.fromEntries(
      turns.map(([toId, days], nth) => [
        itemOf(`${name} ${String(nth)}`),
        { toId, byId: bilal, at: start + days * day },
      ]),
    ),
    ...more,
  });
const open = (...records: Parameters<typeof openQueries>[0]) =>
  openQueries([anaPage(), bilalPage(), ...records]).handlers;
const blockedIn = (week: string, ...records: Parameters<typeof openQueries>[0]) =>
  open(...records)
    .teamDigest.run({ week })
    .blocked.map(({ text, waitsForId, since }) => ({ text, waitsForId, since }));

test('a week names whom a blocker waited for at its end, also when it was handed on since', () => {
  const handedOn = blocker('Stuck', [
    [ana, 0],
    [chen, 14],
  ]);
  expect(blockedIn('2026-W18', handedOn)).toEqual([{ text: 'Stuck', waitsForId: ana, since: start }]);
  expect(blockedIn('2026-W20', handedOn)).toEqual([{ text: 'Stuck', waitsForId: chen, since: wednesday }]);
});

test('one that was answered and asked again counts from when it was asked again', () => {
  const again = blocker('Again', [
    [ana, 0],
    [ana, 14],
  ]);
  expect(blockedIn('2026-W19', again)).toEqual([]);
  expect(blockedIn('2026-W20', again)).toEqual([{ text: 'Again', waitsForId: ana, since: wednesday }]);
});

test('the time between an answer and asking again is not told as a wait', () => {
  const counts = (...records: Parameters<typeof openQueries>[0]) =>
    open(...records)
      .waits.run({})
      .medians.find(({ kind }) => kind === 'blocker')?.count;
  const closed = { state: 'answered', closedAt: wednesday + hour };
  expect(
    counts(
      blocker(
        'Again',
        [
          [ana, 0],
          [ana, 14],
        ],
        closed,
      ),
    ),
  ).toBe(1);
  expect(
    counts(
      blocker(
        'Handed',
        [
          [ana, 0],
          [chen, 14],
        ],
        closed,
      ),
    ),
  ).toBe(2);
});
