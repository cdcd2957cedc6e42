import { expect, test } from 'vitest';
import { queries } from '#shared/protocol/index.ts';
import { ana, bilal, chen, itemOf } from '../readmodels/profile.ts';
import { hour, openQueries, wednesday } from './engine.ts';
import { anaPage, bilalPage, checkIn, checkInId, comment, request } from './records.ts';

const asked = wednesday - hour;

test('both sides see the same clock of a question', () => {
  const records = [anaPage(), bilalPage(), request('Which states?', bilal, ana, asked, { urgent: true })];
  const mine = openQueries(records).handlers.requests.run({});
  const asker = openQueries(records, { me: bilal }).handlers.requests.run({});
  expect(queries.requests.result.safeParse(mine).error).toBeUndefined();
  expect(mine.forMe).toMatchObject([{ question: 'Which states?', toId: ana, fromId: bilal }]);
  expect(mine.forMe[0]?.norm).toMatchObject({ urgent: true, totalMs: 4 * hour });
  expect(asker.byMe[0]?.norm).toEqual(mine.forMe[0]?.norm);
});

test('a question stands in the day of whom it waits for until it is settled', () => {
  const open = request('Still open?', bilal, ana, asked);
  const settled = request('Done?', bilal, ana, asked, { state: 'answered', closedAt: wednesday });
  const keys = (me: string) =>
    openQueries([anaPage(), bilalPage(), open, settled], { me })
      .handlers.today.run({})
      .needsMe.flatMap((need) => (need.kind === 'request' ? [need.title] : []));
  expect(keys(ana)).toEqual(['Still open?']);
  expect(keys(bilal)).toEqual([]);
});

test('a question that was handed on waits for the last one named, since then', () => {
  const turns = {
    [itemOf('one')]: { toId: bilal, byId: ana, at: wednesday - 9 * hour },
    [itemOf('two')]: { toId: ana, byId: bilal, at: wednesday - 2 * hour },
  };
  const { handlers } = openQueries([anaPage(), bilalPage(), request('Who knows?', ana, bilal, asked, { turns })]);
  const [all] = [handlers.requests.run({})];
  const id = all.forMe[0]?.id ?? '';
  expect(all.forMe).toMatchObject([{ toId: ana, askedAt: wednesday - 2 * hour, handedById: bilal }]);
  expect(handlers.request.run({ id }).turns.map((turn) => turn.until)).toEqual([wednesday - 2 * hour, null]);
});

const blocked = checkIn(bilal, '2026-W20', {
  blockers: { [itemOf('b')]: { text: 'May I rent a second replica?', waitsForId: ana, urgent: true } },
});
const askedOf = (more: Parameters<typeof request>[4] = {}) =>
  request('May I rent a second replica?', bilal, ana, asked, { urgent: true, blockerId: itemOf('b'), ...more });
const stands = (me: string, ...records: Parameters<typeof openQueries>[0][number][]) => {
  const { handlers } = openQueries([anaPage(), bilalPage(), blocked, ...records], { me });
  const shown = handlers.checkIn.run({ id: checkInId(bilal, '2026-W20') }).checkIn?.blockers[0];
  const waiting = handlers.today.run({}).needsMe.filter(({ kind }) => kind === 'blocker' || kind === 'request');
  return { shown, waiting };
};

test('a blocker is one thing in the day of whom it names, met in the check-in, and both sides see one clock', () => {
  const hers = stands(ana, askedOf());
  const his = stands(bilal, askedOf());
  expect(hers.waiting).toMatchObject([{ kind: 'blocker', targetKind: 'check-in', norm: { leftMs: 4 * hour } }]);
  expect(his.waiting).toEqual([]);
  expect(hers.shown?.request).toMatchObject({ state: 'open', norm: { urgent: true, totalMs: 4 * hour } });
  expect(his.shown?.request?.norm).toEqual(hers.shown?.request?.norm);
  expect(hers.waiting[0]?.norm).toEqual(hers.shown?.request?.norm);
});

test('a blocker stands until it is solved: neither a comment nor the next check-in settles it, an answer does', () => {
  const said = comment('looking', checkInId(bilal, '2026-W20'), ana, 'I am looking into it.', wednesday);
  const next = checkIn(bilal, '2026-W21');
  expect(stands(ana, askedOf(), said, next).waiting).toHaveLength(1);
  const solved = stands(
    ana,
    askedOf({ state: 'answered', closedAt: wednesday }),
    comment('yes', askedOf().id, ana, 'Yes, one.', wednesday),
  );
  expect(solved.waiting).toEqual([]);
  expect(solved.shown?.request).toMatchObject({ state: 'answered', norm: null, answers: [{ text: 'Yes, one.' }] });
});

test('a blocker that was handed on waits for the next one; somebody else’s request changes nothing about it', () => {
  const turns = {
    [itemOf('one')]: { toId: ana, byId: bilal, at: asked },
    [itemOf('two')]: { toId: chen, byId: ana, at: wednesday },
  };
  expect(stands(ana, askedOf({ turns })).waiting).toEqual([]);
  expect(stands(ana, askedOf({ turns })).shown?.waitsForId).toBe(chen);
  const forged = request('Solved', chen, ana, asked, {
    state: 'answered',
    closedAt: wednesday,
    blockerId: itemOf('b'),
  });
  expect(stands(ana, askedOf(), forged).shown?.request?.state).toBe('open');
});
