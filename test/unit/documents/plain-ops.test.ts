import { createHash } from 'node:crypto';
import { decodeChange, encodeChange } from '@automerge/automerge';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readChange } from '#engine/documents/chunk.ts';
import { plainOps } from '#engine/documents/plain-ops.ts';

const actors = ['aa'.repeat(16), 'bb'.repeat(16), 'cc'.repeat(16), '13b2230901' + 'aa'.repeat(16)];
const actor = fc.constantFrom(...actors);
const opId = fc.tuple(fc.integer({ min: 1, max: 400 }), actor).map(([counter, by]) => `${counter}@${by}`);
const value = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 40 }).map((text) => ({ value: text })),
  fc.boolean().map((flag) => ({ value: flag })),
  fc.constant({ value: null }),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => ({ value: number, datatype: 'float64' })),
);
const set = fc.record({
  obj: opId,
  key: fc.string({ minLength: 1, maxLength: 30 }),
  of: value,
  pred: fc.uniqueArray(opId, { maxLength: 3 }),
});
const sets = set.map(({ obj, key, of, pred }) => ({ action: 'set', obj, key, ...of, pred }));
const inserts = fc
  .record({ obj: opId, elemId: fc.oneof(fc.constant('_head'), opId), value: fc.constantFrom('a', 'é', '😀', ' ') })
  .map((op) => ({ action: 'set', insert: true, pred: [], ...op }));
const deletions = fc
  .record({ obj: opId, elemId: opId })
  .map(({ obj, elemId }) => ({ action: 'del', obj, elemId, pred: [elemId] }));
/** What no record allows, but a change may hold. */
const others = fc.constantFrom(
  { action: 'makeMap', obj: '_root', key: 'x', pred: [] },
  { action: 'set', obj: `1@${actors[0] ?? ''}`, key: 'x', value: 3, datatype: 'int', pred: [] },
  { action: 'set', obj: `1@${actors[0] ?? ''}`, key: 'x', value: 3, datatype: 'counter', pred: [] },
  { action: 'del', obj: `1@${actors[0] ?? ''}`, key: 'x', pred: [`3@${actors[0] ?? ''}`] },
  { action: 'set', obj: '_root', key: 'x', value: 'y', pred: [] },
);

const change = (ops: readonly object[], by: string, startOp: number): Uint8Array =>
  encodeChange({
    ...{ actor: by, author: null, seq: 1, startOp, time: 0, message: null, deps: ['ab'.repeat(32)], ops },
    // Automerge's type knows fewer ops than its encoder.
  } as unknown as Parameters<typeof encodeChange>[0]);

const edits = fc.array(fc.oneof(sets, inserts, deletions), { minLength: 1, maxLength: 12 });
const anything = fc.array(fc.oneof(sets, inserts, deletions, others), { minLength: 1, maxLength: 6 });
const startOps = fc.integer({ min: 401, max: 70_000 });

/** What Automerge says of a change: its ops, or undefined where it refuses it. */
const judged = (bytes: Uint8Array): unknown => {
  try {
    return decodeChange(bytes).ops;
  } catch {
    return undefined;
  }
};

const read = (bytes: Uint8Array) => {
  const header = readChange(bytes);
  return header.ok ? plainOps(bytes, header.value) : undefined;
};

test('edits of records are read without Automerge, and exactly as it reads them', () => {
  fc.assert(
    fc.property(edits, actor, startOps, (ops, by, startOp) => {
      const bytes = change(ops, by, startOp);
      expect(read(bytes)).toEqual(judged(bytes));
    }),
    { numRuns: 400 },
  );
});

/** The bytes with some replaced and the checksum made right again. */
const forged = (bytes: Uint8Array, at: readonly (readonly [number, number])[]): Uint8Array => {
  const copy = new Uint8Array(bytes);
  for (const [place, byte] of at) copy[11 + (place % (bytes.length - 11))] = byte;
  copy.set(createHash('sha256').update(copy.subarray(8)).digest().subarray(0, 4), 4);
  return copy;
};

test('of forged changes nothing is read that Automerge would not read so', () => {
  const places = fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { minLength: 1, maxLength: 3 });
  let met = 0;
  fc.assert(
    fc.property(anything, actor, startOps, places, (ops, by, startOp, at) => {
      const bytes = forged(change(ops, by, startOp), at);
      const plain = read(bytes);
      if (plain === undefined) return;
      met += 1;
      expect(plain).toEqual(judged(bytes));
    }),
    { numRuns: 8_000 },
  );
  expect(met).toBeGreaterThan(200);
});

test('everything else is left to Automerge', () => {
  fc.assert(
    fc.property(anything, actor, startOps, (ops, by, startOp) => {
      const bytes = change(ops, by, startOp);
      const plain = read(bytes);
      if (plain !== undefined) expect(plain).toEqual(judged(bytes));
    }),
    { numRuns: 400 },
  );
});
