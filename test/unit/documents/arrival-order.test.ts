import fc from 'fast-check';
import { expect, test } from 'vitest';
import { expectOk } from '#shared/std/index.ts';
import type { FieldEdit } from '#shared/schema/index.ts';
import { createMachine, idOf, layout } from './machines.ts';
import type { Machine, Written } from './machines.ts';

const record = idOf('record');
const names = ['ana', 'ben', 'cyn'];

const word = fc.constantFrom('ship', 'measure', 'the', 'beta', '🌍', 'weekly', '.', '\n');
const prose = fc.array(word, { maxLength: 12 }).map((words) => words.join(' '));
const edit: fc.Arbitrary<FieldEdit> = fc.oneof(
  fc.record({ path: fc.constantFrom('description', 'reflection'), value: prose }),
  fc.record({ path: fc.constantFrom('title', 'state'), value: fc.constantFrom('a', 'b', 'c') }),
  fc.record({
    path: fc.constantFrom('score', `keyResults.${idOf('k1')}.target`, `keyResults.${idOf('k2')}.target`),
    value: fc.constantFrom(0, 1, -2.5, null),
  }),
);
type Step =
  | { readonly do: 'edit'; readonly who: number; readonly edits: readonly FieldEdit[]; readonly stale: boolean }
  | { readonly do: 'meet'; readonly who: number; readonly from: number };
const who = fc.integer({ min: 0, max: names.length - 1 });
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('edit' as const),
      who,
      edits: fc.array(edit, { minLength: 1, maxLength: 3 }),
      stale: fc.boolean(),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('meet' as const), who, from: who }) },
);

/** Lets the machines act; returns every change in the order in which it was written. */
const play = (steps: readonly Step[]): readonly Written[] => {
  const machines: Machine[] = names.map((name) => createMachine(name));
  const held: Map<string, Written>[] = names.map(() => new Map());
  const all: Written[] = [];
  let seenBefore: readonly string[] = [];
  for (const one of steps) {
    const machine = machines[one.who];
    const mine = held[one.who];
    if (machine === undefined || mine === undefined) throw new Error('Nobody acts.');
    if (one.do === 'meet') {
      const fresh = [...(held[one.from] ?? [])].filter(([hash]) => !mine.has(hash)).map(([, change]) => change);
      machine.receive(fresh);
      machine.settle();
      for (const change of fresh) mine.set(change.hash, change);
      continue;
    }
    const now = machine.documents.heads(record, layout);
    const base = one.stale && seenBefore.length > 0 && seenBefore.every((head) => mine.has(head)) ? seenBefore : now;
    for (const change of machine.edit(one.edits, base)) {
      mine.set(change.hash, change);
      all.push(change);
    }
    seenBefore = now.every((head) => mine.has(head)) ? now : seenBefore;
  }
  return all;
};

/** Delivers changes in the given order; what waits is tried again, as the ledger does. */
const deliver = (changes: readonly Written[], settleEvery: number, forget: boolean) => {
  const machine = createMachine('dee', record, 1);
  let open = [...changes];
  let applied = 0;
  while (open.length > 0) {
    const waiting: Written[] = [];
    for (const change of open) {
      const checked = machine.documents.check(record, layout, {
        actor: change.actor,
        expected: [change.hash],
        changes: [change.bytes],
      });
      if (checked.status === 'fault') throw new Error(checked.fault.sentence);
      if (checked.status === 'waiting') {
        waiting.push(change);
        continue;
      }
      for (const one of checked.changes) one.before();
      expectOk(machine.documents.apply(record, layout, [change.bytes]));
      if (++applied % settleEvery !== 0) continue;
      machine.settle();
      if (forget) machine.documents.evict(record);
    }
    if (waiting.length === open.length) throw new Error('Changes wait for ever.');
    open = waiting;
  }
  const { heads, value, conflicts } = machine.settle();
  machine.documents.close();
  return { heads, value, conflicts };
};

// Histories are long and the machine may be busy: the time they take says nothing about what they prove.
const patience = 120_000;

test(
  'any order of arrival, batching and eviction gives the same heads, value and conflicts',
  { timeout: patience },
  () => {
    fc.assert(
      fc.property(
        fc.array(step, { minLength: 4, maxLength: 24 }),
        fc.infiniteStream(fc.nat(1_000_000)),
        fc.integer({ min: 1, max: 5 }),
        fc.boolean(),
        (steps, random, settleEvery, forget) => {
          const written = play(steps);
          fc.pre(written.length > 1);
          const inOrder = deliver(written, 1, false);
          const keyed = written.map((change) => ({ change, key: random.next().value }));
          const shuffled = keyed.toSorted((a, b) => a.key - b.key).map(({ change }) => change);
          expect(deliver(shuffled, settleEvery, forget)).toEqual(inOrder);
          expect(deliver(shuffled.toReversed(), 1000, false)).toEqual(inOrder);
        },
      ),
      { numRuns: 25 },
    );
  },
);

test('a batch of changes in one entry is judged as one after the other', () => {
  fc.assert(
    fc.property(fc.array(fc.array(edit, { minLength: 1, maxLength: 3 }), { minLength: 2, maxLength: 8 }), (all) => {
      const ana = createMachine('ana');
      const values: unknown[] = [null];
      const changes: Written[] = [];
      for (const edits of all) {
        const made = ana.edit(edits);
        if (made.length === 0) continue;
        changes.push(...made);
        values.push(ana.settle().value);
      }
      fc.pre(changes.length > 1);
      const ben = createMachine('ben');
      const checked = ben.documents.check(record, layout, {
        actor: changes[0]?.actor ?? '',
        expected: changes.map((change) => change.hash),
        changes: changes.map((change) => change.bytes),
      });
      if (checked.status !== 'ready') throw new Error(JSON.stringify(checked));
      expect(checked.changes.map((change) => change.before())).toEqual(values.slice(0, -1));
      expectOk(
        ben.documents.apply(
          record,
          layout,
          changes.map((change) => change.bytes),
        ),
      );
      expect(ben.settle().value).toEqual(ana.settle().value);
    }),
    { numRuns: 25 },
  );
});
