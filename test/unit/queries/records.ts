import type { RecordSnapshot } from '#engine/readmodels/index.ts';
import type { RecordValue } from '#shared/schema/index.ts';
import { ana, bilal, idOf, itemOf, snapshot, type SnapshotOptions } from '../readmodels/profile.ts';

export const q2 = idOf('q2');

export const cycle = (): RecordSnapshot =>
  snapshot('cycle', 'q2', { title: 'Q2 2026', start: '2026-04-01', end: '2026-06-30' });

export const person = (personId: string, value: RecordValue, options: SnapshotOptions = {}): RecordSnapshot =>
  snapshot('person', `page ${personId.slice(0, 8)}`, value, { key: personId, by: personId, ...options });

export const anaPage = (): RecordSnapshot => person(ana, { name: 'Ana Moreira', timeZone: 'UTC' });
export const bilalPage = (): RecordSnapshot => person(bilal, { name: 'Bilal Ahmed', timeZone: 'Asia/Karachi' });

export const objective = (name: string, value: RecordValue = {}, options: SnapshotOptions = {}): RecordSnapshot =>
  snapshot(
    'objective',
    name,
    { title: name, cycleId: q2, ownerId: ana, ...value },
    { at: Date.UTC(2026, 3, 1), ...options },
  );

/** A key result from 0 to 100 with one update. */
export const keyResult = (name: string, value: number, confidence: string | null = null, more: object = {}) => ({
  keyResults: { [itemOf(name)]: { title: name, start: 0, target: 100, order: 1, ...more } },
  updates: { [itemOf(`${name} upd`)]: { keyResultId: itemOf(name), value, confidence, at: Date.UTC(2026, 4, 10) } },
});

export const checkIn = (
  personId: string,
  week: string,
  value: RecordValue = {},
  options: SnapshotOptions = {},
): RecordSnapshot =>
  snapshot(
    'check-in',
    `${personId.slice(0, 8)} ${week}`,
    { personId, week, submittedAt: Date.UTC(2026, 4, 11, 9), ...value },
    { key: `${personId}/${week}`, by: personId, ...options },
  );

export const checkInId = (personId: string, week: string): string => idOf(`${personId.slice(0, 8)} ${week}`);

export const comment = (name: string, target: string, by: string, text: string, at: number): RecordSnapshot =>
  snapshot('comment', name, { targetId: target, targetKind: 'objective', text }, { by, at });

/** A question of one person to another; `at` is when it was asked. */
export const request = (
  question: string,
  from: string,
  to: string,
  at: number,
  more: RecordValue = {},
): RecordSnapshot =>
  snapshot(
    'request',
    question,
    { question, fromId: from, turns: { [itemOf(question)]: { toId: to, byId: from, at } }, ...more },
    { by: from },
  );
