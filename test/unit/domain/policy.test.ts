import { expect, test } from 'vitest';
import { expectOk } from '#shared/std/index.ts';
import { naturalKey, ownKey } from '#shared/schema/index.ts';
import type { RecordValue, Scalar } from '#shared/schema/index.ts';
import { checkPolicy } from '#shared/domain/index.ts';
import type { OpView, PolicyInput } from '#shared/domain/index.ts';
import { ana, bilal, chen, dana, itemId, members, signer } from './team.ts';

const set = (path: string, value: Scalar, known = false): OpView => ({ path, action: 'set', value, known });
const text = (path: string, value = 'words', known = false): OpView => ({ path, action: 'text', value, known });
const team = { kind: 'team', readers: [] } as const;
const cycleId = bilal;
const kr = itemId(1);
const keyOf = (creator: string) => expectOk(ownKey(itemId(99), creator));

const judge = (input: Partial<PolicyInput> & Pick<PolicyInput, 'kind' | 'ops'>) =>
  checkPolicy({ schema: 1, key: keyOf(bilal), space: team, signer: signer(bilal), before: null, members, ...input });
const sentence = (result: ReturnType<typeof judge>): string => (result.ok ? 'allowed' : result.error.sentence);

const begin = [set('title', 'Ship'), set('cycleId', cycleId), set('ownerId', bilal)];
const objective: RecordValue = {
  title: 'Ship',
  cycleId,
  ownerId: bilal,
  keyResults: { [kr]: { title: 'Latency', type: 'number', start: 900, target: 300, ownerId: chen } },
};

test('a member begins an objective, a guest and a removed member do not', () => {
  expect(judge({ kind: 'objective', ops: begin }).ok).toBe(true);
  const guest = judge({ kind: 'objective', ops: begin, key: keyOf(dana), signer: signer(dana, 'guest') });
  expect(sentence(guest)).toMatch(/Guests read/);
  const removed = judge({ kind: 'objective', ops: begin, signer: signer(bilal, 'owner', 'removed') });
  expect(sentence(removed)).toMatch(/no longer a member/);
});

test('nobody writes a second beginning of somebody else’s record', () => {
  const stolen = judge({ kind: 'objective', ops: begin, key: keyOf(bilal), signer: signer(chen) });
  expect(sentence(stolen)).toMatch(/begun by the person whom its key names/);
  const words = [set('targetId', chen), set('targetKind', 'objective'), text('text')];
  expect(judge({ kind: 'comment', ops: words }).ok).toBe(true);
  expect(judge({ kind: 'comment', ops: words, signer: signer(ana, 'owner') }).ok).toBe(false);
});

test('a new record states what its kind requires', () => {
  expect(sentence(judge({ kind: 'objective', ops: [set('title', 'Ship')] }))).toMatch(/"Cycle"/);
});

test('owner, contributors, creator and admins edit an objective, others do not', () => {
  const change = { kind: 'objective', before: objective, ops: [set('title', 'Ship it', true)], key: keyOf(bilal) };
  expect(judge({ ...change, signer: signer(bilal) }).ok).toBe(true);
  expect(judge({ ...change, signer: signer(ana, 'owner') }).ok).toBe(true);
  expect(judge({ ...change, signer: signer(ana, 'admin', 'provisional') }).ok).toBe(false);
  expect(judge({ ...change, signer: signer(chen) }).ok).toBe(false);
  const shared = { ...objective, contributors: { [chen]: { in: true } } };
  expect(judge({ ...change, before: shared, signer: signer(chen) }).ok).toBe(true);
  const left = { ...objective, contributors: { [chen]: { in: false } } };
  expect(judge({ ...change, before: left, signer: signer(chen) }).ok).toBe(false);
});

