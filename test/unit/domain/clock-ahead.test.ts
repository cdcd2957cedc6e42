import { expect, test } from 'vitest';
import { updatesOf } from '#shared/domain/index.ts';
import { kinds } from '#shared/schema/index.ts';
import { expectOk } from '#shared/std/index.ts';
import { createDesk } from './desk.ts';
import { ana, signer } from './team.ts';

const day = 86_400_000;
const today = Date.parse('2026-05-13T09:00:00Z');

/** A goal on which a device whose clock is thirty days ahead has reported 5, as a device with the right time holds it. */
const reportedAhead = (type: 'number' | 'milestone') => {
  const ahead = createDesk(signer(ana), today + 30 * day);
  const [cycleId = ''] = ahead.run('cycle.create', { title: 'Q2', start: '2026-04-01', end: '2026-06-30' }).ids;
  const keyResults = [{ title: 'Teams', type, start: 0, target: 10 }];
  const made = ahead.run('objective.create', { title: 'Goal', cycleId, ownerId: ana, keyResults });
  const [objectiveId = '', keyResultId = ''] = [made.ids[0], made.itemIds[0]];
  const report = { objectiveId, keyResultId, base: [], confidence: null, projection: null };
  ahead.run('keyResult.progress', { ...report, value: 5 });
  const right = createDesk(signer(ana), today);
  for (const record of ahead.records.values()) right.put(record);
  // Ids of the two desks are counted alike; nothing may be named twice.
  for (let n = 0; n < 100; n++) right.ctx.newId();
  const values = () =>
    updatesOf(expectOk(kinds.objective.parse(right.value(objectiveId))), keyResultId).map(({ value }) => value);
  return { right, report, keyResultId, values };
};

test('whoever reports after a clock that is ahead is believed at once', () => {
  const { right, report, values } = reportedAhead('number');
  right.run('keyResult.progress', { ...report, value: 8 });
  right.run('keyResult.progress', { ...report, value: 7 });
  expect(values()).toEqual([5, 8, 7]);
});

test('so is what a check-in reports', () => {
  const { right, keyResultId, values } = reportedAhead('number');
  const update = { keyResultId, value: 8, confidence: null, projection: null, note: '' };
  const rest = { lastPlans: [], plans: [], blockers: [], question: '', answer: '' };
  right.run('checkIn.submit', { week: '2026-W20', updates: [update], ...rest });
  expect(values()).toEqual([5, 8]);
});

test('so is a milestone that is finished', () => {
  const { right, keyResultId, values } = reportedAhead('milestone');
  const [id = ''] = right.run('task.create', { title: 'First', ownerId: ana, milestone: true, keyResultId }).ids;
  right.run('task.update', { id, base: [], state: 'done' });
  expect(values()).toEqual([5, 1]);
});

test('with a right clock a report has the present time', () => {
  const { right, report, keyResultId } = reportedAhead('number');
  const other = { ...report, value: 1 };
  const fresh = createDesk(signer(ana), today + 40 * day);
  for (const record of right.records.values()) fresh.put(record);
  for (let n = 0; n < 200; n++) fresh.ctx.newId();
  fresh.run('keyResult.progress', other);
  const record = expectOk(kinds.objective.parse(fresh.value(report.objectiveId)));
  expect(updatesOf(record, keyResultId).at(-1)?.at).toBe(today + 40 * day);
});
