import { expect, test } from 'vitest';
import { ana, bilal, itemOf } from '../readmodels/profile.ts';
import { openQueries } from './engine.ts';
import { anaPage, bilalPage, checkIn, checkInId, cycle } from './records.ts';

const plans = { [itemOf('p')]: { text: 'Ship it', order: 0 } };
const blockers = { [itemOf('b')]: { text: 'Which one?', waitsForId: ana, urgent: false, order: 0 } };
const skipped = { skipped: true, skipReason: 'Ill' };

/** What Ana sees of Bilal's week, of which his two devices said this. */
const seen = (said: object) => {
  const { handlers } = openQueries([anaPage(), bilalPage(), cycle(), checkIn(bilal, '2026-W20', said as never)]);
  const { items, team } = handlers.triage.run({});
  const view = handlers.checkIn.run({ id: checkInId(bilal, '2026-W20') }).checkIn;
  return { waits: items.length, cell: team[0]?.cells.at(-1)?.state, skipped: view?.skipped, reason: view?.skipReason };
};

const submitted = { waits: 1, cell: 'sent', skipped: false, reason: '' };

test.each([
  ['plans', { plans }],
  ['what became of last week’s plans', { lastPlans: plans }],
  ['an answer', { answer: 'Fine' }],
  ['a blocker', { blockers }],
])('a week that one device skips and another one submits is submitted: %s', (_, said) => {
  expect(seen({ ...skipped, ...said })).toEqual(submitted);
});

test('"nothing changed" is a check-in, too', () => {
  expect(seen({ ...skipped, nothingChanged: true })).toEqual({ ...submitted, cell: 'unchanged' });
});

test('a week that was only skipped stays skipped, with its reason', () => {
  expect(seen(skipped)).toEqual({ waits: 0, cell: 'skipped', skipped: true, reason: 'Ill' });
});

test('a week of which one device says that nothing changed and another one reports changes has changed', () => {
  expect(seen({ nothingChanged: true, blockers }).cell).toBe('sent');
  expect(seen({ nothingChanged: true, plans }).cell).toBe('unchanged');
});

test('the plans of a week that was skipped and submitted go on in the next one', () => {
  const { handlers } = openQueries([anaPage(), cycle(), checkIn(ana, '2026-W19', { ...skipped, plans })]);
  expect(handlers.checkInDraft.run({}).lastPlans.map(({ text }) => text)).toEqual(['Ship it']);
});