test('a contributor does not make themselves owner, closes nothing and scores nothing', () => {
  const before = { ...objective, contributors: { [chen]: { in: true } } };
  for (const op of [set('ownerId', chen, true), set('state', 'closed'), set('score', 1), set('closedAt', 1)]) {
    expect(judge({ kind: 'objective', before, ops: [op], signer: signer(chen) }).ok, op.path).toBe(false);
    expect(judge({ kind: 'objective', before, ops: [op], signer: signer(bilal) }).ok, op.path).toBe(true);
  }
  const closed = { ...before, state: 'closed' };
  expect(judge({ kind: 'objective', before: closed, ops: [set('state', 'active')], signer: signer(chen) }).ok).toBe(
    false,
  );
});

test('anyone takes an unowned objective for themselves, not for others', () => {
  const before = { ...objective, ownerId: null };
  const take = (value: string) =>
    judge({ kind: 'objective', before, ops: [set('ownerId', value)], signer: signer(chen) });
  expect(take(chen).ok).toBe(true);
  expect(take(ana).ok).toBe(false);
});

test('progress is reported by those whose work it is, once, about a key result that exists', () => {
  const report = (about: string, extra: readonly OpView[] = []) => [
    set(`updates.${itemId(5)}.keyResultId`, about),
    set(`updates.${itemId(5)}.value`, 400),
    ...extra,
  ];
  const input = { kind: 'objective', before: objective };
  expect(judge({ ...input, ops: report(kr), signer: signer(chen) }).ok).toBe(true);
  expect(judge({ ...input, ops: report(kr), signer: signer(bilal) }).ok).toBe(true);
  expect(sentence(judge({ ...input, ops: report(kr), signer: signer(ana, 'owner') }))).toMatch(/report its progress/);
  expect(sentence(judge({ ...input, ops: report(itemId(2)), signer: signer(bilal) }))).toMatch(/no key result/);
  const reported = { ...objective, updates: { [itemId(5)]: { keyResultId: kr, value: 500 } } };
  const again = [set(`updates.${itemId(5)}.value`, 300, true)];
  expect(sentence(judge({ ...input, before: reported, ops: again }))).toMatch(/written once/);
  const later = [set(`updates.${itemId(5)}.note`, 'Rewritten history')];
  expect(sentence(judge({ ...input, before: reported, ops: later }))).toMatch(/written once/);
});

test('a key result that starts where it ends is refused, whichever of the two is written', () => {
  const ops = [set(`keyResults.${kr}.target`, 900, true)];
  expect(sentence(judge({ kind: 'objective', before: objective, ops }))).toMatch(/Start and target are the same/);
  const threshold = [set(`keyResults.${kr}.type`, 'threshold', true), ...ops];
  expect(judge({ kind: 'objective', before: objective, ops: threshold }).ok).toBe(true);
});

test('a key result whose start and target met through two edits can be archived and repaired', () => {
  const item = { title: 'Latency', type: 'number', start: 300, target: 300 };
  const before = { ...objective, keyResults: { [kr]: item } };
  expect(judge({ kind: 'objective', before, ops: [set(`keyResults.${kr}.archived`, true)] }).ok).toBe(true);
  expect(judge({ kind: 'objective', before, ops: [set(`keyResults.${kr}.start`, 900, true)] }).ok).toBe(true);
});

test('manual progress carries the name of who set it', () => {
  const input = { kind: 'objective', before: objective };
  expect(judge({ ...input, ops: [set('manualProgress', 0.5)] }).ok).toBe(false);
  expect(judge({ ...input, ops: [set('manualProgress', 0.5), set('manualById', chen)] }).ok).toBe(false);
  expect(judge({ ...input, ops: [set('manualProgress', 0.5), set('manualById', bilal)] }).ok).toBe(true);
});

test('manual progress set again by the same person needs no second writing of the name', () => {
  const before = { ...objective, manualProgress: 0.2, manualById: bilal };
  expect(judge({ kind: 'objective', before, ops: [set('manualProgress', 0.5, true)] }).ok).toBe(true);
  const hers = { ...before, manualById: ana };
  expect(judge({ kind: 'objective', before: hers, ops: [set('manualProgress', 0.5, true)] }).ok).toBe(false);
});

