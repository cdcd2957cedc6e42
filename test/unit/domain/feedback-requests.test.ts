import { expect, test } from 'vitest';
import { createDesk } from './desk.ts';
import { ana, bilal, chen, signer } from './team.ts';

const asked = (more: object = {}) => {
  const desk = createDesk(signer(bilal, 'member'));
  const request = { askedId: chen, aboutId: bilal, prompt: 'My notes of the five tests', ...more };
  return { desk, decision: desk.ask('feedback.request', request), request };
};

const open = () => {
  const { desk, request } = asked();
  const id = desk.run('feedback.request', request).ids[0] ?? '';
  return { id, mine: desk, theirs: desk.as(signer(chen, 'member')) };
};

test('a request lies between the two of them, and nobody else holds it', () => {
  const { id, mine } = open();
  expect(mine.records.get(id)?.space).toEqual({ kind: 'pair', readers: [bilal, chen].sort() });
});

test('feedback is asked for about oneself, or by a manager about a report, and never about whoever gives it', () => {
  expect(asked({ aboutId: ana }).decision).toMatchObject({ ok: false, error: { code: 'not-allowed' } });
  expect(asked({ aboutId: chen }).decision.ok).toBe(false);
  const manager = createDesk(signer(ana, 'owner'));
  expect(manager.ask('feedback.request', { askedId: chen, aboutId: bilal, prompt: 'How does he review?' }).ok).toBe(
    true,
  );
});

test('a request about a goal names a goal that is there, and so does the answer', () => {
  expect(asked({ goalId: ana }).decision).toMatchObject({ ok: false, error: { field: 'goalId' } });
  const { desk, request } = asked();
  const cycleId = desk.run('cycle.create', { title: 'Q2', start: '2026-04-01', end: '2026-06-30' }).ids[0] ?? '';
  const goalId = desk.run('objective.create', { title: 'Fewer retries', cycleId, ownerId: bilal }).ids[0] ?? '';
  const id = desk.run('feedback.request', { ...request, goalId }).ids[0] ?? '';
  const theirs = desk.as(signer(chen, 'member'));
  const answer = { aboutId: bilal, visibility: 'recipient', text: 'Say which one first.', requestId: id } as const;
  const [feedbackId = ''] = theirs.run('feedback.give', answer).ids;
  expect(theirs.value(feedbackId)).toMatchObject({ goalId, requestId: id });
  expect(theirs.value(id)).toMatchObject({ answeredAt: theirs.ctx.now });
});

test('whoever is asked declines with a word; whoever asks takes it back, and neither does the other’s', () => {
  const { id, mine, theirs } = open();
  expect(mine.ask('feedback.settleRequest', { id, as: 'declined', words: 'No' }).ok).toBe(false);
  expect(theirs.ask('feedback.settleRequest', { id, as: 'withdrawn' }).ok).toBe(false);
  theirs.run('feedback.settleRequest', { id, as: 'declined', words: 'I saw too little of it.' });
  expect(theirs.value(id)).toMatchObject({ declinedAt: theirs.ctx.now, declineWords: 'I saw too little of it.' });
  expect(theirs.run('feedback.settleRequest', { id, as: 'declined', words: 'Again' }).ids).toEqual([]);
});

test('an answer goes to exactly the readers that its visibility names, whoever asked', () => {
  const manager = createDesk(signer(ana, 'owner'));
  const ask = { askedId: chen, aboutId: bilal, prompt: 'How does he review?' };
  const requestId = manager.run('feedback.request', ask).ids[0] ?? '';
  const theirs = manager.as(signer(chen, 'member'));
  const give = (visibility: 'recipient' | 'manager') => {
    const [id = ''] = theirs.run('feedback.give', { aboutId: bilal, visibility, text: 'Clearly.', requestId }).ids;
    return theirs.records.get(id)?.space.readers;
  };
  expect(give('recipient')).toEqual([bilal, chen].sort());
  expect(give('manager')).toEqual([ana, chen].sort());
});
