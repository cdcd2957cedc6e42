import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  decodeCbor,
  decodeControl,
  decodeFrame,
  decodeHeader,
  decodeWireEntry,
  encodeCbor,
  encodeControl,
  encodeFrame,
  isControl,
  limits,
} from '#shared/sync/index.ts';
import type { CborValue, ControlFrame, Frame } from '#shared/sync/index.ts';
import { createFlatReader } from '#shared/sync/flat-reader.ts';

const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });
const anyBytes = (max: number) => fc.uint8Array({ maxLength: max });
const number = fc.oneof(fc.nat({ max: 300 }), fc.maxSafeNat());
const row = fc.record({ id: bytes(32), seq: number, hash: bytes(32) });
const rows = fc.array(row, { maxLength: 5 });
const object = { request: number, id: bytes(32), version: number, bytes: fc.option(anyBytes(40)) };

const frame: fc.Arbitrary<Frame> = fc.oneof(
  fc.record({
    type: fc.constant('hello' as const),
    version: fc.nat(255),
    team: bytes(32),
    role: fc.nat(1),
    window: fc.integer({ min: 1, max: 64 }),
  }),
  fc.record({ type: fc.constant('digest' as const), digest: bytes(32) }),
  fc.record({
    type: fc.constant('buckets' as const),
    buckets: fc.array(fc.record({ prefix: fc.nat(255), digest: bytes(16) }), { maxLength: 5 }),
  }),
  fc.record({ type: fc.constant('vector' as const), rows, last: fc.boolean() }),
  fc.record({ type: fc.constant('state' as const), rows }),
  fc.record({
    type: fc.constant('entries' as const),
    batch: number,
    entries: fc.array(anyBytes(300), { maxLength: 30 }),
  }),
  fc.record({
    type: fc.constant('receipt' as const),
    batch: number,
    heads: rows,
    refused: fc.array(fc.record({ id: bytes(32), seq: number, code: fc.nat(255) }), { maxLength: 4 }),
  }),
  fc.record({
    type: fc.constant('fork' as const),
    sides: fc.array(fc.record({ header: anyBytes(256), signature: bytes(64) }), { maxLength: 2 }),
  }),
  fc.record({
    type: fc.constant('notes' as const),
    notes: fc.array(fc.record({ id: bytes(32), version: number }), { maxLength: 5 }),
  }),
  fc.record({ type: fc.constant('get' as const), request: number, id: bytes(32) }),
  fc.record({ type: fc.constant('object' as const), ...object }),
  fc.record({ type: fc.constant('put' as const), ...object }),
  fc.record({
    type: fc.constant('bye' as const),
    code: fc.nat(255),
    sentence: fc.string({ unit: 'grapheme', maxLength: 60 }),
  }),
  fc.record({ type: fc.constant('put-done' as const), request: number, code: fc.nat(2) }),
);

const control: fc.Arbitrary<ControlFrame> = fc.oneof(
  fc.record({ type: fc.constant('challenge' as const), version: fc.nat(255), nonce: bytes(32) }),
  fc.record({
    type: fc.constant('prove' as const),
    origin: fc.string({ maxLength: 50 }),
    team: bytes(32),
    device: bytes(32),
    chain: fc.array(anyBytes(200), { maxLength: 3 }),
    revocations: fc.array(fc.record({ revocation: anyBytes(200), chain: fc.array(anyBytes(200), { maxLength: 3 }) }), {
      maxLength: 3,
    }),
    signature: bytes(64),
  }),
  fc.constant({ type: 'welcome' as const }),
  fc.record({ type: fc.constant('refuse' as const), code: fc.nat(255), sentence: fc.string({ maxLength: 60 }) }),
  fc.record({
    type: fc.constant('revoke' as const),
    revocation: anyBytes(200),
    chain: fc.array(anyBytes(200), { maxLength: 3 }),
  }),
);

/** Damages bytes the way networks, disks and enemies do. */
const damaged = (source: fc.Arbitrary<Uint8Array>): fc.Arbitrary<Uint8Array> =>
  fc
    .tuple(source, fc.nat(), fc.nat(255), fc.constantFrom('flip', 'cut', 'grow', 'drop'))
    .map(([original, at, value, how]) => {
      const place = original.length === 0 ? 0 : at % original.length;
      const copy = [...original];
      if (how === 'flip') copy[place] = (copy[place] ?? 0) ^ (value || 1);
      if (how === 'cut') copy.length = place;
      if (how === 'grow') copy.splice(place, 0, value);
      if (how === 'drop') copy.splice(place, 1);
      return Uint8Array.from(copy);
    });