test('a check-in is its person’s own', () => {
  const key = naturalKey(bilal, '2026-W20');
  const ops = [set('personId', bilal), set('week', '2026-W20'), set('submittedAt', 5), text('answer')];
  expect(judge({ kind: 'check-in', key, ops }).ok).toBe(true);
  expect(judge({ kind: 'check-in', key, ops, signer: signer(ana, 'owner') }).ok).toBe(false);
  const other = [set('personId', chen), ...ops.slice(1)];
  expect(sentence(judge({ kind: 'check-in', key, ops: other }))).toMatch(/another person/);
});

test('feedback lies in the space of exactly its readers, and is never rewritten', () => {
  const ops = (visibility: string) => [set('aboutId', bilal), set('visibility', visibility), text('text')];
  const from = { kind: 'feedback', key: keyOf(chen), signer: signer(chen) };
  const pair = { kind: 'pair', readers: [chen, bilal] } as const;
  const three = { kind: 'group', readers: [chen, bilal, ana] } as const;
  expect(judge({ ...from, ops: ops('recipient'), space: pair }).ok).toBe(true);
  expect(judge({ ...from, ops: ops('recipient'), space: three }).ok).toBe(false);
  expect(judge({ ...from, ops: ops('recipient'), space: team }).ok).toBe(false);
  expect(judge({ ...from, ops: ops('recipient-and-manager'), space: three }).ok).toBe(true);
  expect(judge({ ...from, ops: ops('manager'), space: { kind: 'pair', readers: [ana, chen] } }).ok).toBe(true);
  expect(judge({ ...from, ops: ops('everyone'), space: team }).ok).toBe(true);
  const before = { aboutId: bilal, visibility: 'recipient', text: 'Well done' };
  expect(sentence(judge({ ...from, before, ops: [text('text', 'x', true)], space: pair }))).toMatch(/written once/);
});

test('everyone acknowledges in their own name, for the record that the key names', () => {
  const key = naturalKey(chen, bilal);
  expect(judge({ kind: 'acknowledgement', key, ops: [set('targetId', chen), set('personId', bilal)] }).ok).toBe(true);
  expect(judge({ kind: 'acknowledgement', key, ops: [set('targetId', ana), set('personId', bilal)] }).ok).toBe(false);
  const forged = judge({
    kind: 'acknowledgement',
    key: naturalKey(chen, ana),
    ops: [set('targetId', chen), set('personId', ana)],
  });
  expect(sentence(forged)).toMatch(/for themselves/);
});

test('a guest writes their own page and nothing else', () => {
  const page = { kind: 'person', key: naturalKey(dana), ops: [set('name', 'Dana'), set('timeZone', 'UTC')] };
  expect(judge({ ...page, signer: signer(dana, 'guest') }).ok).toBe(true);
  expect(judge({ ...page, signer: signer(bilal) }).ok).toBe(false);
  expect(judge({ ...page, signer: signer(ana, 'admin') }).ok).toBe(true);
});

test('kinds, schemas, keys, paths and ways of writing that do not exist are refused', () => {
  expect(sentence(judge({ kind: 'secret', ops: [] }))).toMatch(/no kind/);
  expect(sentence(judge({ kind: 'objective', schema: 2, ops: begin }))).toMatch(/Version 2/);
  expect(sentence(judge({ kind: 'objective', key: new Uint8Array(3), ops: begin }))).toMatch(/malformed/);
  expect(sentence(judge({ kind: 'objective', ops: [...begin, set('secret', 1)] }))).toMatch(/no field/);
  expect(sentence(judge({ kind: 'objective', ops: [...begin, text('title')] }))).toMatch(/wrong way/);
  expect(sentence(judge({ kind: 'objective', ops: [...begin, set('description', 'x')] }))).toMatch(/wrong way/);
  expect(sentence(judge({ kind: 'pulse', key: naturalKey('2026-W20'), ops: [] }))).toMatch(/this space/);
});
