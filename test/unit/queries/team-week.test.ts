import { describe, expect, test } from 'vitest';
import { queries } from '#shared/protocol/index.ts';
import type { RecordValue } from '#shared/schema/index.ts';
import { ana, bilal, chen, idOf, itemOf, snapshot } from '../readmodels/profile.ts';
import { day, hour, openQueries, pairSpaces, wednesday } from './engine.ts';
import { anaPage, bilalPage, objective, request } from './records.ts';

const pages = [anaPage(), bilalPage()];
const pair = pairSpaces.get(bilal) ?? '';
const monday = Date.UTC(2026, 4, 11, 0);
const lastWeek = monday - day;

const digest = (records: Parameters<typeof openQueries>[0], params: { week?: string } = {}, options = {}) => {
  const result = openQueries([...pages, ...records], options).handlers.teamDigest.run(params);
  expect(queries.teamDigest.result.safeParse(result).error).toBeUndefined();
  return result;
};
const waits = (records: Parameters<typeof openQueries>[0]) => {
  const result = openQueries([...pages, ...records]).handlers.waits.run({});
  expect(queries.waits.result.safeParse(result).error).toBeUndefined();
  return result;
};

type Updates = Readonly<Record<string, Readonly<Record<string, string | number>>>>;

const report = (value: number, at: number, id = `${value} ${at}`): Updates => ({
  [itemOf(id)]: { keyResultId: itemOf('kr'), value, confidence: 'on-track', at },
});
const goal = (updates: Updates, more: RecordValue = {}) =>
  objective('goal', {
    title: 'Grow',
    keyResults: { [itemOf('kr')]: { title: 'Teams', type: 'number', start: 2, target: 10 } },
    updates,
    ...more,
  });

describe('the digest of a week', () => {
  test('is of the present week unless another is named, from Monday to Sunday in the reader’s zone', () => {
    expect(digest([])).toMatchObject({ week: '2026-W20', start: '2026-05-11', end: '2026-05-17', present: true });
    expect(digest([], { week: '2026-W19' })).toMatchObject({ week: '2026-W19', start: '2026-05-04', present: false });
  });

  test('tells a key result that moved once, from where it stood before the week to where it stands', () => {
    const { moved } = digest([
      goal({ ...report(3, lastWeek), ...report(4, monday + hour), ...report(5, monday + day) }),
    ]);
    expect(moved).toMatchObject([{ goal: 'Grow', keyResult: 'Teams', from: '3', to: '5', confidence: 'on-track' }]);
    expect(digest([goal(report(5, monday + day))]).moved).toMatchObject([{ from: '2', to: '5' }]);
  });

  test('leaves out what was reported the same again, and other weeks', () => {
    expect(digest([goal({ ...report(3, lastWeek), ...report(3, monday + day) })]).moved).toEqual([]);
    expect(digest([goal(report(3, lastWeek))]).moved).toEqual([]);
    expect(digest([goal(report(3, lastWeek))], { week: '2026-W19' }).moved).toHaveLength(1);
  });

  test('names blockers that stood at its end, and questions that were answered in it', () => {
    const stuck = request('Stuck', bilal, ana, monday + hour, { blockerId: itemOf('b') });
    const solved = request('Solved', bilal, ana, monday, {
      blockerId: itemOf('b'),
      state: 'answered',
      closedAt: monday + hour,
    });
    const answered = request('Why?', bilal, ana, monday, { state: 'answered', closedAt: monday + day });
    const { blocked, answered: told } = digest([stuck, solved, answered]);
    expect(blocked).toMatchObject([{ text: 'Stuck', byId: bilal, waitsForId: ana }]);
    expect(told).toMatchObject([{ question: 'Why?', byId: ana }]);
  });

  test('names goals that were closed in it with their score, kudos, and who is away until the end of the next', () => {
    const closed = goal({}, { state: 'closed', closedAt: monday + day, score: 0.7 });
    const thanks = snapshot(
      'kudos',
      'thanks',
      { toId: bilal, value: 'Care', text: 'For the docs\nand more' },
      { at: monday + day },
    );
    const leave = (name: string, start: string, end: string, cancelled = false) =>
      snapshot('leave', name, { personId: bilal, start, end, reason: 'leave', cancelled }, { by: bilal });
    const result = digest([
      closed,
      thanks,
      leave('next week', '2026-05-24', '2026-05-30'),
      leave('later', '2026-05-25', '2026-05-30'),
      leave('off', '2026-05-12', '2026-05-12', true),
    ]);
    expect(result.closed).toMatchObject([{ goal: 'Grow', score: 0.7 }]);
    expect(result.kudos).toEqual([{ toId: bilal, byId: ana, value: 'Care', text: 'For the docs' }]);
    expect(result.away).toEqual([{ personId: bilal, start: '2026-05-24', end: '2026-05-30' }]);
  });

  test('holds nothing that only some can read', () => {
    const secret = snapshot(
      'request',
      'secret',
      {
        question: 'Between us?',
        fromId: bilal,
        turns: { [itemOf('t')]: { toId: ana, byId: bilal, at: monday } },
        state: 'answered',
        closedAt: monday + hour,
      },
      { by: bilal, spaceId: pair },
    );
    expect(digest([secret]).answered).toEqual([]);
  });
});

describe('who waits on whom', () => {
  test('what runs out first stands on top; a person who is not known here has no clock', () => {
    const late = request('Late', bilal, ana, wednesday - day);
    const urgent = request('Urgent', bilal, ana, wednesday, { urgent: true });
    const stranger = request('Stranger', ana, idOf('stranger'), wednesday - day);
    const { open } = waits([late, urgent, stranger]);
    expect(open.map((one) => one.question)).toEqual(['Urgent', 'Late', 'Stranger']);
    expect(open[0]).toMatchObject({ kind: 'question', fromId: bilal, toId: ana, norm: { leftMs: 4 * hour } });
    expect(open[2]?.norm).toBeNull();
  });

  test('what was answered is told by the time it took in the working hours of whoever was asked', () => {
    const done = (name: string, at: number, until: number, more: RecordValue = {}) =>
      request(name, bilal, ana, at, { state: 'answered', closedAt: until, ...more });
    // Tuesday 16:00 to Wednesday 10:00: an hour before the evening and one in the morning.
    const overnight = ['One', 'Two', 'Three'].map((name) => done(name, wednesday - 17 * hour, wednesday + hour));
    const quick = done('Quick', wednesday, wednesday + hour / 2, { blockerId: itemOf('b') });
    const { open, medians } = waits([...overnight, quick]);
    expect(open).toEqual([]);
    // Of a single one there is too little to say.
    expect(medians.map((one) => [one.kind, one.count, one.medianMs])).toEqual([
      ['question', 3, 2 * hour],
      ['blocker', 1, null],
    ]);
    expect(medians[0]?.weeks).toHaveLength(8);
    expect(medians[0]?.weeks.at(-1)).toMatchObject({ week: '2026-W20', count: 3 });
  });

  test('with nothing answered there is no median, and no person stands in it', () => {
    expect(waits([]).medians.map((one) => [one.kind, one.count, one.medianMs])).toEqual([
      ['question', 0, null],
      ['blocker', 0, null],
    ]);
    expect(JSON.stringify(waits([request('Q', bilal, chen, wednesday)]).medians)).not.toContain(bilal);
  });
});