describe('frames', () => {
  test('S2: every frame survives the way there', () => {
    fc.assert(
      fc.property(frame, (one) => {
        const encoded = encodeFrame(one);
        expect(isControl(encoded)).toBe(false);
        expect(decodeFrame(encoded)).toEqual({ ok: true, value: one });
      }),
      { numRuns: 400 },
    );
  });

  test('S50: every message before a session survives the way there and is told apart', () => {
    fc.assert(
      fc.property(control, (one) => {
        const encoded = encodeControl(one);
        expect(isControl(encoded)).toBe(true);
        expect(decodeControl(encoded)).toEqual({ ok: true, value: one });
        expect(decodeFrame(encoded).ok).toBe(false);
      }),
      { numRuns: 200 },
    );
  });

  test('S2: damaged frames are refused with a sentence or are exactly the bytes of another frame', () => {
    fc.assert(
      fc.property(damaged(frame.map(encodeFrame)), (input) => {
        const decoded = decodeFrame(input);
        if (decoded.ok) expect(encodeFrame(decoded.value)).toEqual(input);
        else expect(decoded.error.sentence).toMatch(/\.$/);
      }),
      { numRuns: 2000 },
    );
  });

  test('S2: arbitrary bytes and arbitrary CBOR never throw', () => {
    const { value } = fc.letrec<{ value: CborValue }>((tie) => ({
      value: fc.oneof(
        { depthSize: 'small' },
        fc.maxSafeNat(),
        fc.boolean(),
        fc.constant(null),
        anyBytes(40),
        fc.string(),
        fc.array(tie('value'), { maxLength: 5 }),
      ),
    }));
    fc.assert(
      fc.property(fc.oneof(anyBytes(100), fc.array(value, { maxLength: 6 }).map(encodeCbor)), (input) => {
        for (const decode of [decodeFrame, decodeControl]) {
          const decoded = decode(input);
          if (!decoded.ok) expect(decoded.error.sentence).toMatch(/\.$/);
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('S3: sizes above the limits are refused', () => {
    const many = (count: number) => Array.from({ length: count }, () => new Uint8Array(1));
    const tooMany: readonly Frame[] = [
      { type: 'entries', batch: 1, entries: many(limits.batchEntries + 1) },
      { type: 'entries', batch: 1, entries: [new Uint8Array(limits.frameBytes + 1)] },
      { type: 'put', request: 1, id: new Uint8Array(32), version: 1, bytes: new Uint8Array(limits.objectBytes + 1) },
      {
        type: 'notes',
        notes: Array.from({ length: limits.rowsPerFrame + 1 }, () => ({ id: new Uint8Array(32), version: 1 })),
      },
    ];
    for (const one of tooMany) expect(decodeFrame(encodeFrame(one)).ok).toBe(false);
  });
});

describe('the reader of the hot path', () => {
  const list = fc.array(fc.oneof(number, anyBytes(300), fc.constant(null)), { maxLength: 8 });
  const readAll = (input: Uint8Array, shape: readonly unknown[]): unknown[] | undefined => {
    const reader = createFlatReader(input);
    if (reader.array() !== shape.length) return undefined;
    const values = shape.map((item) => (typeof item === 'number' ? reader.uint() : reader.bytesOrNull()));
    return reader.done() ? values : undefined;
  };

  test('S2: it reads exactly what the strict decoder reads', () => {
    fc.assert(
      fc.property(list, (values) => {
        expect(readAll(encodeCbor(values), values)).toEqual(values);
      }),
    );
  });

  test('S2: it never accepts what the strict decoder refuses', () => {
    const damagedList = list.chain((values) => fc.tuple(fc.constant(values), damaged(fc.constant(encodeCbor(values)))));
    fc.assert(
      fc.property(damagedList, ([shape, input]) => {
        const fast = readAll(input, shape);
        const strict = decodeCbor(input);
        if (fast) expect(strict).toEqual({ ok: true, value: fast });
      }),
      { numRuns: 3000 },
    );
  });

  test('S2: numbers in a longer form than needed are refused', () => {
    for (const longer of [
      [0x18, 0x17],
      [0x19, 0, 0xff],
      [0x1a, 0, 0, 0xff, 0xff],
      [0x1b, 0, 0, 0, 0, 1, 1, 1, 1],
    ]) {
      const reader = createFlatReader(Uint8Array.from([0x81, ...longer]));
      reader.array();
      reader.uint();
      expect(reader.done()).toBe(false);
    }
  });

  test('S53: headers and entries with any byte changed are refused or differ', () => {
    const header = encodeCbor([
      1,
      new Uint8Array(32),
      2,
      new Uint8Array(32),
      new Uint8Array(16),
      new Uint8Array(32),
      300,
    ]);
    const wire = encodeCbor([header, new Uint8Array(64), new Uint8Array(300)]);
    const original = { header: decodeHeader(header), wire: decodeWireEntry(wire) };
    expect(original.header.ok && original.wire.ok).toBe(true);
    for (let at = 0; at < header.length; at += 1)
      for (const bit of [1, 0x20, 0x80]) {
        const copy = Uint8Array.from(header);
        copy[at] = (copy[at] ?? 0) ^ bit;
        const decoded = decodeHeader(copy);
        if (decoded.ok) expect(decoded).not.toEqual(original.header);
      }
    for (const cut of [0, 1, 40, wire.length - 1]) expect(decodeWireEntry(wire.subarray(0, cut)).ok).toBe(false);
  });
});
