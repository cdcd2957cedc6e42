import { decodeChange, encodeChange } from '@automerge/automerge';
import fc from 'fast-check';
import { deflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { makeGenesis } from '#engine/documents/index.ts';
import { actorOf, createMachine, genesisActor, idOf, layout } from './machines.ts';
import type { Machine } from './machines.ts';

const record = idOf('record');
const genesis = makeGenesis(layout, genesisActor(record));
const actor = actorOf('mallory');
const fieldsId = `1@${genesis.actor}`;
const textId = `2@${genesis.actor}`;

interface ForgedOp {
  readonly action: string;
  readonly obj: string;
  readonly key?: string;
  readonly elemId?: string;
  readonly insert?: boolean;
  readonly value?: unknown;
  readonly datatype?: string;
  readonly pred: readonly string[];
}

interface Forged {
  readonly actor?: string;
  readonly seq?: number;
  readonly startOp?: number;
  readonly time?: number;
  readonly message?: string;
  readonly deps?: readonly string[];
  readonly ops: readonly ForgedOp[];
}

const setTitle = (pred: readonly string[] = [], value: unknown = 'x'): ForgedOp => ({
  action: 'set',
  obj: fieldsId,
  key: 'title',
  value,
  pred,
});

/** A change made by hand, valid where nothing else is said. */
const forge = (change: Forged): Uint8Array =>
  encodeChange({
    actor,
    author: null,
    seq: 1,
    startOp: genesis.header.maxOp + 1,
    time: 0,
    message: null,
    deps: [genesis.hash],
    ...change,
    // Automerge's type knows neither list ops nor values other than a few; its encoder does.
  } as unknown as Parameters<typeof encodeChange>[0]);

const judge = (machine: Machine, bytes: Uint8Array, expected = decodeChange(bytes).hash, by = actor) =>
  machine.documents.check(record, layout, { actor: by, expected: [expected], changes: [bytes] });

const verdict = (change: Forged, machine = createMachine('ana')): string => {
  const result = judge(machine, forge(change));
  return result.status === 'fault' ? result.fault.code : result.status;
};

test('a change made by hand as Automerge would make it is ready', () => {
  expect(verdict({ ops: [setTitle()] })).toBe('ready');
});

describe('operations that no edit makes', () => {
  test.each<[string, ForgedOp]>([
    ['making a map', { action: 'makeMap', obj: '_root', key: 'extra', pred: [] }],
    ['making a list in a field', { action: 'makeList', obj: fieldsId, key: 'title', pred: [] }],
    ['replacing a container', { action: 'makeText', obj: '_root', key: 'fields', pred: [fieldsId] }],
    ['deleting a container', { action: 'del', obj: '_root', key: 'fields', pred: [fieldsId] }],
    ['deleting a field', { action: 'del', obj: fieldsId, key: 'title', pred: [] }],
    ['a counter', { action: 'set', obj: fieldsId, key: 'title', value: 1, datatype: 'counter', pred: [] }],
    ['an increment', { action: 'inc', obj: fieldsId, key: 'title', value: 1, pred: [] }],
    ['a time', { action: 'set', obj: fieldsId, key: 'title', value: 1, datatype: 'timestamp', pred: [] }],
    ['an integer', { action: 'set', obj: fieldsId, key: 'score', value: 1, datatype: 'int', pred: [] }],
    ['a field that the kind does not have', { action: 'set', obj: fieldsId, key: 'salary', value: 'x', pred: [] }],
    ['a field named like the prototype', { action: 'set', obj: fieldsId, key: '__proto__', value: 'x', pred: [] }],
    ['a field of the root', { action: 'set', obj: '_root', key: 'title', value: 'x', pred: [] }],
    ['an unknown object', { action: 'set', obj: `99@${genesis.actor}`, key: 'title', value: 'x', pred: [] }],
    ['a map key in prose', { action: 'set', obj: textId, key: 'title', value: 'x', pred: [] }],
    ['a list element in a map', { action: 'set', obj: fieldsId, elemId: '_head', insert: true, value: 'x', pred: [] }],
    ['several characters in one', { action: 'set', obj: textId, elemId: '_head', insert: true, value: 'xy', pred: [] }],
    [
      'a number in prose',
      { action: 'set', obj: textId, elemId: '_head', insert: true, value: 1, datatype: 'int', pred: [] },
    ],
    ['an object in prose', { action: 'makeMap', obj: textId, elemId: '_head', insert: true, pred: [] }],
    [
      'deleting a character that is not there',
      { action: 'del', obj: textId, elemId: `3@${actor}`, pred: [`3@${actor}`] },
    ],
    [
      'writing behind a character that is not there',
      { action: 'set', obj: textId, elemId: `3@${genesis.actor}`, insert: true, value: 'x', pred: [] },
    ],
    [
      'writing behind itself',
      {
        action: 'set',
        obj: textId,
        elemId: `${genesis.header.maxOp + 1}@${actor}`,
        insert: true,
        value: 'x',
        pred: [],
      },
    ],
    ['replacing a value that was never there', setTitle([`7@${actorOf('ana')}`])],
    ['a longer value than any field', setTitle([], 'x'.repeat(20_001))],
  ])('%s is refused', (_, op) => {
    expect(['not-allowed-operation', 'unknown-target', 'wrong-type', 'malformed', 'too-large']).toContain(
      verdict({ ops: [op] }),
    );
  });
});

describe('changes out of their place', () => {
  test.each<[string, Forged, string]>([
    ['a sequence that skips', { seq: 2, ops: [setTitle()] }, 'wrong-sequence'],
    ['ops numbered into the past', { startOp: genesis.header.maxOp, ops: [setTitle()] }, 'wrong-position'],
    ['ops numbered beyond all', { startOp: 2 ** 24, ops: [setTitle()] }, 'wrong-position'],
    ['no dependency', { deps: [], ops: [setTitle()] }, 'wrong-sequence'],
    ['another writer’s name', { actor: actorOf('ana'), ops: [setTitle()] }, 'wrong-actor'],
    ['the genesis actor', { actor: genesis.actor, ops: [setTitle()] }, 'wrong-actor'],
    ['a prefixed name of somebody else', { actor: `13b2230901${actorOf('ana')}`, ops: [setTitle()] }, 'wrong-actor'],
    ['a prefix with a longer count than needed', { actor: `13b223098100${actor}`, ops: [setTitle()] }, 'wrong-actor'],
    ['a prefix without a count', { actor: `13b22309${actor}`, ops: [setTitle()] }, 'wrong-actor'],
    ['a time', { time: 5, ops: [setTitle()] }, 'malformed'],
    ['a message', { message: 'hello', ops: [setTitle()] }, 'malformed'],
    ['nothing at all', { ops: [] }, 'malformed'],
  ])('%s is refused', (_, change, code) => {
    expect(verdict(change)).toBe(code);
  });

  test('the prefixed form that Automerge itself makes is accepted', () => {
    expect(verdict({ actor: `13b2230901${actor}`, ops: [setTitle()] })).toBe('ready');
  });

  test('a dependency that is not here makes it wait, and names what is missing', () => {
    const missing = 'ab'.repeat(32);
    const result = judge(createMachine('ana'), forge({ deps: [missing], ops: [setTitle()] }));
    expect(result).toEqual({ status: 'waiting', missing: [missing] });
  });

  test('a second change with the same number is refused', () => {
    const ana = createMachine('ana');
    const first = forge({ ops: [setTitle()] });
    ana.receive([{ hash: decodeChange(first).hash, bytes: first, actor, deps: [] }]);
    expect(verdict({ ops: [setTitle([], 'y')] }, ana)).toBe('repeated');
    ana.settle();
    expect(verdict({ ops: [setTitle([], 'y')] }, ana)).toBe('repeated');
  });

  test('a value of a concurrent change, which its author cannot have seen, cannot be replaced', () => {
    const ana = createMachine('ana');
    const [first] = ana.edit([{ path: 'title', value: 'A' }]);
    if (first === undefined) throw new Error('No change was made.');
    const seen = `${genesis.header.maxOp + 1}@${first.actor}`;
    const startOp = genesis.header.maxOp + 2;
    expect(verdict({ startOp, deps: [genesis.hash], ops: [setTitle([seen])] }, ana)).toBe('unknown-target');
    expect(verdict({ startOp, deps: [first.hash], ops: [setTitle([seen])] }, ana)).toBe('ready');
    expect(verdict({ startOp, deps: [first.hash], ops: [setTitle([])] }, ana)).toBe('unknown-target');
    expect(verdict({ startOp, deps: [first.hash], ops: [setTitle([seen, seen])] }, ana)).toBe('unknown-target');
  });

  test('a character of another field cannot be referred to', () => {
    const ana = createMachine('ana');
    const [first] = ana.edit([{ path: 'reflection', value: 'abc' }]);
    if (first === undefined) throw new Error('No change was made.');
    const elemId = `${genesis.header.maxOp + 1}@${first.actor}`;
    const op: ForgedOp = { action: 'set', obj: textId, elemId, insert: true, value: 'x', pred: [] };
    const place = { startOp: genesis.header.maxOp + 9, deps: [first.hash] };
    expect(verdict({ ...place, ops: [op] }, ana)).toBe('unknown-target');
    expect(verdict({ ...place, ops: [{ ...op, obj: `3@${genesis.actor}` }] }, ana)).toBe('ready');
  });
});

describe('bytes that are no change', () => {
  const good = forge({ ops: [setTitle()] });
  const hash = decodeChange(good).hash;

  test('a change that is not the one the entry was signed for is refused', () => {
    expect(judge(createMachine('ana'), good, 'ab'.repeat(32))).toMatchObject({ fault: { code: 'wrong-hash' } });
  });

  test('an entry with more or fewer changes than it names is refused', () => {
    const { documents } = createMachine('ana');
    const check = (expected: string[], changes: Uint8Array[]) =>
      documents.check(record, layout, { actor, expected, changes });
    expect(check([hash, hash], [good])).toMatchObject({ fault: { code: 'wrong-hash' } });
    expect(check([], [good])).toMatchObject({ fault: { code: 'wrong-hash' } });
    expect(check([], [])).toMatchObject({ fault: { code: 'wrong-hash' } });
    expect(check([hash, hash], [good, good])).toMatchObject({ status: 'fault' });
  });

  test('a compressed chunk is refused before anything is inflated', () => {
    const bomb = deflateRawSync(new Uint8Array(5_000_000));
    const chunk = Uint8Array.from([...good.subarray(0, 8), 2, ...[0xff, 0xff, 0x03], ...bomb.subarray(0, 65_535)]);
    expect(judge(createMachine('ana'), chunk, hash)).toMatchObject({ fault: { code: 'malformed' } });
  });

  test('a few bytes that claim more than 20,000 operations are refused', () => {
    const ops = Array.from({ length: 20_001 }, () => setTitle());
    expect(verdict({ ops })).toBe('too-large');
  });

  test('a long name repeated by a run is refused', () => {
    const ops = Array.from({ length: 1500 }, () => ({ ...setTitle(), key: 'k'.repeat(1000) }));
    const bytes = forge({ ops });
    expect(bytes.length).toBeLessThan(200_000);
    expect(verdict({ ops })).toBe('too-large');
  });

  test('truncated, bit-flipped and random bytes are refused, never thrown at the caller', () => {
    const ana = createMachine('ana');
    const damaged = fc.oneof(
      fc.nat(good.length - 1).map((length) => good.subarray(0, length)),
      fc
        .tuple(fc.nat(good.length - 1), fc.nat(7))
        .map(([at, bit]) => good.map((byte, i) => (i === at ? byte ^ (1 << bit) : byte))),
      fc.uint8Array({ maxLength: 300 }),
      fc.uint8Array({ maxLength: 100 }).map((tail) => Uint8Array.from([...good.subarray(0, 9), ...tail])),
    );
    fc.assert(
      fc.property(damaged, (bytes) => {
        expect(judge(ana, bytes, hash).status).toBe('fault');
      }),
      { numRuns: 500 },
    );
    expect(ana.documents.heads(record, layout)).toEqual([genesis.hash]);
  });
});
