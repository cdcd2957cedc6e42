import { expect, test } from 'vitest';
import { checkPolicy, entryOps, opsOf } from '#shared/domain/index.ts';
import type { ChangeView, OpView } from '#shared/domain/index.ts';
import { createDocuments } from '#engine/documents/index.ts';
import { kinds, ownKey } from '#shared/schema/index.ts';
import type { FieldEdit } from '#shared/schema/index.ts';
import { expectOk } from '#shared/std/index.ts';
import { bilal, chen, itemId, members, signer } from './team.ts';

const recordId = chen;
const actor = 'a'.repeat(32);
const machine = () => createDocuments({ capacity: 10, load: () => null, genesisActor: () => '0'.repeat(32) });
const edits: readonly FieldEdit[] = [
  { path: 'aboutId', value: bilal },
  { path: 'visibility', value: 'recipient' },
  { path: 'text', value: 'Long and thoughtful feedback. '.repeat(3000) },
];
const judge = (ops: readonly OpView[], before: null | { text: string }) =>
  checkPolicy({
    kind: 'feedback',
    schema: 1,
    key: expectOk(ownKey(itemId(1), chen)),
    space: { kind: 'pair', readers: [bilal, chen] },
    signer: signer(chen),
    ops,
    before,
    members,
  });

test('prose that takes several changes is one writing, on the machine that reads it too', () => {
  const written = expectOk(machine().edit(recordId, kinds.feedback, { actor, base: [], edits }));
  expect(written.changes.length).toBeGreaterThan(1);
  const expected = written.metas.map((meta) => meta.hash);
  const read = machine().check(recordId, kinds.feedback, { actor, expected, changes: written.changes });
  if (read.status !== 'ready') throw new Error(`The gate says ${read.status}.`);
  const ops = expectOk(entryOps(read.changes.map(({ meta, ops }) => ({ hash: meta.hash, deps: meta.deps, ops }))));
  expect(judge(ops, null)).toEqual({ ok: true, value: undefined });
  expect(read.before()).toBeNull();
  // What the author's own rules were asked is what everybody else's gate sees.
  const asked = opsOf(kinds.feedback, edits, null).map(({ path, action, known }) => ({ path, action, known }));
  expect(ops.map(({ path, action, known }) => ({ path, action, known }))).toEqual(asked);
});

test('an entry whose later change sees more than its first is refused', () => {
  const change = (hash: string, deps: readonly string[]): ChangeView => ({ hash, deps, ops: [] });
  expect(entryOps([change('a', ['x']), change('b', ['a']), change('c', ['b'])]).ok).toBe(true);
  expect(entryOps([change('a', ['x']), change('b', ['a', 'y'])]).ok).toBe(false);
  expect(entryOps([change('a', ['x']), change('b', ['x'])]).ok).toBe(false);
  expect(entryOps([]).ok).toBe(true);
});

test('a second beginning does not rewrite what is written once', () => {
  const begin: readonly OpView[] = [
    { path: 'aboutId', action: 'set', value: bilal, known: false },
    { path: 'visibility', action: 'set', value: 'recipient', known: false },
    { path: 'text', action: 'text', known: false },
  ];
  const rewrite: readonly OpView[] = [{ path: 'text', action: 'text', known: true }];
  expect(judge(begin, null).ok).toBe(true);
  expect(judge(rewrite, { text: 'Said before' }).ok).toBe(false);
});
