import fc from 'fast-check';
import { expect, test } from 'vitest';
import { requestClock, turnsOf, waitsFor } from '#shared/domain/index.ts';
import type { Recipient } from '#shared/domain/index.ts';
import { kinds } from '#shared/schema/index.ts';
import { expectOk } from '#shared/std/index.ts';
import { createDesk } from './desk.ts';
import { ana, bilal, chen, dana, signer } from './team.ts';

const hour = 3_600_000;
const asked = (readers: 'pair' | 'team' = 'pair') => {
  const desk = createDesk(signer(ana));
  const [id = ''] = desk.run('request.ask', { toId: bilal, question: 'Which error states?', readers }).ids;
  return { desk, id };
};
const stateOf = (desk: ReturnType<typeof createDesk>, id: string) => expectOk(kinds.request.parse(desk.value(id)));

test('a question lies with the two of them unless the team is chosen', () => {
  const { desk, id } = asked();
  expect(desk.records.get(id)?.space).toEqual({ kind: 'pair', readers: [ana, bilal].sort() });
  const open = asked('team');
  expect(open.desk.records.get(open.id)?.space.kind).toBe('team');
});

test('nobody asks themselves or a guest, who could not answer', () => {
  const desk = createDesk(signer(ana));
  expect(desk.ask('request.ask', { toId: ana, question: 'Well?' })).toMatchObject({ error: { field: 'toId' } });
  expect(desk.ask('request.ask', { toId: dana, question: 'Well?' })).toMatchObject({ error: { field: 'toId' } });
});

test('an answer is written for the same readers and settles the question', () => {
  const { desk, id } = asked();
  const his = desk.as(signer(bilal));
  const [commentId = ''] = his.run('request.answer', { id, base: [], text: 'All four.' }).ids;
  expect(his.records.get(commentId)?.space).toEqual(his.records.get(id)?.space);
  expect(stateOf(his, id)).toMatchObject({ state: 'answered', closedAt: his.ctx.now });
  expect(his.ask('request.answer', { id, base: [], text: 'Again' }).ok).toBe(false);
});

test('somebody else neither answers for them nor takes a question back; whoever asked does', () => {
  const { desk, id } = asked('team');
  const hers = desk.as(signer(chen));
  expect(hers.ask('request.answer', { id, base: [] }).ok).toBe(false);
  expect(hers.ask('request.handOn', { id, base: [], toId: chen }).ok).toBe(false);
  expect(desk.as(signer(bilal)).ask('request.withdraw', { id, base: [] }).ok).toBe(false);
  desk.run('request.withdraw', { id, base: [] });
  expect(stateOf(desk, id).state).toBe('withdrawn');
  desk.run('request.reopen', { id, base: [] });
  expect(stateOf(desk, id)).toMatchObject({ state: 'open', closedAt: null });
});

test('what the team reads changes hands in place; what was private goes on among the three of them', () => {
  const shown = asked('team');
  const his = shown.desk.as(signer(bilal));
  // Each desk counts its ids from one: his are others than hers.
  for (let n = 0; n < 40; n++) his.ctx.newId();
  expect(his.run('request.handOn', { id: shown.id, base: [], toId: chen }).ids).toEqual([shown.id]);
  expect(turnsOf(stateOf(his, shown.id)).map((turn) => turn.toId)).toEqual([bilal, chen]);

  const hidden = asked();
  const mine = hidden.desk.as(signer(bilal));
  for (let n = 0; n < 40; n++) mine.ctx.newId();
  const [next = ''] = mine.run('request.handOn', { id: hidden.id, base: [], toId: chen }).ids;
  expect(mine.records.get(next)?.space).toEqual({ kind: 'group', readers: [ana, bilal, chen].sort() });
  expect(stateOf(mine, next)).toMatchObject({ fromId: ana, state: 'open' });
  expect(waitsFor(stateOf(mine, next))).toBe(chen);
  expect(stateOf(mine, hidden.id).state).toBe('handed-on');
});

const recipient: Recipient = {
  workingHours: [...Array.from({ length: 5 }, () => '09:00-17:00'), null, null],
  timeZone: 'America/Toronto',
  daysOff: [],
  standardHours: 24,
  urgentHours: 4,
};

