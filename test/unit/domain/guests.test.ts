import { expect, test } from 'vitest';
import { createDesk } from './desk.ts';
import { ana, bilal, dana, signer } from './team.ts';

const week = '2026-W20';
const rest = { week, lastPlans: [], plans: [{ text: 'Ship it' }], updates: [], blockers: [], question: '', answer: '' };
const desk = () => createDesk(signer(ana));

/** What the rules say of it when somebody is named: the field that is refused, or null. */
const refused = (result: ReturnType<ReturnType<typeof desk>['ask']>): string | null =>
  result.ok ? null : (result.error.field ?? '');

test('a blocker names somebody who can act: no guest, and not oneself', () => {
  const blocked = (waitsForId: string) =>
    refused(desk().ask('checkIn.submit', { ...rest, blockers: [{ text: 'Which one?', waitsForId, urgent: false }] }));
  expect([dana, ana].map(blocked)).toEqual(['blockers.0.waitsForId', 'blockers.0.waitsForId']);
  expect(blocked(bilal)).toBeNull();
});

test('so does a plan that is handed over', () => {
  const handed = (toId: string) =>
    refused(desk().ask('checkIn.submit', { ...rest, handOvers: [{ text: 'Ship it', toId, keyResultId: null }] }));
  expect([dana, ana].map(handed)).toEqual(['handOvers.0.toId', 'handOvers.0.toId']);
  expect(handed(bilal)).toBeNull();
});

test('so does a request for feedback; feedback about a guest can be asked for', () => {
  const asked = (askedId: string) =>
    refused(desk().ask('feedback.request', { askedId, aboutId: ana, prompt: 'How was my talk?' }));
  expect([dana, ana].map(asked)).toEqual(['askedId', 'askedId']);
  expect(asked(bilal)).toBeNull();
});