test('an urgent question of a Friday afternoon runs out on Monday, after the clocks have changed', () => {
  // Clocks in Toronto go forward on Sunday 8 March 2026.
  const since = Date.parse('2026-03-06T20:00:00Z');
  const clock = requestClock({ since, urgent: true, recipient, now: since });
  expect(clock).toMatchObject({ dueAt: Date.parse('2026-03-09T15:00:00Z'), leftMs: 4 * hour, totalMs: 4 * hour });
});

test('leave stops the clock; it goes on where it stood', () => {
  const since = Date.parse('2026-05-13T13:00:00Z');
  const away = { ...recipient, daysOff: [{ start: '2026-05-14', end: '2026-05-18' }] };
  const plain = requestClock({ since, urgent: false, recipient, now: since });
  const later = requestClock({ since, urgent: false, recipient: away, now: since });
  expect(plain?.dueAt).toBe(Date.parse('2026-05-15T21:00:00Z'));
  expect(later?.dueAt).toBe(Date.parse('2026-05-20T21:00:00Z'));
  expect(later?.leftMs).toBe(plain?.leftMs);
});

test('time left never grows while time passes, and is gone exactly when the norm runs out', () => {
  const start = Date.parse('2026-03-01T00:00:00Z');
  const zone = fc.constantFrom('Asia/Kathmandu', 'Pacific/Auckland', 'America/Toronto', 'Europe/Lisbon', 'Asia/Tokyo');
  fc.assert(
    fc.property(
      zone,
      fc.boolean(),
      fc.integer({ min: 0, max: 250 * 24 * 60 }),
      fc.array(fc.integer({ min: 0, max: 20 * 24 * 60 }), { minLength: 2, maxLength: 6 }),
      (timeZone, urgent, asking, waits) => {
        const since = start + asking * 60_000;
        const at = (now: number) => requestClock({ since, urgent, recipient: { ...recipient, timeZone }, now });
        const moments = waits.toSorted((a, b) => a - b).map((minutes) => since + minutes * 60_000);
        const clocks = moments.map(at);
        for (const [nth, clock] of clocks.entries()) {
          const earlier = clocks[nth - 1];
          expect(clock?.dueAt).toBe(clocks[0]?.dueAt);
          if (earlier !== undefined) expect(clock?.leftMs).toBeLessThanOrEqual(earlier?.leftMs ?? Number.NaN);
        }
        expect(at(clocks[0]?.dueAt ?? 0)?.leftMs).toBe(0);
      },
    ),
    { numRuns: 60 },
  );
});

test('a question is said better in place; with another person it goes on with them, in the better words', () => {
  const shown = asked('team');
  shown.desk.run('request.update', { id: shown.id, base: [], question: 'Which four states?', urgent: true });
  expect(stateOf(shown.desk, shown.id)).toMatchObject({ question: 'Which four states?', urgent: true });
  expect(turnsOf(stateOf(shown.desk, shown.id))).toHaveLength(1);
  shown.desk.run('request.update', { id: shown.id, base: [], toId: chen });
  expect(waitsFor(stateOf(shown.desk, shown.id))).toBe(chen);
  expect(shown.desk.run('request.update', { id: shown.id, base: [], urgent: true }).writes).toEqual([]);

  const hidden = asked();
  const [next = ''] = hidden.desk.run('request.update', {
    id: hidden.id,
    base: [],
    text: 'The list of May.',
    toId: chen,
  }).ids;
  expect(hidden.desk.records.get(next)?.space.readers).toEqual([ana, chen].sort());
  expect(stateOf(hidden.desk, next)).toMatchObject({ question: 'Which error states?', text: 'The list of May.' });
  expect(stateOf(hidden.desk, hidden.id).state).toBe('handed-on');
});

test('whom a question names follows its words, also when it goes on to somebody else', () => {
  const desk = createDesk(signer(ana));
  const named = (question: string) => ({ question, mentions: [{ personId: dana, as: 'Dana' }] });
  for (const readers of ['team', 'pair'] as const) {
    const [id = ''] = desk.run('request.ask', { toId: bilal, ...named('Does @Dana know?'), readers }).ids;
    expect(stateOf(desk, id).mentions).not.toBe('');
    const { ids } = desk.run('request.update', { id, base: [], question: 'Does anybody know?', toId: chen });
    expect(stateOf(desk, readers === 'team' ? id : (ids[0] ?? ''))).toMatchObject({
      question: 'Does anybody know?',
      mentions: '',
    });
  }
});
